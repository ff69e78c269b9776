package vn.commendation.localengine.bench;

import java.util.List;

/** One of those that are compared. */
interface Contender extends AutoCloseable {

  String name();

  /** Brings every case of a run to its end. */
  void run(Run run) throws InterruptedException;

  /** The engine's process; null where it is this one. */
  ProcessHandle process();

  void deploy(List<Walk> walks);

  @Override
  void close();
}
