package vn.commendation.dashboard;

import java.util.List;

/** A module that counts places. */
public interface QuotaSource {

  /** The limits that somebody wants a place of now, the fullest first; bounded. */
  List<QuotaGauge> gauges();
}
