package vn.commendation.nomination;

import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.CosineDistance;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;
import vn.commendation.award.Award;
import vn.commendation.award.Awards;
import vn.commendation.notification.Notices;

/**
 * Nominations of one nominee that tell the same, in whichever campaign and of whichever unit: one
 * achievement is commended once (nguyên tắc khen thưởng, Law 06/2022/QH15).
 */
@Component
class Duplicates {

  /** More nominations than a working life has. */
  private static final PageRequest MOST_RIVALS = PageRequest.of(0, 200);

  private final NominationRepository nominations;
  private final Awards awards;
  private final Notices notices;
  private final double threshold;

  Duplicates(
      NominationRepository nominations,
      Awards awards,
      Notices notices,
      @Value("${commendation.nomination.similar-titles}") double threshold) {
    this.nominations = nominations;
    this.awards = awards;
    this.notices = notices;
    this.threshold = threshold;
  }

  /**
   * What makes this nomination an exact repeat.
   *
   * @param before counts only nominations submitted before; {@code null} counts all
   */
  List<Problem> problems(Nomination nomination, Instant before) {
    return rivals(nomination, before).stream()
        .filter(rival -> repeats(nomination, rival))
        .map(rival -> repeated(rival, awardName(rival)))
        .toList();
  }

  static Problem repeated(Nomination rival, String awardName) {
    return Problem.of("duplicate", "personId", rival.code(), awardName);
  }

  /** What the Office should judge though it is no exact repeat. */
  List<Finding> findings(Nomination nomination) {
    var findings = new ArrayList<Finding>();
    for (var rival : rivals(nomination, null)) {
      if (!similar(nomination, rival) || repeats(nomination, rival)) {
        continue;
      }
      var awarded = rival.status().awarded();
      var code = awarded ? "achievement-awarded" : "near-duplicate";
      findings.add(
          new Finding(
              code,
              awarded ? Finding.Severity.JUDGE : Finding.Severity.NOTE,
              notices.get("finding." + code, rival.code(), awardName(rival)),
              null));
    }
    return findings;
  }

  /** Nominations of the same nominee that tell nearly the same, the latest first. */
  List<SimilarCase> similar(Nomination nomination) {
    var names = awards.all().stream().collect(Collectors.toMap(Award::code, Award::name));
    return rivals(nomination, null).stream()
        .filter(rival -> similar(nomination, rival))
        .map(rival -> similarCase(nomination, rival, names))
        .toList();
  }

  /** Other awards for which the nominee is considered in the same campaign. */
  List<String> otherAwards(Nomination nomination) {
    return nomination.campaignId() == null
        ? List.of()
        : rivals(nomination, null).stream()
            .filter(rival -> nomination.campaignId().equals(rival.campaignId()))
            .filter(rival -> !rival.awardCode().equals(nomination.awardCode()))
            .map(this::awardName)
            .distinct()
            .toList();
  }

  private List<Nomination> rivals(Nomination nomination, Instant before) {
    return nominations.ofNominee(
        nomination.getId(),
        nomination.personId(),
        nomination.unitId(),
        NominationStatus.counting(),
        before,
        MOST_RIVALS);
  }

  static boolean repeats(Nomination nomination, Nomination rival) {
    var sameAward = Objects.equals(rival.awardCode(), nomination.awardCode());
    if (sameAward && overlap(nomination, rival)) {
      return true;
    }
    // a higher award may follow from an achievement that was awarded: that is for the Office
    var compared = sameAward || !rival.status().awarded();
    return compared
        && !nomination.achievements().isEmpty()
        && normal(rival.achievements()).equals(normal(nomination.achievements()));
  }

  private boolean similar(Nomination nomination, Nomination rival) {
    return likeness(nomination.title(), rival.title()) >= threshold
        || normal(rival.achievements()).equals(normal(nomination.achievements()));
  }

  static boolean overlap(Nomination one, Nomination other) {
    return one.periodFrom() != null
        && one.periodTo() != null
        && other.periodFrom() != null
        && other.periodTo() != null
        && !one.periodFrom().isAfter(other.periodTo())
        && !one.periodTo().isBefore(other.periodFrom());
  }

  /** How much two titles have in common, from 0 to 1. */
  static double likeness(String one, String other) {
    var left = normal(one);
    var right = normal(other);
    if (left.isEmpty() || right.isEmpty()) {
      return 0;
    }
    return 1 - new CosineDistance().apply(left, right);
  }

  /** Words without case, diacritics and punctuation: they are left out in haste. */
  static String normal(String text) {
    return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replace('đ', 'd')
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }

  private static SimilarCase similarCase(
      Nomination nomination, Nomination rival, Map<String, String> awardNames) {
    return new SimilarCase(
        rival.getId(),
        rival.code(),
        rival.status(),
        awardNames.get(rival.awardCode()),
        rival.unitName(),
        rival.title(),
        rival.achievements(),
        rival.periodFrom(),
        rival.periodTo(),
        (int) Math.round(likeness(nomination.title(), rival.title()) * 100));
  }

  private String awardName(Nomination nomination) {
    return awards.find(nomination.awardCode()).map(Award::name).orElse(nomination.awardCode());
  }
}
