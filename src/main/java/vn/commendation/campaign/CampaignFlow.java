package vn.commendation.campaign;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.audit.AuditTrail;
import vn.commendation.calendar.WorkingCalendar;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.engine.DecisionResult;
import vn.commendation.engine.NotYet;
import vn.commendation.engine.UserTasks;
import vn.commendation.notification.MailMessage;
import vn.commendation.notification.Mails;
import vn.commendation.notification.Notices;

/**
 * What the {@code campaign} process asks for, one method per service task. Every method runs in the
 * transaction that notes its job as handled.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class CampaignFlow {

  private static final int LAST_REMINDER_WORKING_DAYS = 2;
  private static final int REPORT_WORKING_DAYS = 10;
  private static final LocalTime REMINDER_TIME = LocalTime.of(8, 0);
  private static final LocalTime END_OF_BUSINESS = LocalTime.of(17, 0);
  private static final int LONGEST_REASON = 4000;
  private static final int LONGEST_TEXT = 20_000;

  private final CampaignRepository campaigns;
  private final Guidelines guidelines;
  private final ResultReports reports;
  private final NominationCounts counts;
  private final AddressedUnits units;
  private final Directory directory;
  private final UserTasks userTasks;
  private final Mails mails;
  private final Notices notices;
  private final AuditTrail audit;
  private final WorkingCalendar calendar;
  private final Clock clock;
  private final String portalUrl;

  CampaignFlow(
      CampaignRepository campaigns,
      Guidelines guidelines,
      ResultReports reports,
      NominationCounts counts,
      AddressedUnits units,
      Directory directory,
      UserTasks userTasks,
      Mails mails,
      Notices notices,
      AuditTrail audit,
      WorkingCalendar calendar,
      Clock clock,
      @Value("${commendation.portal.url}") String portalUrl) {
    this.campaigns = campaigns;
    this.guidelines = guidelines;
    this.reports = reports;
    this.counts = counts;
    this.units = units;
    this.directory = directory;
    this.userTasks = userTasks;
    this.mails = mails;
    this.notices = notices;
    this.audit = audit;
    this.calendar = calendar;
    this.clock = clock;
    this.portalUrl = portalUrl;
  }

  /** {@code PrepareCampaign}: on to the guideline, or past it if one is published. */
  public void prepare(long id, long processInstanceKey) {
    var campaign = standing(id, CampaignStatus.LAUNCHED);
    campaign.carriedBy(processInstanceKey);
    if (campaign.guidelinePublishedAt() == null) {
      waitFor(campaign, CampaignStatus.GUIDELINE_DRAFT);
    } else {
      campaign.moveTo(CampaignStatus.WAITING);
    }
    bySystem("campaign.prepared", campaign, null);
  }

  /** Whether the process may go past the guideline. */
  @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
  public boolean guidelineApproved(long id) {
    return find(id).guidelinePublishedAt() != null;
  }

  /** {@code RecordGuidelineDraft}: a version of the guideline goes to leadership. */
  public DecisionResult recordGuidelineDraft(long id, String username, String content) {
    var campaign = standing(id, CampaignStatus.GUIDELINE_DRAFT);
    return decide(
        campaign,
        username,
        account -> {
          if (!CampaignAccess.isOffice(account)) {
            return notices.get("campaign-denial.role", account.displayName());
          }
          return textDenial("guideline", content, true);
        },
        account -> {
          guidelines.draft(id, content.strip(), account);
          waitFor(campaign, CampaignStatus.GUIDELINE_APPROVAL);
          audit(account, "campaign.guideline-drafted", campaign, null);
          return "submit";
        });
  }

  /** {@code RecordGuidelineApproval}: leadership approves the guideline or returns it. */
  public DecisionResult recordGuidelineApproval(long id, TaskDecision decision) {
    var campaign = standing(id, CampaignStatus.GUIDELINE_APPROVAL);
    return decide(
        campaign,
        decision.username(),
        account -> approvalDenial(id, account, decision),
        account -> {
          var approved = decision.decision().equals("approve");
          guidelines.decide(id, approved ? "APPROVED" : "RETURNED", decision.reason(), account);
          if (!approved) {
            waitFor(campaign, CampaignStatus.GUIDELINE_DRAFT);
          }
          audit(
              account,
              approved ? "campaign.guideline-approved" : "campaign.guideline-returned",
              campaign,
              decision.reason());
          return decision.decision();
        });
  }

  private String approvalDenial(long id, Account account, TaskDecision decision) {
    if (!CampaignAccess.isLeadership(account)) {
      return notices.get("campaign-denial.role", account.displayName());
    }
    if (guidelines.drafter(id).filter(account.username()::equals).isPresent()) {
      return notices.get("campaign-denial.own-draft", account.displayName());
    }
    if (decision.decision() == null || !Set.of("approve", "return").contains(decision.decision())) {
      return notices.get("campaign-denial.no-choice");
    }
    if (decision.decision().equals("return") && decision.reason() == null) {
      return notices.get("campaign-denial.no-reason");
    }
    return decision.reason() != null && decision.reason().length() > LONGEST_REASON
        ? notices.get("campaign-denial.long-reason")
        : null;
  }

  /** {@code PublishGuideline}: from now on the window may open. */
  public void publishGuideline(long id) {
    var campaign = standing(id, CampaignStatus.GUIDELINE_APPROVAL);
    guidelines.publish(id);
    campaign.guidelinePublished(clock.instant());
    campaign.moveTo(CampaignStatus.WAITING);
    tellHeads("guideline", campaign, addressed(campaign));
    bySystem("campaign.guideline-published", campaign, null);
  }

  /** {@code OpenWindow}: units may nominate. */
  public void openWindow(long id) {
    var campaign = standing(id, CampaignStatus.WAITING);
    campaign.moveTo(CampaignStatus.OPEN);
    tellHeads("opened", campaign, addressed(campaign));
    bySystem("campaign.window-opened", campaign, null);
  }

  /** {@code RemindUnits}: the heads of the units that have not nominated are reminded. */
  public void remindUnits(long id) {
    var campaign = find(id);
    // a reminder may still be on its way when the window closes
    if (campaign.status() != CampaignStatus.OPEN || campaign.over(clock.instant())) {
      return;
    }
    var missing = addressed(campaign);
    missing.removeAll(counts.submittedByUnit(id).keySet());
    var told = tellHeads("reminder", campaign, missing);
    bySystem(
        "campaign.units-reminded",
        campaign,
        notices.get("campaign-notice.reminded", missing.size(), told));
  }

  /** {@code CloseWindow}: no more nominations; the Office writes the result report. */
  public void closeWindow(long id) {
    var campaign = standing(id, CampaignStatus.OPEN);
    campaign.close(clock.instant());
    waitFor(campaign, CampaignStatus.REPORT);
    bySystem("campaign.window-closed", campaign, null);
  }

  /** {@code RecordResultReport}: the Office reports the result. */
  public DecisionResult recordResultReport(long id, String username, ReportTexts texts) {
    var campaign = standing(id, CampaignStatus.REPORT);
    return decide(
        campaign,
        username,
        account -> {
          if (!CampaignAccess.isOffice(account)) {
            return notices.get("campaign-denial.role", account.displayName());
          }
          return firstDenial(
              () -> textDenial("summary", texts.summary(), true),
              () -> textDenial("examples", texts.examples(), false),
              () -> textDenial("proposals", texts.proposals(), false));
        },
        account -> {
          reports.write(id, texts, counts.figures(id), account);
          audit(account, "campaign.result-reported", campaign, null);
          return "submit";
        });
  }

  /** {@code PublishReport}: everybody can read the result; the campaign goes to the archive. */
  public void publishReport(long id) {
    var campaign = standing(id, CampaignStatus.REPORT);
    reports.publish(id);
    campaign.moveTo(CampaignStatus.ARCHIVED);
    bySystem("campaign.report-published", campaign, null);
  }

  /** Every end event: the campaign has ended as the process says. */
  public void recordOutcome(long id, CampaignStatus outcome) {
    var campaign = find(id);
    if (campaign.status() != outcome) {
      throw new IllegalStateException(
          "Campaign %s is %s, its process ended as %s"
              .formatted(campaign.code(), campaign.status(), outcome));
    }
    campaign.end(clock.instant());
    userTasks.closed(campaign.subject());
    bySystem("campaign.ended", campaign, null);
  }

  /** What the process times itself by, as the campaign stands now. */
  @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
  public WindowTimes windowTimes(long id) {
    var campaign = find(id);
    var closes = campaign.closesAt();
    return new WindowTimes(
        offset(campaign.opensAt()),
        closes == null ? null : offset(closes),
        closes != null,
        "R/" + offset(firstReminder(closes)) + "/P7D");
  }

  /** What the forms of its user tasks show. */
  @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
  public TaskView taskView(long id) {
    var campaign = find(id);
    var versions = guidelines.of(id);
    return new TaskView(
        campaign.title(),
        notices.get(
            "campaign-notice.plan",
            campaign.toCampaign().planNumber(),
            Notices.date(campaign.planDate())),
        notices.dateTime(campaign.opensAt())
            + " – "
            + (campaign.closesAt() == null
                ? notices.get("campaign-notice.no-deadline")
                : notices.dateTime(campaign.closesAt())),
        versions.isEmpty() ? "" : versions.getFirst().content(),
        versions.reversed().stream()
            .filter(version -> version.outcome() != null)
            .map(this::historyLine)
            .toList(),
        counts.figures(id),
        url(campaign),
        offset(reportDue(campaign)));
  }

  private TaskView.DecisionLine historyLine(Guideline version) {
    return new TaskView.DecisionLine(
        notices.get("campaign-notice.guideline-" + version.outcome(), version.number()),
        version.decidedBy() + ", " + notices.dateTime(version.decidedAt()),
        version.reason() == null ? "" : version.reason());
  }

  /** Takes a decision made in a user task, or says why it does not count. */
  private DecisionResult decide(
      CampaignEntity campaign,
      String username,
      Function<Account, String> denial,
      Function<Account, String> work) {
    var account = directory.activeAccount(username).orElse(null);
    var reason =
        account == null
            ? notices.get("campaign-denial.unknown-account", username)
            : denial.apply(account);
    if (reason != null) {
      audit.append(
          username,
          account == null ? username : account.displayName(),
          "campaign.decision-denied",
          campaign.subject(),
          reason);
      userTasks.opened(
          campaign.subject(), campaign.processInstanceKey(), campaign.status().element());
      return DecisionResult.denied(reason);
    }
    userTasks.closed(campaign.subject());
    return DecisionResult.recorded(work.apply(account));
  }

  private String textDenial(String field, String text, boolean required) {
    if (required && (text == null || text.isBlank())) {
      return notices.get("campaign-denial.no-" + field);
    }
    return text != null && text.length() > LONGEST_TEXT
        ? notices.get("campaign-denial.long-text")
        : null;
  }

  @SafeVarargs
  private static String firstDenial(Supplier<String>... denials) {
    for (var denial : denials) {
      var reason = denial.get();
      if (reason != null) {
        return reason;
      }
    }
    return null;
  }

  private void waitFor(CampaignEntity campaign, CampaignStatus task) {
    campaign.moveTo(task);
    userTasks.opened(campaign.subject(), campaign.processInstanceKey(), task.element());
  }

  /**
   * Weekly, so that the last reminder comes two working days before the window closes; without a
   * deadline every Monday.
   */
  private Instant firstReminder(Instant closes) {
    var now = clock.instant().atZone(clock.getZone());
    if (closes == null) {
      return now.toLocalDate()
          .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
          .atTime(REMINDER_TIME)
          .atZone(clock.getZone())
          .toInstant();
    }
    var last = lastReminder(closes.atZone(clock.getZone()));
    var weeks = ChronoUnit.WEEKS.between(now, last);
    var first = last.minusWeeks(weeks);
    return (first.isAfter(now) ? first : first.plusWeeks(1)).toInstant();
  }

  private ZonedDateTime lastReminder(ZonedDateTime closes) {
    var day = closes.toLocalDate();
    for (var left = LAST_REMINDER_WORKING_DAYS; left > 0; ) {
      day = day.minusDays(1);
      if (calendar.isWorkingDay(day)) {
        left--;
      }
    }
    return day.atTime(REMINDER_TIME).atZone(clock.getZone());
  }

  private Instant reportDue(CampaignEntity campaign) {
    return campaign.reportDueOn() == null
        ? calendar.deadline(clock.instant(), REPORT_WORKING_DAYS)
        : campaign.reportDueOn().atTime(END_OF_BUSINESS).atZone(clock.getZone()).toInstant();
  }

  private Set<Long> addressed(CampaignEntity campaign) {
    return units.of(campaign.unitIds()).stream().map(CampaignUnit::id).collect(Collectors.toSet());
  }

  private int tellHeads(String notice, CampaignEntity campaign, Set<Long> unitIds) {
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

  private String url(CampaignEntity campaign) {
    return portalUrl + "/campaigns/" + campaign.getId();
  }

  private OffsetDateTime offset(Instant instant) {
    return instant.atZone(clock.getZone()).toOffsetDateTime();
  }

  private void audit(Account account, String action, CampaignEntity campaign, String reason) {
    audit.append(account.username(), account.displayName(), action, campaign.subject(), reason);
  }

  private void bySystem(String action, CampaignEntity campaign, String reason) {
    audit.append(
        AuditTrail.SYSTEM, notices.get("audit-actor.system"), action, campaign.subject(), reason);
  }

  private CampaignEntity standing(long id, CampaignStatus expected) {
    var campaign = find(id);
    if (campaign.status() == CampaignStatus.CANCELLED) {
      throw new NotYet("Campaign %s is cancelled, its process is about to end".formatted(id));
    }
    if (campaign.status() != expected) {
      throw new IllegalStateException(
          "Campaign %s is %s, not %s".formatted(campaign.code(), campaign.status(), expected));
    }
    return campaign;
  }

  private CampaignEntity find(long id) {
    return campaigns.findById(id).orElseThrow(() -> new CampaignNotFound(id));
  }
}
