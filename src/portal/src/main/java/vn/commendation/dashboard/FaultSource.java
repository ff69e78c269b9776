package vn.commendation.dashboard;

import java.util.List;

/** A module that knows of technical work that does not succeed. */
public interface FaultSource {

  /** What is out of order now; empty if nothing is. */
  List<Fault> faults();
}
