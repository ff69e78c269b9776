package vn.commendation.campaign;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.commendation.notification.MailMessage;
import vn.commendation.notification.Mails;
import vn.commendation.notification.Notices;

/** What the heads of units are told of a campaign. */
@Component
class CampaignMails {

  private final AddressedUnits units;
  private final Mails mails;
  private final Notices notices;
  private final String portalUrl;

  CampaignMails(
      AddressedUnits units,
      Mails mails,
      Notices notices,
      @Value("${commendation.portal.url}") String portalUrl) {
    this.units = units;
    this.mails = mails;
    this.notices = notices;
    this.portalUrl = portalUrl;
  }

  /** Tells the heads of every addressed unit. */
  void tellHeads(String notice, CampaignEntity campaign) {
    tellHeads(notice, campaign, addressed(campaign));
  }

  /** Tells the heads of some units and answers how many were told. */
  int tellHeads(String notice, CampaignEntity campaign, Set<Long> unitIds) {
    var heads = units.heads(unitIds);
    for (var head : heads) {
      Object[] args = {
        campaign.code(),
        campaign.title(),
        campaign.closesAt() == null
            ? notices.get("campaign-notice.no-deadline")
            : notices.dateTime(campaign.closesAt()),
        url(campaign),
        head.displayName(),
        notices.dateTime(campaign.opensAt())
      };
      mails.queue(
          new MailMessage(
              head.email(),
              notices.get("campaign-mail." + notice + ".subject", args),
              notices.get("campaign-mail." + notice + ".body", args),
              List.of()));
    }
    return heads.size();
  }

  Set<Long> addressed(CampaignEntity campaign) {
    return units.of(campaign.unitIds()).stream().map(CampaignUnit::id).collect(Collectors.toSet());
  }

  String url(CampaignEntity campaign) {
    return portalUrl + "/campaigns/" + campaign.getId();
  }
}
