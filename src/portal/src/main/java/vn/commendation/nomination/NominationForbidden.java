package vn.commendation.nomination;

/** This account may see the nomination but not do this. */
public class NominationForbidden extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NominationForbidden(String id) {
    super(id);
  }
}
