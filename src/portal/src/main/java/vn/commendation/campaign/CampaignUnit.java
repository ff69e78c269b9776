package vn.commendation.campaign;

/** A unit a campaign may address. */
public record CampaignUnit(long id, String name) {}
