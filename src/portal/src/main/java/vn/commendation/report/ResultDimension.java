package vn.commendation.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the lines of a result report tell apart. */
public enum ResultDimension {
  ALL("(:key is null or :key = '' or true)"),
  AWARD("n.award_code = :key"),
  TYPE("n.commendation_type = :key"),
  UNIT("n.unit_id = :key"),
  SUBJECT("n.subject_kind = :key"),
  CAMPAIGN("coalesce(n.campaign_id, 0) = :key"),
  DIRECT("n.subject_kind = 'INDIVIDUAL' and n.nominee_direct_worker and (:key is null or true)"),
  WOMEN("n.subject_kind = 'INDIVIDUAL' and n.nominee_gender = 'FEMALE' and (:key is null or true)"),
  PEOPLE("n.subject_kind = 'INDIVIDUAL' and (:key is null or true)");

  private final String condition;

  ResultDimension(String condition) {
    this.condition = condition;
  }

  /** Which cases a line of it has, by the parameter {@code key}. */
  String condition() {
    return condition;
  }

  /** Name in the address of a page. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ResultDimension> of(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }
}
