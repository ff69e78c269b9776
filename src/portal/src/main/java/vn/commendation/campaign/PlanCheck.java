package vn.commendation.campaign;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.commendation.award.Award;
import vn.commendation.award.Awards;
import vn.commendation.award.CommendationType;

/** What stands against a plan as the Office wrote it. */
@Component
class PlanCheck {

  /** The furthest a window may lie from its plan, and the longest it may last. */
  static final int MOST_YEARS = 2;

  private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]{1,31}");

  private final CampaignRepository campaigns;
  private final Awards awards;
  private final AddressedUnits units;

  PlanCheck(CampaignRepository campaigns, Awards awards, AddressedUnits units) {
    this.campaigns = campaigns;
    this.awards = awards;
    this.units = units;
  }

  /**
   * @param id of the campaign; {@code null} for a new one
   */
  List<Problem> problems(Long id, CampaignForm form) {
    var problems = new ArrayList<Problem>();
    checkCode(id, form, problems);
    checkText("title", form.title(), 500, problems);
    checkText("theme", form.theme(), 500, problems);
    checkText("planNumber", form.planNumber(), 64, problems);
    checkText("basis", form.basis(), 1000, problems);
    checkText("description", form.description(), 10_000, problems);
    checkLength("text.subject", form.text().subject(), 1000, problems);
    checkLength("text.shortSubject", form.text().shortSubject(), 500, problems);
    checkLength("text.purpose", form.text().purpose(), 10_000, problems);
    checkLength("text.content", form.text().content(), 10_000, problems);
    checkLength("text.implementation", form.text().implementation(), 10_000, problems);
    checkLength("text.signer", form.text().signer(), 120, problems);
    checkDates(form, problems);
    checkWindow(form, problems);
    checkAwards(form, problems);
    var known = units.all().stream().map(CampaignUnit::id).collect(Collectors.toSet());
    if (form.unitIds().isEmpty() || !known.containsAll(form.unitIds())) {
      problems.add(Problem.of("units", "unitIds"));
    }
    return problems;
  }

  private void checkCode(Long id, CampaignForm form, List<Problem> problems) {
    if (!CODE.matcher(form.code()).matches()) {
      problems.add(Problem.of("code", "code"));
    } else if (campaigns
        .findByCode(form.code())
        .filter(taken -> !taken.getId().equals(id))
        .isPresent()) {
      problems.add(Problem.of("code-taken", "code", form.code()));
    }
  }

  private static void checkText(String field, String text, int most, List<Problem> problems) {
    if (text.isEmpty()) {
      problems.add(Problem.of("missing", field));
    }
    checkLength(field, text, most, problems);
  }

  private static void checkLength(String field, String text, int most, List<Problem> problems) {
    if (text.length() > most) {
      problems.add(Problem.of("too-long", field, String.valueOf(most)));
    }
  }

  private static void checkDates(CampaignForm form, List<Problem> problems) {
    if (form.planDate() == null) {
      problems.add(Problem.of("missing", "planDate"));
    }
    if (form.achievementFrom() == null) {
      problems.add(Problem.of("missing", "achievementFrom"));
    }
    if (form.achievementTo() == null) {
      problems.add(Problem.of("missing", "achievementTo"));
    } else if (form.achievementFrom() != null
        && form.achievementTo().isBefore(form.achievementFrom())) {
      problems.add(Problem.of("period-order", "achievementTo"));
    }
  }

  private static void checkWindow(CampaignForm form, List<Problem> problems) {
    if (form.opensAt() == null) {
      problems.add(Problem.of("missing", "opensAt"));
      return;
    }
    var opensOn = form.opensAt().toLocalDate();
    if (form.planDate() != null
        && (opensOn.isBefore(form.planDate())
            || opensOn.isAfter(form.planDate().plusYears(MOST_YEARS)))) {
      problems.add(Problem.of("opens-range", "opensAt", String.valueOf(MOST_YEARS)));
    }
    if (form.closesAt() != null) {
      if (!form.closesAt().isAfter(form.opensAt())) {
        problems.add(Problem.of("window-order", "closesAt"));
      } else if (form.closesAt().isAfter(form.opensAt().plusYears(MOST_YEARS))) {
        problems.add(Problem.of("window-long", "closesAt", String.valueOf(MOST_YEARS)));
      }
    }
    checkReportDeadline(form, opensOn, problems);
  }

  private static void checkReportDeadline(
      CampaignForm form, LocalDate opensOn, List<Problem> problems) {
    var earliest = form.closesAt() == null ? opensOn : form.closesAt().toLocalDate();
    if (form.reportDueOn() != null && form.reportDueOn().isBefore(earliest)) {
      problems.add(Problem.of("report-early", "reportDueOn"));
    }
  }

  private void checkAwards(CampaignForm form, List<Problem> problems) {
    var known = awards.all().stream().map(Award::code).collect(Collectors.toSet());
    if (form.awardCodes().isEmpty() || !known.containsAll(form.awardCodes())) {
      problems.add(Problem.of("awards", "awardCodes"));
    }
    if (!form.awardCodes().containsAll(form.ceilings().keySet())) {
      problems.add(Problem.of("ceiling-award", "ceilings"));
    }
    if (form.ceilings().values().stream().anyMatch(ceiling -> ceiling < 1 || ceiling > 10_000)) {
      problems.add(Problem.of("ceiling-range", "ceilings"));
    }
    if (form.type() == null) {
      problems.add(Problem.of("missing", "type"));
    } else if (form.type() == CommendationType.UNPLANNED) {
      problems.add(Problem.of("type-unplanned", "type"));
    }
  }
}
