package vn.commendation.notification;

/** What becomes of a notice by mail. */
enum Mailing {
  /** It stays on the bell. */
  NONE,
  /** Listed in the next daily digest. */
  DIGEST,
  /** Listed in a mail with others of its kind that came at the same time. */
  SUMMARY,
  /** Written into a mail. */
  MAILED
}
