package vn.commendation.localengine.kernel;

/** Keys of the interface are numbers; Operaton's ids are such numbers, some behind a name. */
public final class Keys {

  private Keys() {}

  /** The number in an id such as {@code 17}, {@code OfficeReview:17} or {@code nomination:3:17}. */
  public static long of(String operatonId) {
    return Long.parseLong(operatonId.substring(operatonId.lastIndexOf(':') + 1));
  }
}
