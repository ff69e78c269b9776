package vn.commendation.directory;

/** The position classes of statistical form 0603 (Circular 02/2023/TT-BNV) inside a Department. */
public enum PositionClass {
  DEPARTMENT_LEADER,
  OTHER_MANAGER,
  DIRECT_WORKER
}
