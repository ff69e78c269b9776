package vn.commendation.award;

/** What the votes for a nominee are measured against. */
public enum VoteDenominator {
  /** Every member of the council, present or not. */
  ALL_MEMBERS,
  /** Members who may vote on this nominee: without those with a conflict of interest. */
  ENTITLED_MEMBERS
}
