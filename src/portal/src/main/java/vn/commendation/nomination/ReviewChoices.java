package vn.commendation.nomination;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.commendation.campaign.Campaigns;

/** What the Office may choose from in its review: what the form offers and what counts is one. */
@Component
class ReviewChoices {

  private final CaseRules rules;
  private final Campaigns campaigns;
  private final Clock clock;

  ReviewChoices(CaseRules rules, Campaigns campaigns, Clock clock) {
    this.rules = rules;
    this.campaigns = campaigns;
    this.clock = clock;
  }

  /** Awards to propose instead: by the rules, and in a campaign only the campaign's. */
  List<TaskView.Choice> awards(Nomination nomination) {
    var campaign =
        nomination.campaignId() == null
            ? null
            : campaigns.find(nomination.campaignId()).orElseThrow();
    return rules.alternatives(nomination).stream()
        .filter(award -> campaign == null || campaign.awardCodes().contains(award.code()))
        .map(award -> new TaskView.Choice(award.name(), award.code()))
        .toList();
  }

  /** Campaigns a late nomination can be rolled over to: open, or still to open. */
  List<TaskView.Choice> campaigns(Nomination nomination) {
    if (!nomination.late()) {
      return List.of();
    }
    return campaigns.all().stream()
        .filter(campaign -> campaign.id() != nomination.campaignId())
        .filter(campaign -> campaign.opensAt() != null)
        .filter(campaign -> !campaign.closedAt(clock.instant()))
        .filter(campaign -> campaign.awardCodes().contains(nomination.awardCode()))
        .map(campaign -> new TaskView.Choice(campaign.title(), Long.toString(campaign.id())))
        .toList();
  }

  /** Rule sets to judge the case by instead; none without a transition. */
  List<TaskView.Choice> ruleSets(CaseTransition transition) {
    return transition == null
        ? List.of()
        : transition.others().stream()
            .map(set -> new TaskView.Choice(set.code() + " – " + set.name(), set.code()))
            .toList();
  }
}
