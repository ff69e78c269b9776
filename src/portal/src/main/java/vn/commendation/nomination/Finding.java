package vn.commendation.nomination;

/**
 * Something the last check found.
 *
 * @param text Vietnamese, as the rule says it
 * @param basis the article or document it rests on; may be {@code null}
 */
public record Finding(String code, Severity severity, String text, String basis) {

  /** What a finding means for the Office's review, the gravest first. */
  public enum Severity {
    /** Accepting is impossible: a confirmed rule is not met. */
    BLOCK,
    /** Accepting is impossible for now: the Office should hold the case. */
    HOLD,
    /**
     * Accepting needs a written reason: the rule is not confirmed, or the matter is one of judging.
     */
    JUDGE,
    NOTE
  }
}
