package vn.commendation.campaign;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.commendation.notification.Notice;
import vn.commendation.notification.NoticeKind;
import vn.commendation.notification.NoticeText;
import vn.commendation.notification.Notifications;

/** What the heads of units are told of a campaign. */
@Component
class CampaignMails {

  private final AddressedUnits units;
  private final Notifications notifications;
  private final String portalUrl;

  CampaignMails(
      AddressedUnits units,
      Notifications notifications,
      @Value("${commendation.portal.url}") String portalUrl) {
    this.units = units;
    this.notifications = notifications;
    this.portalUrl = portalUrl;
  }

  /** Tells the heads of every addressed unit. */
  void tellHeads(String notice, CampaignEntity campaign) {
    tellHeads(notice, campaign, addressed(campaign));
  }

  /** Tells the heads of some units and answers how many were told. */
  int tellHeads(String notice, CampaignEntity campaign, Set<Long> unitIds) {
    var heads = units.heads(unitIds);
    notifications.tell(
        heads,
        Notice.of(
            NoticeKind.CAMPAIGN,
            notice,
            "/campaigns/" + campaign.getId(),
            campaign.code(),
            campaign.title(),
            campaign.closesAt() == null ? NoticeText.of("notice.no-deadline") : campaign.closesAt(),
            campaign.opensAt()));
    return heads.size();
  }

  Set<Long> addressed(CampaignEntity campaign) {
    return units.of(campaign.unitIds()).stream().map(CampaignUnit::id).collect(Collectors.toSet());
  }

  String url(CampaignEntity campaign) {
    return portalUrl + "/campaigns/" + campaign.getId();
  }
}
