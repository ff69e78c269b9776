package vn.commendation.sheet;

import java.util.Arrays;
import java.util.Optional;

/** A column of a nomination sheet, in the order of the template. */
public enum SheetColumn {
  SUBJECT("subjectKind", 14),
  PERSON("personId", 34),
  AWARD("awardCode", 44),
  TITLE("title", 40),
  ACHIEVEMENTS("achievements", 60),
  FROM("periodFrom", 16),
  TO("periodTo", 16),
  LATE("lateReason", 30);

  private final String field;
  private final int width;

  SheetColumn(String field, int width) {
    this.field = field;
    this.width = width;
  }

  /** The column a problem of a nomination lies in; empty if it concerns the whole row. */
  static Optional<SheetColumn> of(String field) {
    return Arrays.stream(values()).filter(one -> one.field.equals(field)).findFirst();
  }

  int width() {
    return width;
  }

  boolean isDay() {
    return this == FROM || this == TO;
  }
}
