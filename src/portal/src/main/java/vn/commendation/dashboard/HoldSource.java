package vn.commendation.dashboard;

import java.util.List;

/** A module with cases that are not considered for now. */
public interface HoldSource {

  /** The open holds, the next to be looked at first; at most so many. */
  List<HeldCase> holds(int most);
}
