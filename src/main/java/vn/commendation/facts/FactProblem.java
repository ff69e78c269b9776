package vn.commendation.facts;

import java.util.List;

/**
 * What is wrong with an entry of a register.
 *
 * @param field of the form or column of the sheet
 * @param code text key is {@code fact-problem.} and this
 */
public record FactProblem(String field, String code, List<String> args) {

  static FactProblem of(String field, String code, Object... args) {
    return new FactProblem(field, code, List.of(args).stream().map(Object::toString).toList());
  }
}
