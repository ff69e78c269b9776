package vn.commendation.licences;

/** The build is refused. Its message is for who reads the build's log: no trace. */
final class LicencesRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LicencesRefused(String message) {
    super(message, null, false, false);
  }
}
