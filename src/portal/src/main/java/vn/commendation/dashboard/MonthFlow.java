package vn.commendation.dashboard;

import java.time.YearMonth;

/** Cases that came in and cases that ended in one month. */
public record MonthFlow(YearMonth month, long received, long ended) {}
