package vn.commendation.nomination;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.commendation.award.Award;
import vn.commendation.award.AwardSubject;
import vn.commendation.award.Awards;
import vn.commendation.award.SubjectKind;
import vn.commendation.campaign.Campaign;
import vn.commendation.campaign.Campaigns;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Person;
import vn.commendation.directory.Unit;
import vn.commendation.notification.Notices;

/** What stands against a nomination, before its submission and again when the process checks it. */
@Component
class SubmissionCheck {

  /** A report shorter than this says nothing a reviewer could judge. */
  static final int SHORTEST_ACHIEVEMENTS = 50;

  private final Campaigns campaigns;
  private final Awards awards;
  private final Directory directory;
  private final CaseRules rules;
  private final Duplicates duplicates;
  private final EvidenceStore evidence;
  private final ZoneId zone;

  /** What a nomination is held against: asked for one at a time, or gathered for many at once. */
  interface Facts {
    Optional<Campaign> campaign(long id);

    Optional<Award> award(String code);

    boolean hasRule(Nomination nomination);

    Optional<Unit> unit(long id);

    Optional<Person> person(long id);

    List<Problem> repeats(Nomination nomination);
  }

  SubmissionCheck(
      Campaigns campaigns,
      Awards awards,
      Directory directory,
      CaseRules rules,
      Duplicates duplicates,
      EvidenceStore evidence,
      Clock clock) {
    this.campaigns = campaigns;
    this.awards = awards;
    this.directory = directory;
    this.rules = rules;
    this.duplicates = duplicates;
    this.evidence = evidence;
    this.zone = clock.getZone();
  }

  /** Problems on the eve of a submission at this instant. */
  List<Problem> beforeSubmission(Nomination nomination, Account nominator, Instant now) {
    return check(nomination, nominator, now, asked(null));
  }

  /** The same for a nomination of many, for which the facts were gathered before. */
  List<Problem> beforeSubmission(
      Nomination nomination, Account nominator, Instant now, Facts gathered) {
    return check(nomination, nominator, now, gathered);
  }

  /**
   * Problems of a submitted nomination. Of two that name the same subject, the one submitted first
   * stands.
   */
  List<Problem> afterSubmission(Nomination nomination, Account nominator, Instant now) {
    return check(nomination, nominator, now, asked(nomination.submittedAt()));
  }

  /** What the Office should know though it stands against nothing. */
  List<Problem> warnings(Nomination nomination) {
    var warnings = new ArrayList<Problem>();
    if (evidence.filesOf(nomination.getId()).isEmpty()) {
      warnings.add(Problem.of("evidence.missing", null));
    }
    if (hasSubject(nomination)) {
      duplicates.otherAwards(nomination).stream()
          .map(name -> Problem.of("other-award", "awardCode", name))
          .forEach(warnings::add);
    }
    return warnings;
  }

  boolean unknownAward(String code) {
    return awards.find(code).isEmpty();
  }

  /** Facts as they are this moment. */
  private Facts asked(Instant rivalsBefore) {
    return new Facts() {
      @Override
      public Optional<Campaign> campaign(long id) {
        return campaigns.find(id);
      }

      @Override
      public Optional<Award> award(String code) {
        return awards.find(code);
      }

      @Override
      public boolean hasRule(Nomination nomination) {
        return rules.ruleOf(nomination).isPresent();
      }

      @Override
      public Optional<Unit> unit(long id) {
        return directory.unit(id);
      }

      @Override
      public Optional<Person> person(long id) {
        return directory.person(id);
      }

      @Override
      public List<Problem> repeats(Nomination nomination) {
        return duplicates.problems(nomination, rivalsBefore);
      }
    };
  }

  private List<Problem> check(Nomination nomination, Account nominator, Instant now, Facts facts) {
    var problems = new ArrayList<Problem>();
    var campaign =
        nomination.campaignId() == null
            ? null
            : facts.campaign(nomination.campaignId()).orElse(null);
    if (nomination.campaignId() != null && campaign == null) {
      problems.add(Problem.of("campaign.unknown", "campaignId"));
      return problems;
    }
    if (campaign != null) {
      checkWindow(nomination, campaign, now, problems);
    }
    checkAward(nomination, campaign, facts, problems);
    checkNominee(nomination, nominator, facts, problems);
    checkContent(nomination, problems);
    checkPeriod(nomination, campaign, now, problems);
    if (hasSubject(nomination) && nomination.awardCode() != null) {
      problems.addAll(facts.repeats(nomination));
    }
    return problems;
  }

