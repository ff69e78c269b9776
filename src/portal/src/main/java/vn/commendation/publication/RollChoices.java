package vn.commendation.publication;

import java.util.List;
import vn.commendation.award.Award;

/** What the roll of honour can be narrowed to: only what it holds. */
public record RollChoices(
    List<Named> campaigns, List<Integer> years, List<Named> units, List<Award> awards) {

  /** A campaign or a unit. */
  public record Named(long id, String name) {}
}
