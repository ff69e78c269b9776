package vn.commendation.dashboard;

import java.time.YearMonth;
import java.util.List;

/** A module that takes work in and finishes it. */
public interface FlowSource {

  /** Cases received and ended by month, the first month first, none left out. */
  List<MonthFlow> flow(YearMonth from, YearMonth to);
}
