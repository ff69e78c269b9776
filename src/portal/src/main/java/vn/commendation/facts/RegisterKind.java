package vn.commendation.facts;

import java.util.List;
import java.util.Set;

/** A register that can be filled from a spreadsheet, with the columns of its sheet. */
public enum RegisterKind {
  AWARDS(
      "personCode",
      "unitCode",
      "awardCode",
      "year",
      "achievementFrom",
      "achievementTo",
      "decisionNumber",
      "decidedOn",
      "decidedBy"),
  RATINGS("personCode", "unitCode", "year", "rating", "decision"),
  INITIATIVES("number", "title", "level", "recognisedOn", "effectScope", "authors");

  private static final Set<String> DAYS =
      Set.of("achievementFrom", "achievementTo", "decidedOn", "recognisedOn");

  private final List<String> columns;

  RegisterKind(String... columns) {
    this.columns = List.of(columns);
  }

  /** In their order; text keys are {@code import-column.} and these. */
  public List<String> columns() {
    return columns;
  }

  /** Whether a column holds days. */
  static boolean isDay(String column) {
    return DAYS.contains(column);
  }
}
