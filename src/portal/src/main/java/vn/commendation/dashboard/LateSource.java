package vn.commendation.dashboard;

import java.time.Instant;
import java.util.List;

/** A module with deadlines that people can miss. */
public interface LateSource {

  /** What is over its deadline at this moment, the longest first; at most so many. */
  List<LateWork> late(Instant now, int most);
}
