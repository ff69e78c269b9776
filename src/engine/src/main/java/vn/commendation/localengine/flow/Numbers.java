package vn.commendation.localengine.flow;

/** Whole numbers from values of models. */
final class Numbers {

  private Numbers() {}

  /**
   * @param text what the model says, for the reason
   * @throws vn.commendation.localengine.expression.ExpressionFailure if the value is no whole
   *     number
   */
  static int whole(String text, Object value) {
    try {
      if (value instanceof Integer || value instanceof Long) {
        return Math.toIntExact(((Number) value).longValue());
      }
      if (value instanceof String string) {
        return Integer.parseInt(string.strip());
      }
    } catch (NumberFormatException | ArithmeticException e) {
      // refused below, like anything else
    }
    throw Activities.invalid(
        "Expected result of the expression '%s' to be a whole number, but was '%s'."
            .formatted(text, value));
  }
}
