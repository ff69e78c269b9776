package vn.commendation.campaign;

/** There is no such campaign, or not for this account. */
public class CampaignNotFound extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CampaignNotFound(Object id) {
    super(String.valueOf(id));
  }
}
