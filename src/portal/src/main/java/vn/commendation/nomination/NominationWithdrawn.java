package vn.commendation.nomination;

import vn.commendation.engine.NotYet;

/**
 * The nominating unit has withdrawn the case; the message that ends its process is on the way, so
 * whatever the process asks for in between is not done.
 */
public class NominationWithdrawn extends NotYet {
  private static final long serialVersionUID = 1L;

  public NominationWithdrawn(String id) {
    super("Nomination %s has been withdrawn".formatted(id));
  }
}
