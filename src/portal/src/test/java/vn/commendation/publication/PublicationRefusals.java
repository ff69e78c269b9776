package vn.commendation.publication;

/** Refusals for tests of the pages. */
public final class PublicationRefusals {

  private PublicationRefusals() {}

  public static PublicationRefused of(String field, String textKey) {
    return new PublicationRefused(field, textKey);
  }
}
