package vn.commendation.dossier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.commendation.campaign.Campaigns;
import vn.commendation.facts.AwardHistory;
import vn.commendation.nomination.AcceptedNomination;
import vn.commendation.nomination.BatchedNominations;

/**
 * Counts the places that rules and campaigns leave for the nominees of a batch. Who is under way in
 * another batch wants a place too, so no two batches go through beside each other where there are
 * places for one. A place is taken once it was given, or once the other batch has been counted and
 * has not to choose.
 */
@Component
class Quotas {

  private final Cases cases;
  private final DossierRepository dossiers;
  private final Campaigns campaigns;
  private final BatchedNominations nominations;
  private final AwardHistory history;

  Quotas(
      Cases cases,
      DossierRepository dossiers,
      Campaigns campaigns,
      BatchedNominations nominations,
      AwardHistory history) {
    this.cases = cases;
    this.dossiers = dossiers;
    this.campaigns = campaigns;
    this.nominations = nominations;
    this.history = history;
  }

  /** The limits for those who stand in a batch, counted. */
  List<Quota> of(Dossier dossier) {
    var described = cases.of(dossier.standing());
    var ceilings =
        described.values().stream()
            .map(AcceptedNomination::campaignId)
            .filter(Objects::nonNull)
            .distinct()
            .collect(Collectors.toMap(id -> id, campaigns::ceilings));
    Map<String, Quota> quotas = new LinkedHashMap<>();
    Map<String, String> shareOf = new LinkedHashMap<>();
    for (var item : dossier.standing()) {
      var nomination = described.get(item.nominationId());
      var rule = nomination.rule();
      if (rule.quotaPercent() != null || rule.quotaCeiling() != null) {
        var quota = Quota.ofRule(item, rule);
        quotas.putIfAbsent(quota.key(), quota);
        if (rule.quotaOf() != null) {
          shareOf.put(quota.key(), rule.quotaOf());
        }
      }
      var ceiling = ceilings.getOrDefault(item.campaignId(), Map.of()).get(item.awardCode());
      if (ceiling != null) {
        var quota = Quota.ofCampaign(item, nomination.campaignTitle(), ceiling);
        quotas.putIfAbsent(quota.key(), quota);
      }
    }
    var lines = List.copyOf(quotas.values());
    var elsewhere =
        elsewhere(
            dossier,
            Stream.concat(lines.stream().map(Quota::awardCode), shareOf.values().stream()));
    for (var quota : lines) {
      count(quota, dossier, elsewhere);
      if (shareOf.containsKey(quota.key())) {
        quota.base(base(quota, shareOf.get(quota.key()), dossier, elsewhere));
      }
    }
    return lines;
  }

  /**
   * Counts the exceeded quotas of a batch again before the council's choice is taken. Of two
   * batches that choose for the same places at once, the second waits and then sees what the first
   * has taken.
   */
  void countAgain(Dossier dossier) {
    var exceeded = dossier.exceededQuotas();
    if (exceeded.isEmpty()) {
      return;
    }
    dossiers.lockQuotas(exceeded.stream().map(Quota::awardCode).distinct().toList());
    var elsewhere = elsewhere(dossier, exceeded.stream().map(Quota::awardCode));
    exceeded.forEach(quota -> count(quota, dossier, elsewhere));
  }

  private void count(Quota quota, Dossier dossier, List<DossierItem> elsewhere) {
    var others = elsewhere.stream().filter(quota::covers).toList();
    quota.count(
        count(dossier.standing(), quota::covers),
        given(quota),
        others.size(),
        count(others, DossierItem::placeDecided));
  }

  private int given(Quota quota) {
    return quota.campaignId() == null
        ? history.holders(quota.awardCode(), quota.year(), quota.unitId())
        : history.standing(nominations.awarded(quota.campaignId(), quota.awardCode()));
  }

  /** Who has the award the share is taken of, or has come as far as this in a batch. */
  private int base(Quota quota, String shareOf, Dossier dossier, List<DossierItem> elsewhere) {
    Predicate<DossierItem> counts =
        item -> item.awardCode().equals(shareOf) && quota.scopeCovers(item);
    return history.holders(shareOf, quota.year(), quota.unitId())
        + count(dossier.standing(), counts)
        + count(elsewhere, counts.and(DossierItem::placeDecided));
  }

  private List<DossierItem> elsewhere(Dossier dossier, Stream<String> awards) {
    var codes = awards.collect(Collectors.toSet());
    return codes.isEmpty() ? List.of() : dossiers.underWay(dossier.getId(), codes);
  }

  private static int count(List<DossierItem> items, Predicate<DossierItem> wanted) {
    return (int) items.stream().filter(wanted).count();
  }
}
