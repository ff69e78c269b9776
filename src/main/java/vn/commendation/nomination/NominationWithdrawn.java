package vn.commendation.nomination;

/**
 * The nominating unit has withdrawn the case; the message that ends its process is on the way, so
 * whatever the process asks for in between is not done.
 */
public class NominationWithdrawn extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NominationWithdrawn(String id) {
    super(id);
  }
}
