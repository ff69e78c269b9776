package vn.commendation.campaign;

/** Why the Office changes what was announced. */
final class Reason {

  private static final int LONGEST = 2000;

  private Reason() {}

  /**
   * The reason as it is kept.
   *
   * @throws CampaignRefused if there is none, or it is too long
   */
  static String of(String entered) {
    var why = entered == null ? "" : entered.strip();
    if (why.isEmpty()) {
      throw new CampaignRefused("reason", "reason");
    }
    if (why.length() > LONGEST) {
      throw new CampaignRefused("too-long", "reason", String.valueOf(LONGEST));
    }
    return why;
  }
}
