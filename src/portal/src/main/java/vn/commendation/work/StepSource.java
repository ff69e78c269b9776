package vn.commendation.work;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A module that knows of steps with a time, and whom they wait for. */
public interface StepSource {

  /**
   * The open steps that are due until then, the earliest first; at most {@code most}. What the
   * process itself reminds of or ends in time is left out.
   */
  List<OpenStep> dueUntil(Instant until, int most);

  /** The step with this id, if it is this module's and still open. */
  Optional<OpenStep> open(String id);
}
