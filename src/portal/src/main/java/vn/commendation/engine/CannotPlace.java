package vn.commendation.engine;

/** What the database knows of a case contradicts itself; somebody has to look. */
public class CannotPlace extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CannotPlace(String why) {
    super(why);
  }
}
