package vn.commendation.dashboard;

import java.util.List;

/** A module with windows in which units may nominate. */
public interface WindowSource {

  /** The campaigns that are not over, those that close next first; at most so many. */
  List<CampaignWindow> windows(int most);
}
