package vn.commendation.localengine.expression;

import io.camunda.client.api.search.enums.IncidentErrorType;

/**
 * Why an element cannot go on: mostly an expression whose value cannot be used. Becomes an incident
 * at the element.
 */
public final class ExpressionFailure extends RuntimeException {

  private final IncidentErrorType type;

  public ExpressionFailure(IncidentErrorType type, String message) {
    super(message, null, false, false);
    this.type = type;
  }

  public IncidentErrorType type() {
    return type;
  }

  /** The same reason, found while doing something else. */
  public ExpressionFailure as(IncidentErrorType other) {
    return new ExpressionFailure(other, getMessage());
  }
}
