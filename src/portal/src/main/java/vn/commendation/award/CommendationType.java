package vn.commendation.award;

/** What a commendation is given for (loại hình khen thưởng; Law 06/2022/QH15, Article 8). */
public enum CommendationType {
  /** Công trạng: the yearly titles and merits. */
  MERIT,
  /** Phong trào thi đua theo đợt, chuyên đề. */
  MOVEMENT,
  /** Đột xuất: an outstanding deed, at once and outside every campaign. */
  UNPLANNED,
  /** Quá trình cống hiến. */
  DEDICATION,
  /** Niên hạn. */
  TENURE,
  /** Đối ngoại. */
  FOREIGN
}
