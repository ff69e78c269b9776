package vn.commendation.engine;

/** Work that has to wait for something that is bound to happen; no retry is used up. */
public class NotYet extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotYet(String why) {
    super(why);
  }
}
