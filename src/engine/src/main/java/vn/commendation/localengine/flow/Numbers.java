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
      return switch (value) {
        case Integer number -> number;
        case Long number -> Math.toIntExact(number);
        case String string -> Integer.parseInt(string.strip());
        case null, default ->
            throw Activities.invalid(
                "Expected result of the expression '%s' to be a whole number, but was '%s'."
                    .formatted(text, value));
      };
    } catch (NumberFormatException | ArithmeticException e) {
      throw Activities.invalid(
          "Expected result of the expression '%s' to be a whole number, but was '%s'."
              .formatted(text, value));
    }
  }
}
