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
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.calendar.WorkingCalendar;
import vn.commendation.campaign.CampaignTasks.Task;
import vn.commendation.engine.DecisionResult;
import vn.commendation.notification.Notices;

/**
 * What the {@code campaign} process asks for but the guideline, one method per service task. Every
 * method runs in the transaction that notes its job as handled.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class CampaignFlow {

  private static final int LAST_REMINDER_WORKING_DAYS = 2;
  private static final LocalTime REMINDER_TIME = LocalTime.of(8, 0);
  private static final LocalTime END_OF_BUSINESS = LocalTime.of(17, 0);

  private final CampaignRepository campaigns;
  private final Guidelines guidelines;
  private final ResultReports reports;
  private final NominationCounts counts;
  private final GuidelineRevisions revisions;
  private final CampaignTasks tasks;
  private final CampaignMails mails;
  private final CampaignTrail trail;
  private final Notices notices;
  private final WorkingCalendar calendar;
  private final Clock clock;

  CampaignFlow(
      CampaignRepository campaigns,
      Guidelines guidelines,
      ResultReports reports,
      NominationCounts counts,
      GuidelineRevisions revisions,
      CampaignTasks tasks,
      CampaignMails mails,
      CampaignTrail trail,
      Notices notices,
      WorkingCalendar calendar,
      Clock clock) {
    this.campaigns = campaigns;
    this.guidelines = guidelines;
    this.reports = reports;
    this.counts = counts;
    this.revisions = revisions;
    this.tasks = tasks;
    this.mails = mails;
    this.trail = trail;
    this.notices = notices;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** {@code PrepareCampaign}: on to the guideline, or past it if one is published. */
  public void prepare(long id, long processInstanceKey) {
    var campaign = campaigns.standing(id, CampaignStatus.LAUNCHED);
    campaign.carriedBy(processInstanceKey);
    if (campaign.guidelinePublishedAt() == null) {
      waitFor(campaign, CampaignStatus.GUIDELINE_DRAFT);
    } else {
      campaign.moveTo(CampaignStatus.WAITING);
    }
    trail.bySystem("campaign.prepared", id, null);
  }

  /** Whether the process may go past the guideline. */
  @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
  public boolean guidelineApproved(long id) {
    return find(id).guidelinePublishedAt() != null;
  }

  /** {@code OpenWindow}: units may nominate. */
  public void openWindow(long id) {
    var campaign = campaigns.standing(id, CampaignStatus.WAITING);
    campaign.moveTo(CampaignStatus.OPEN);
    mails.tellHeads("window-opened", campaign);
    trail.bySystem("campaign.window-opened", id, null);
  }

  /** {@code RemindUnits}: the heads of the units that have not nominated are reminded. */
  public void remindUnits(long id) {
    var campaign = find(id);
    // a reminder may still be on its way when the window closes
    if (campaign.status() != CampaignStatus.OPEN || campaign.over(clock.instant())) {
      return;
    }
    var missing = mails.addressed(campaign);
    missing.removeAll(counts.submittedByUnit(id).keySet());
    var told = mails.tellHeads("nominations-missing", campaign, missing);
    trail.bySystem(
        "campaign.units-reminded",
        id,
        notices.get("campaign-notice.reminded", missing.size(), told));
  }

  /** {@code CloseWindow}: no more nominations; the Office writes the result report. */
  public void closeWindow(long id) {
    var campaign = campaigns.standing(id, CampaignStatus.OPEN);
    campaign.close(clock.instant());
    revisions.dropWithTheWindow(campaign);
    waitFor(campaign, CampaignStatus.REPORT);
    trail.bySystem("campaign.window-closed", id, null);
  }

  /** {@code RecordResultReport}: the Office reports the result. */
  public DecisionResult recordResultReport(long id, String username, ReportTexts texts) {
    var campaign = campaigns.standing(id, CampaignStatus.REPORT);
    return tasks.decide(
        Task.of(campaign),
        username,
        account ->
            firstDenial(
                () -> tasks.roleDenial(CampaignAccess.isOffice(account), account),
                () -> tasks.textDenial("summary", texts.summary(), true),
                () -> tasks.textDenial("examples", texts.examples(), false),
                () -> tasks.textDenial("proposals", texts.proposals(), false)),
        account -> {
          reports.write(id, texts, counts.figures(id), account);
          trail.by(account, "campaign.result-reported", id, null);
          return "submit";
        });
  }

  /** {@code PublishReport}: everybody can read the result; the campaign goes to the archive. */
  public void publishReport(long id) {
    var campaign = campaigns.standing(id, CampaignStatus.REPORT);
    reports.publish(id);
    campaign.moveTo(CampaignStatus.ARCHIVED);
    trail.bySystem("campaign.report-published", id, null);
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
    tasks.closeAll(campaign);
    trail.bySystem("campaign.ended", id, null);
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
        latestText(versions),
        versions.reversed().stream()
            .filter(version -> version.outcome() != null)
            .map(this::historyLine)
            .toList(),
        counts.figures(id),
        mails.url(campaign),
        offset(reportDue(campaign)));
  }

  /** What the Office goes on from, or leadership decides on. */
  private static String latestText(List<Guideline> versions) {
    return versions.stream()
        .filter(version -> !"DROPPED".equals(version.outcome()))
        .findFirst()
        .map(Guideline::content)
        .orElse("");
  }

  private TaskView.DecisionLine historyLine(Guideline version) {
    return new TaskView.DecisionLine(
        notices.get("campaign-notice.guideline-" + version.outcome(), version.number()),
        version.decidedBy() + ", " + notices.dateTime(version.decidedAt()),
        version.reason() == null ? "" : version.reason());
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
    tasks.open(Task.of(campaign));
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
        ? calendar.deadline(
            campaign.closedAt() == null ? clock.instant() : campaign.closedAt(),
            CampaignSteps.REPORT_WORKING_DAYS)
        : campaign.reportDueOn().atTime(END_OF_BUSINESS).atZone(clock.getZone()).toInstant();
  }

  private OffsetDateTime offset(Instant instant) {
    return instant.atZone(clock.getZone()).toOffsetDateTime();
  }

  private CampaignEntity find(long id) {
    return campaigns.findById(id).orElseThrow(() -> new CampaignNotFound(id));
  }
}
