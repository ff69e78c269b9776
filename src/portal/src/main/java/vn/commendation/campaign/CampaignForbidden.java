package vn.commendation.campaign;

/** This account may not do this with campaigns. */
public class CampaignForbidden extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CampaignForbidden(String username) {
    super(username);
  }
}
