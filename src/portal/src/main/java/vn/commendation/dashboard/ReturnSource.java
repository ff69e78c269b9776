package vn.commendation.dashboard;

import java.time.Instant;

/** A module whose cases are returned for a supplement. */
public interface ReturnSource {

  /** Reviews and returns since a moment, and the reasons of the last so many. */
  Returns returns(Instant since, int mostReasons);
}
