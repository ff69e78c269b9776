package vn.commendation.engine;

/** Work of an instance that carries its case no more; trying again would change nothing. */
class GivenUp extends RuntimeException {
  private static final long serialVersionUID = 1L;

  GivenUp(String why) {
    super(why);
  }
}
