package vn.commendation.award;

/** Danh hiệu thi đua (title) or hình thức khen thưởng (form): never mixed up in the field. */
public enum AwardKind {
  TITLE,
  FORM
}
