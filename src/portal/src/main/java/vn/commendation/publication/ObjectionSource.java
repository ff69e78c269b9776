package vn.commendation.publication;

/** How an objection came. */
public enum ObjectionSource {
  /** From somebody who was logged in. */
  ACCOUNT,
  /** From the public form, confirmed by mail. */
  MAIL,
  /** A letter the Office entered. */
  PAPER
}
