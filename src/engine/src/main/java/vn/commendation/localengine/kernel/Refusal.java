package vn.commendation.localengine.kernel;

/**
 * A request the engine does not carry out, with the reason for whoever asked. Nothing of it was
 * done. The interfaces answer it with the status Camunda documents for gRPC and HTTP.
 */
public final class Refusal extends RuntimeException {

  /** Why, in the terms of gRPC. */
  public enum Code {
    INVALID_ARGUMENT,
    NOT_FOUND,
    ALREADY_EXISTS,
    FAILED_PRECONDITION,
    RESOURCE_EXHAUSTED,
    UNIMPLEMENTED
  }

  private final Code code;

  public Refusal(Code code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  public static Refusal notFound(String message) {
    return new Refusal(Code.NOT_FOUND, message);
  }

  public static Refusal invalid(String message) {
    return new Refusal(Code.INVALID_ARGUMENT, message);
  }

  /** What is asked for exists, but not in a state that allows it. */
  public static Refusal state(String message) {
    return new Refusal(Code.FAILED_PRECONDITION, message);
  }

  public Code code() {
    return code;
  }
}
