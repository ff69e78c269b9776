package vn.commendation.notification;

/** How somebody is told of one kind of notice. The bell of the portal has all but the last. */
public enum Delivery {
  /** By mail at once. */
  IMMEDIATE,
  /** In one mail a day with everything that came since the last. */
  DIGEST,
  /** On the bell only. */
  BELL,
  /** Not at all. */
  OFF
}