  private static void checkWindow(
      Nomination nomination, Campaign campaign, Instant now, List<Problem> problems) {
    var at = nomination.submittedAt() == null ? now : nomination.submittedAt();
    if (campaign.cancelled() && nomination.submittedAt() == null) {
      problems.add(Problem.of("campaign.cancelled", "campaignId"));
    } else if (campaign.closedAt(at)) {
      if (nomination.lateReason() == null) {
        problems.add(Problem.of("campaign.closed", "lateReason"));
      }
    } else if (!campaign.openAt(at)) {
      problems.add(Problem.of("campaign.not-open-yet", "campaignId"));
    }
  }

  private void checkAward(
      Nomination nomination, Campaign campaign, Facts facts, List<Problem> problems) {
    if (nomination.awardCode() == null) {
      problems.add(Problem.of("award.missing", "awardCode"));
      return;
    }
    var award = facts.award(nomination.awardCode()).orElse(null);
    if (award == null) {
      problems.add(Problem.of("award.unknown", "awardCode"));
    } else if (campaign != null && !campaign.awardCodes().contains(award.code())) {
      problems.add(Problem.of("award.not-in-campaign", "awardCode"));
    } else if (!fits(award.subject(), nomination.subjectKind())) {
      problems.add(Problem.of("award.wrong-subject", "awardCode"));
    } else if (!facts.hasRule(nomination)) {
      problems.add(
          Problem.of("award.no-rule", "awardCode", award.name(), rules.setOf(nomination).name()));
    }
  }

  private static void checkNominee(
      Nomination nomination, Account nominator, Facts facts, List<Problem> problems) {
    if (nomination.subjectKind() == SubjectKind.COLLECTIVE) {
      if (facts.unit(nomination.unitId()).isEmpty()) {
        problems.add(Problem.of("nominee.unknown", "subjectKind"));
      }
      return;
    }
    if (nomination.personId() == null) {
      problems.add(Problem.of("nominee.missing", "personId"));
      return;
    }
    var person = facts.person(nomination.personId()).orElse(null);
    if (person == null) {
      problems.add(Problem.of("nominee.unknown", "personId"));
    } else if (person.unit().id() != nomination.unitId()) {
      problems.add(Problem.of("nominee.not-in-unit", "personId"));
    } else if (person.id() == nominator.person().id()) {
      problems.add(Problem.of("nominee.self", "personId"));
    }
  }

  private static void checkContent(Nomination nomination, List<Problem> problems) {
    if (nomination.title().isEmpty()) {
      problems.add(Problem.of("title.missing", "title"));
    }
    if (nomination.achievements().isEmpty()) {
      problems.add(Problem.of("achievements.missing", "achievements"));
    } else if (nomination.achievements().length() < SHORTEST_ACHIEVEMENTS) {
      problems.add(
          Problem.of(
              "achievements.too-short", "achievements", String.valueOf(SHORTEST_ACHIEVEMENTS)));
    }
  }

  private void checkPeriod(
      Nomination nomination, Campaign campaign, Instant now, List<Problem> problems) {
    var from = nomination.periodFrom();
    var to = nomination.periodTo();
    if (from == null || to == null) {
      problems.add(Problem.of("period.missing", from == null ? "periodFrom" : "periodTo"));
    } else if (from.isAfter(to)) {
      problems.add(Problem.of("period.order", "periodTo"));
    } else if (to.isAfter(LocalDate.ofInstant(now, zone))) {
      problems.add(Problem.of("period.future", "periodTo"));
    } else if (campaign != null
        && (from.isBefore(campaign.achievementFrom()) || to.isAfter(campaign.achievementTo()))) {
      problems.add(
          Problem.of(
              "period.outside-campaign",
              "periodFrom",
              Notices.date(campaign.achievementFrom()),
              Notices.date(campaign.achievementTo())));
    }
  }

  private static boolean hasSubject(Nomination nomination) {
    return nomination.subjectKind() == SubjectKind.COLLECTIVE || nomination.personId() != null;
  }

  private static boolean fits(AwardSubject subject, SubjectKind kind) {
    return subject == AwardSubject.BOTH || subject.name().equals(kind.name());
  }
}
