package vn.commendation.campaign;

/** What the services of the module refuse with, for tests of its pages. */
public final class Refusals {

  private Refusals() {}

  public static CampaignRefused of(String code, String field) {
    return new CampaignRefused(code, field);
  }

  public static CampaignConflict conflict(String code) {
    return new CampaignConflict(code);
  }

  public static CampaignForbidden forbidden() {
    return new CampaignForbidden("somebody");
  }

  public static CampaignNotFound notFound() {
    return new CampaignNotFound(99);
  }
}
