package vn.commendation.localengine.expression;

/**
 * An expression whose value cannot be used, with the reason; becomes an incident at its element.
 */
public final class ExpressionFailure extends RuntimeException {

  /** What went wrong, in the terms of Camunda's incidents. */
  public enum Kind {
    EXTRACT_VALUE_ERROR,
    CONDITION_ERROR,
    IO_MAPPING_ERROR,
    DECISION_EVALUATION_ERROR,
    CALLED_DECISION_ERROR,
    FORM_NOT_FOUND,
    UNHANDLED_ERROR_EVENT
  }

  private final Kind kind;

  public ExpressionFailure(Kind kind, String message) {
    super(message, null, false, false);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /** The same reason, found while doing something else. */
  public ExpressionFailure as(Kind other) {
    return new ExpressionFailure(other, getMessage());
  }
}
