package vn.commendation.campaign;

/** The campaign, or what belongs to it, has moved on since the page was shown. */
public class CampaignConflict extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String code;

  CampaignConflict(String code) {
    super(code);
    this.code = code;
  }

  /** Text key is {@code campaign-conflict.} and this code. */
  public String code() {
    return code;
  }
}
