package vn.commendation.award.web;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.function.Function;
import org.springframework.context.i18n.LocaleContextHolder;
import vn.commendation.award.Award;
import vn.commendation.award.AwardRule;
import vn.commendation.spreadsheet.Label;
import vn.commendation.spreadsheet.ListExport;

/** Rules as rows of a spreadsheet. */
final class RuleRows {

  private RuleRows() {}

  static ListExport<AwardRule> columns(ListExport<AwardRule> export, List<Award> awards) {
    var names = awards.stream().collect(toMap(Award::code, Function.identity()));
    return export
        .column("award.award", rule -> name(names.get(rule.award())))
        .column("nomination.subject", rule -> Label.of("subject.", rule.subject()))
        .column(
            "campaign.type",
            rule ->
                rule.types().stream().sorted().map(type -> Label.of("award-type.", type)).toList())
        .column("dossier.authority", rule -> Label.of("authority.", rule.authority()))
        .column("award-field.procedure", rule -> Label.of("award-procedure.", rule.procedure()))
        .column("award-field.priorAward", AwardRule::priorAwardName)
        .column("award-field.priorYears", rule -> positive(rule.priorYears()))
        .column("award-field.initiatives", rule -> positive(rule.initiatives()))
        .column(
            "award-field.initiativeLevel",
            rule -> Label.of("award-initiative.", rule.initiativeLevel()))
        .column("award-field.rating", rule -> Label.of("award-rating.", rule.rating()))
        .column("award-field.ratingYears", rule -> positive(rule.ratingYears()))
        .column("award-field.quotaPercent", AwardRule::quotaPercent)
        .column("award-field.voteThreshold", AwardRule::voteThreshold)
        .column("award-field.disclosureDays", AwardRule::disclosureDays)
        .column("award-field.moneyFactor", AwardRule::moneyFactor)
        .wide("award.basis", AwardRule::legalBasis)
        .column("award.certainty", rule -> Label.of("award-certainty.", rule.certainty()))
        .wide("award-field.note", AwardRule::note);
  }

  private static String name(Award award) {
    if (award == null) {
      return null;
    }
    return LocaleContextHolder.getLocale().getLanguage().equals("en")
        ? award.nameEn()
        : award.name();
  }

  private static Integer positive(int amount) {
    return amount > 0 ? amount : null;
  }
}
