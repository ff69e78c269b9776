package vn.commendation.facts;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.commendation.award.Award;
import vn.commendation.notification.Notices;

/** The entries of the registers as Vietnamese sentences. */
@Component
class FactLines {

  /** As many of a kind as a reviewer reads. */
  private static final int MOST = 30;

  private final Notices notices;

  FactLines(Notices notices) {
    this.notices = notices;
  }

  List<String> of(
      List<Award> catalogue,
      List<AwardGiven> given,
      List<Initiative> initiatives,
      List<YearlyRating> ratings,
      List<Discipline> disciplines,
      List<Concern> concerns) {
    var names = catalogue.stream().collect(Collectors.toMap(Award::code, Award::name));
    return Stream.of(
            given.stream().map(one -> award(one, names.get(one.awardCode()))),
            initiatives.stream().map(this::initiative),
            ratings.stream().map(this::rating),
            disciplines.stream().map(this::discipline),
            concerns.stream().map(this::concern))
        .flatMap(kind -> kind.limit(MOST))
        .toList();
  }

  private String award(AwardGiven one, String name) {
    var line =
        notices.get(
            "fact-line.award",
            name,
            Integer.toString(one.year()),
            text(one.decisionNumber()),
            Notices.date(one.decidedOn()),
            text(one.decidedBy()));
    return one.revokedOn() == null
        ? line
        : notices.get("fact-line.revoked", line, Notices.date(one.revokedOn()));
  }

  private String initiative(Initiative one) {
    var authors =
        one.authors().stream()
            .map(
                author ->
                    author.name() + " " + author.share().stripTrailingZeros().toPlainString() + "%")
            .collect(Collectors.joining(", "));
    return notices.get(
        "fact-line.initiative",
        one.number(),
        one.title(),
        notices.get("fact-line.level." + one.level()),
        Notices.date(one.recognisedOn()),
        authors,
        one.effectScope());
  }

  private String rating(YearlyRating one) {
    return notices.get(
        "fact-line.rating",
        Integer.toString(one.year()),
        notices.get("fact-line.rating." + one.rating()),
        one.decision());
  }

  private String discipline(Discipline one) {
    if (one.kind() != null) {
      return notices.get(
          "fact-line.discipline",
          one.name(),
          notices.get("fact-line.discipline." + one.kind()),
          text(one.decisionNumber()),
          Notices.date(one.decidedOn()),
          one.note());
    }
    return one.pending()
        ? notices.get(
            "fact-line.discipline-pending", one.name(), Notices.date(one.pendingFrom()), one.note())
        : notices.get(
            "fact-line.discipline-none",
            one.name(),
            Notices.date(one.pendingFrom()),
            Notices.date(one.pendingTo()));
  }

  private String concern(Concern one) {
    var line =
        notices.get(
            "fact-line.concern",
            notices.get("fact-line.concern." + one.kind()),
            one.name(),
            Notices.date(one.openedOn()),
            one.note());
    if (one.violationSigns()) {
      line = notices.get("fact-line.violation-signs", line);
    }
    return one.closedOn() == null
        ? notices.get("fact-line.open", line)
        : notices.get("fact-line.closed", line, Notices.date(one.closedOn()));
  }

  private static String text(String value) {
    return value == null ? "–" : value;
  }
}
