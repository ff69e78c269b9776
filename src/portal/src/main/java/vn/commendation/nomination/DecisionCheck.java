package vn.commendation.nomination;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.commendation.directory.Account;
import vn.commendation.nomination.Finding.Severity;
import vn.commendation.notification.Notices;

/** Why a decision made in Tasklist does not count. */
@Component
class DecisionCheck {

  private static final Set<String> WITHOUT_REASON = Set.of("accept", "agree");
  private static final int LONGEST_REASON = 4000;

  private final SubmissionCheck check;
  private final Submission submission;
  private final CaseChecks checks;
  private final CaseRules rules;
  private final ReviewChoices choices;
  private final Notices notices;
  private final Clock clock;

  DecisionCheck(
      SubmissionCheck check,
      Submission submission,
      CaseChecks checks,
      CaseRules rules,
      ReviewChoices choices,
      Notices notices,
      Clock clock) {
    this.check = check;
    this.submission = submission;
    this.checks = checks;
    this.rules = rules;
    this.choices = choices;
    this.notices = notices;
    this.clock = clock;
  }

  /**
   * The reason in words; {@code null} if the decision counts.
   *
   * @param account {@code null} if nobody in the directory completed the task
   */
  String denial(Step step, Nomination nomination, Account account, TaskDecision decision) {
    if (account == null) {
      return notices.get("denial.unknown-account", decision.username());
    }
    var access = NominationAccess.denial(step, account, nomination);
    if (access != null) {
      return notices.get("denial." + access, account.displayName());
    }
    if (step == Step.SUPPLEMENT) {
      submission.lockNominee(nomination);
      var problems = check.beforeSubmission(nomination, account, clock.instant());
      return problems.isEmpty()
          ? null
          : notices.get("denial.supplement-incomplete", Problem.in(notices, problems));
    }
    if (decision.decision() == null || !outcomes(step).contains(decision.decision())) {
      return notices.get("denial.no-choice");
    }
    if (decision.reason() == null && !WITHOUT_REASON.contains(decision.decision())) {
      return notices.get("denial.no-reason");
    }
    if (decision.reason() != null && decision.reason().length() > LONGEST_REASON) {
      return notices.get("denial.long-reason");
    }
    return switch (decision.decision()) {
      case "accept" -> acceptance(nomination, decision);
      case "return" -> decision.parts().isEmpty() ? notices.get("denial.no-part") : null;
      case "hold" -> hold(decision);
      case "change-form" ->
          offers(choices.awards(nomination), decision.award())
              ? null
              : notices.get("denial.no-award");
      case "choose-rules" -> ruleSet(nomination, decision);
      case "roll-over" -> rollOver(nomination, decision);
      default -> null;
    };
  }

  /**
   * What the Office has to say something about before it accepts; empty if it need not.
   *
   * @param transition {@code null} if there is no choice of rules
   */
  List<String> toJudge(Nomination nomination, List<Finding> findings, CaseTransition transition) {
    var subjects = new ArrayList<>(texts(findings, Severity.JUDGE));
    if (nomination.late()) {
      subjects.add(notices.get("opinion.late"));
    }
    if (transition != null) {
      transition
          .passedOver(today())
          .map(later -> notices.get("opinion.transition", later.name()))
          .ifPresent(subjects::add);
    }
    return subjects;
  }

  private String acceptance(Nomination nomination, TaskDecision decision) {
    var findings = checks.findings(nomination.getId());
    var blocking = texts(findings, Severity.BLOCK, Severity.HOLD);
    if (!blocking.isEmpty()) {
      return notices.get("denial.blocked", String.join("; ", blocking));
    }
    if (decision.reason() != null) {
      return null;
    }
    var toJudge = toJudge(nomination, findings, rules.transition(nomination).orElse(null));
    return toJudge.isEmpty() ? null : notices.get("denial.no-opinion", String.join("; ", toJudge));
  }

  private static List<String> texts(List<Finding> findings, Severity... severities) {
    return findings.stream()
        .filter(finding -> Arrays.asList(severities).contains(finding.severity()))
        .map(Finding::text)
        .toList();
  }

  private String hold(TaskDecision decision) {
    if (Arrays.stream(HoldKind.values()).noneMatch(k -> k.name().equals(decision.holdKind()))) {
      return notices.get("denial.no-hold-kind");
    }
    return decision.reviewOn() == null || !decision.reviewOn().isAfter(today())
        ? notices.get("denial.review-date", Notices.date(today()))
        : null;
  }

  private String ruleSet(Nomination nomination, TaskDecision decision) {
    var transition = rules.transition(nomination).orElse(null);
    if (transition == null) {
      return notices.get("denial.no-transition");
    }
    var chosen =
        transition.others().stream()
            .filter(set -> set.code().equals(decision.ruleSet()))
            .findAny()
            .orElse(null);
    if (chosen == null) {
      return notices.get("denial.no-rule-set");
    }
    return chosen.validFrom().isAfter(today())
        ? notices.get("denial.rule-set-to-come", chosen.name(), Notices.date(chosen.validFrom()))
        : null;
  }

  private String rollOver(Nomination nomination, TaskDecision decision) {
    if (!nomination.late()) {
      return notices.get("denial.not-late");
    }
    return offers(choices.campaigns(nomination), Objects.toString(decision.campaign(), null))
        ? null
        : notices.get("denial.no-campaign");
  }

  private static boolean offers(List<TaskView.Choice> choices, String value) {
    return choices.stream().anyMatch(choice -> choice.value().equals(value));
  }

  private static Set<String> outcomes(Step step) {
    return switch (step) {
      case OFFICE_REVIEW ->
          Set.of("accept", "return", "reject", "hold", "change-form", "choose-rules", "roll-over");
      case CONSENT -> Set.of("agree", "decline");
      case SUPPLEMENT -> Set.of();
    };
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
