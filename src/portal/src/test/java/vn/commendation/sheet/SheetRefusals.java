package vn.commendation.sheet;

/** Refusals for the tests of pages. */
public final class SheetRefusals {

  private SheetRefusals() {}

  public static SheetConflict underWay() {
    return new SheetConflict("under-way");
  }
}
