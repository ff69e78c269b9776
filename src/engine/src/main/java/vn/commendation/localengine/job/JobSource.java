package vn.commendation.localengine.job;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;

/** Where jobs are taken from, and put back. */
interface JobSource {

  /**
   * What was found for a number of takers.
   *
   * @param jobs one for each taker from the first on; null where a job could not be given
   * @param exhausted whether there was less than was asked for
   */
  record Batch(List<ActivatedJob> jobs, boolean exhausted) {}

  /** Activates a job of a type for each taker, the oldest first, as far as there are jobs. */
  Batch activate(String type, List<Activation> takers);

  /** Frees jobs that did not reach their worker, unless something happened to them since. */
  void free(Collection<ActivatedJob> jobs);

  /** Types of the jobs whose lock or back-off is over. */
  List<String> overdueTypes();

  /** When the next lock or back-off ends, in milliseconds of the epoch. */
  OptionalLong nextDue();
}
