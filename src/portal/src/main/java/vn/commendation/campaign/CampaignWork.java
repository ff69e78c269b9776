package vn.commendation.campaign;

import static vn.commendation.campaign.CampaignStatus.GUIDELINE_APPROVAL;
import static vn.commendation.campaign.CampaignStatus.GUIDELINE_DRAFT;
import static vn.commendation.campaign.CampaignStatus.OPEN;
import static vn.commendation.campaign.CampaignStatus.REPORT;
import static vn.commendation.campaign.CampaignStatus.WAITING;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.directory.Account;
import vn.commendation.work.WaitingWork;
import vn.commendation.work.WorkSource;

/** What waits for people in campaigns. */
@Component
@Transactional(readOnly = true)
class CampaignWork implements WorkSource {

  private static final LocalTime END_OF_BUSINESS = LocalTime.of(17, 0);
  private static final int MOST_READ_IN = 5;

  private final CampaignRepository campaigns;
  private final CampaignViews views;
  private final InspectionRepository inspections;
  private final StudyLibrary library;
  private final Clock clock;

  CampaignWork(
      CampaignRepository campaigns,
      CampaignViews views,
      InspectionRepository inspections,
      StudyLibrary library,
      Clock clock) {
    this.campaigns = campaigns;
    this.views = views;
    this.inspections = inspections;
    this.library = library;
    this.clock = clock;
  }

  @Override
  public List<WaitingWork> waitingFor(Account account) {
    var work = new ArrayList<WaitingWork>();
    addTasks(work, account);
    addInspections(work, account);
    addReading(work, account);
    return work;
  }

  private void addTasks(List<WaitingWork> work, Account account) {
    if (!CampaignAccess.isOffice(account) && !CampaignAccess.isLeadership(account)) {
      return;
    }
    var waiting =
        campaigns
            .findTop50ByStatusInOrderByOpensAtDesc(
                Set.of(GUIDELINE_DRAFT, GUIDELINE_APPROVAL, REPORT))
            .stream()
            .filter(campaign -> CampaignViews.decides(campaign.status(), account))
            .toList();
    var revised =
        campaigns.findTop50ByGuidelineRevisionNotNullOrderByOpensAtDesc().stream()
            .filter(campaign -> CampaignViews.decides(campaign.guidelineRevision(), account))
            .toList();
    var urls = views.taskUrls(Stream.concat(waiting.stream(), revised.stream()).toList(), account);
    for (var campaign : waiting) {
      work.add(
          new WaitingWork(
              name(campaign),
              "campaign-step." + campaign.status(),
              campaign.status() == REPORT ? endOf(campaign.reportDueOn()) : null,
              path(campaign),
              urls.get(campaign.subject())));
    }
    for (var campaign : revised) {
      work.add(
          new WaitingWork(
              name(campaign),
              "campaign-step.revision-" + campaign.guidelineRevision(),
              null,
              path(campaign) + "#guideline",
              urls.get(campaign.revisionSubject())));
    }
  }

  private void addInspections(List<WaitingWork> work, Account account) {
    var ownUnit = account.person().unit().id();
    if (CampaignAccess.heads(account, ownUnit)) {
      add(
          work,
          "campaign-step.answer-inspection",
          inspections.findTop20ByUnitIdAndAnswerIsNullAndClosedAtIsNullOrderByAnswerDueOn(ownUnit),
          inspection -> endOf(inspection.answerDueOn()));
    }
    if (CampaignAccess.isOffice(account)) {
      add(
          work,
          "campaign-step.close-inspection",
          inspections.findTop20ByAnswerIsNotNullAndClosedAtIsNullOrderByAnsweredAt(),
          inspection -> null);
    }
  }

  private void add(
      List<WaitingWork> work,
      String step,
      List<InspectionEntity> waiting,
      Function<InspectionEntity, Instant> due) {
    if (waiting.isEmpty()) {
      return;
    }
    var names =
        campaigns
            .findByIdIn(waiting.stream().map(InspectionEntity::campaignId).distinct().toList())
            .stream()
            .collect(Collectors.toMap(CampaignEntity::getId, Function.identity()));
    for (var inspection : waiting) {
      var campaign = names.get(inspection.campaignId());
      work.add(
          new WaitingWork(
              name(campaign), step, due.apply(inspection), path(campaign) + "#inspections", null));
    }
  }

  /** One line, for the newest running campaign in which something is unread. */
  private void addReading(List<WaitingWork> work, Account account) {
    var running =
        campaigns
            .findTop50ByStatusInOrderByOpensAtDesc(
                Set.of(GUIDELINE_DRAFT, GUIDELINE_APPROVAL, WAITING, OPEN))
            .stream()
            .limit(MOST_READ_IN)
            .toList();
    var unread = library.unreadIn(running.stream().map(CampaignEntity::getId).toList(), account);
    running.stream()
        .filter(campaign -> unread.contains(campaign.getId()))
        .findFirst()
        .map(
            campaign ->
                new WaitingWork(
                    name(campaign), "campaign-step.read", null, path(campaign) + "#library", null))
        .ifPresent(work::add);
  }

  private Instant endOf(LocalDate day) {
    return day == null ? null : day.atTime(END_OF_BUSINESS).atZone(clock.getZone()).toInstant();
  }

  private static String name(CampaignEntity campaign) {
    return campaign.code() + " – " + campaign.title();
  }

  private static String path(CampaignEntity campaign) {
    return "/campaigns/" + campaign.getId();
  }
}
