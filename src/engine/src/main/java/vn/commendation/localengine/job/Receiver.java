package vn.commendation.localengine.job;

import java.util.List;

/** A worker's end of a line. Called by one thread at a time. */
public interface Receiver {

  /** Whether nothing given before is still on its way out, and the line is open. */
  boolean ready();

  void give(List<ActivatedJob> jobs);

  /** There will be no more: the time of a poll is over, or it got its jobs. */
  void end();
}
