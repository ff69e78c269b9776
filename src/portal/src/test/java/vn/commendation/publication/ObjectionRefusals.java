package vn.commendation.publication;

/** Refusals for the tests of pages. */
public final class ObjectionRefusals {

  private ObjectionRefusals() {}

  public static ObjectionRefused textLength() {
    return new ObjectionRefused("text", "publication.refused.text-length");
  }

  public static ObjectionRefused closed() {
    return new ObjectionRefused(null, "publication.refused.closed");
  }

  public static ObjectionRefused of(String field, String textKey) {
    return new ObjectionRefused(field, textKey);
  }
}
