package vn.commendation.campaign;

import java.util.List;

/**
 * Something that stands against what was entered.
 *
 * @param code text key is {@code campaign-problem.} and this code
 * @param field the entered field it concerns
 */
public record Problem(String code, String field, List<String> args) {

  static Problem of(String code, String field, String... args) {
    return new Problem(code, field, List.of(args));
  }
}
