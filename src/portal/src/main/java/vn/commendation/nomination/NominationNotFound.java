package vn.commendation.nomination;

/** There is no such nomination, or this account may not see it. */
public class NominationNotFound extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NominationNotFound(String id) {
    super(id);
  }
}
