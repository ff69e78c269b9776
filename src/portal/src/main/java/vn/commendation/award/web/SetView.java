package vn.commendation.award.web;

import java.time.LocalDate;
import vn.commendation.award.RuleSet;

/** A rule set as it stands on a day. */
record SetView(RuleSet set, State state) {

  enum State {
    DRAFT,
    FUTURE,
    CURRENT,
    PAST
  }

  static SetView of(RuleSet set, LocalDate today) {
    if (!set.published()) {
      return new SetView(set, State.DRAFT);
    }
    if (set.inForceOn(today)) {
      return new SetView(set, State.CURRENT);
    }
    return new SetView(set, today.isBefore(set.validFrom()) ? State.FUTURE : State.PAST);
  }
}
