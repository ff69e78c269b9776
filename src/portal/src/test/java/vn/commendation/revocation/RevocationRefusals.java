package vn.commendation.revocation;

/** Refusals for the tests of pages. */
public final class RevocationRefusals {

  private RevocationRefusals() {}

  public static RevocationRefused explanation() {
    return new RevocationRefused("explanation", "revocation.refused.explanation");
  }

  public static RevocationRefused alreadyChecked() {
    return new RevocationRefused(null, "revocation.refused.already-checked");
  }
}
