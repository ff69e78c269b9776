package vn.commendation.nomination;

import java.util.List;

/**
 * Something a check found.
 *
 * @param code text key is {@code problem.} and this code
 * @param field component of {@link NominationForm} it concerns; may be {@code null}
 */
public record Problem(String code, String field, List<String> args) {

  static Problem of(String code, String field, String... args) {
    return new Problem(code, field, List.of(args));
  }
}
