package vn.commendation.dossier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.commendation.award.AwardRule;
import vn.commendation.award.QuotaScope;
import vn.commendation.facts.AwardHistory;

/** Counts the places the rules leave for those of a batch who passed the ballot. */
@Component
class Quotas {

  private final Cases cases;
  private final AwardHistory history;

  Quotas(Cases cases, AwardHistory history) {
    this.cases = cases;
    this.history = history;
  }

  private record Places(String award, Long unitId, int year) {}

  List<Quota> of(Dossier dossier) {
    var rules = cases.rules(dossier);
    Map<Places, List<DossierItem>> candidates = new LinkedHashMap<>();
    for (var item : dossier.withStatus(ItemStatus.PASSED)) {
      var rule = rules.get(item.nominationId());
      if (rule.quotaPercent() != null || rule.quotaCeiling() != null) {
        candidates
            .computeIfAbsent(
                new Places(item.awardCode(), unit(rule, item), item.year()),
                places -> new ArrayList<>())
            .add(item);
      }
    }
    return candidates.entrySet().stream()
        .map(
            entry -> {
              var places = entry.getKey();
              var first = entry.getValue().getFirst();
              var rule = rules.get(first.nominationId());
              return new Quota(
                  places.award(),
                  first.awardName(),
                  places.unitId(),
                  places.year(),
                  entry.getValue().size(),
                  history.holders(places.award(), places.year(), places.unitId()),
                  base(dossier, rule.quotaOf(), places),
                  rule.quotaPercent(),
                  rule.quotaCeiling());
            })
        .toList();
  }

  private static Long unit(AwardRule rule, DossierItem item) {
    return rule.quotaScope() == QuotaScope.UNIT ? (Long) item.unitId() : null;
  }

  /** Who has the award the share is taken of, or passed for it in this very batch. */
  private int base(Dossier dossier, String quotaOf, Places places) {
    if (quotaOf == null) {
      return 0;
    }
    var here =
        dossier.withStatus(ItemStatus.PASSED).stream()
            .filter(item -> item.awardCode().equals(quotaOf) && item.year() == places.year())
            .filter(item -> places.unitId() == null || places.unitId() == item.unitId())
            .count();
    return history.holders(quotaOf, places.year(), places.unitId()) + (int) here;
  }
}
