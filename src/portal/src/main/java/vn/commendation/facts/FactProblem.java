package vn.commendation.facts;

import java.util.List;

/**
 * What is wrong with an entry of a register.
 *
 * @param field of the form or column of the sheet
 * @param code text key is {@code fact-problem.} and this
 */
public record FactProblem(String field, String code, List<String> args) {

  /** The field of what is wrong with the entry as it stands in the register. */
  public static final String ENTRY = "entry";

  static FactProblem of(String field, String code, Object... args) {
    return new FactProblem(field, code, List.of(args).stream().map(Object::toString).toList());
  }
}
