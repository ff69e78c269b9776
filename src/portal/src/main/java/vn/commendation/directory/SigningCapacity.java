package vn.commendation.directory;

/** In whose place somebody signs (NĐ 30/2020/NĐ-CP, Article 13). */
public enum SigningCapacity {
  /** The head himself. */
  HEAD,
  /** KT.: a deputy in the head's place, within an assigned field. */
  FOR_HEAD,
  /** TL.: by order, such as the chief of the Office. */
  BY_ORDER,
  /** TUQ.: by written, time-limited authority that cannot be passed on. */
  BY_AUTHORITY
}
