package vn.commendation.platform;

/** The platform cannot do what was asked; the message is one line a person can act on. */
public final class PlatformException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PlatformException(String message) {
    super(message);
  }

  PlatformException(String message, Throwable cause) {
    super(message, cause);
  }
}
