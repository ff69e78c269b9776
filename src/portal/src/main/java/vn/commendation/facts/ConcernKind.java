package vn.commendation.facts;

/** What can stand between a nominee and an award until it is settled. */
public enum ConcernKind {
  /** Khiếu nại. */
  COMPLAINT,
  /** Tố cáo. */
  DENUNCIATION,
  /** Thanh tra, kiểm tra. */
  INSPECTION
}
