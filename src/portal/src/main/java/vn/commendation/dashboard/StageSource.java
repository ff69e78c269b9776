package vn.commendation.dashboard;

import java.time.Instant;

/** A module whose work goes through stages. */
public interface StageSource {

  /** How much of it stands where, and how much of that is over its deadline at this moment. */
  StageBoard stages(Instant now);
}
