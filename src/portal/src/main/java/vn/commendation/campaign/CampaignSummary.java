package vn.commendation.campaign;

/**
 * A line of the list of campaigns.
 *
 * @param open whether it takes nominations now
 */
public record CampaignSummary(Campaign campaign, CampaignStatus status, boolean open) {}
