package vn.commendation.campaign;

import static vn.commendation.campaign.CampaignStatus.OPEN;
import static vn.commendation.campaign.CampaignStatus.WAITING;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.commendation.audit.AuditEntry;
import vn.commendation.audit.AuditTrail;
import vn.commendation.campaign.CampaignDetails.Action;
import vn.commendation.directory.Account;
import vn.commendation.engine.TakenFlows;
import vn.commendation.engine.UserTasks;
import vn.commendation.engine.Way;

/** Puts together what the pages show. */
@Component
class CampaignViews {

  /** The elements of the process a step in the trail tells of. */
  private static final Map<String, List<String>> ELEMENTS =
      Map.ofEntries(
          Map.entry("campaign.launched", List.of("CampaignLaunched")),
          Map.entry("campaign.started", List.of("CampaignLaunched")),
          Map.entry("campaign.prepared", List.of("PrepareCampaign", "GuidelineGateway")),
          Map.entry(
              "campaign.guideline-drafted", List.of("DraftGuideline", "RecordGuidelineDraft")),
          Map.entry(
              "campaign.guideline-returned",
              List.of("ApproveGuideline", "RecordGuidelineApproval", "ApprovalGateway")),
          Map.entry(
              "campaign.guideline-approved",
              List.of("ApproveGuideline", "RecordGuidelineApproval", "ApprovalGateway")),
          Map.entry("campaign.guideline-published", List.of("PublishGuideline")),
          Map.entry("campaign.window-opened", List.of("WindowOpens", "OpenWindow", "Window")),
          Map.entry("campaign.units-reminded", List.of("ReminderDue", "RemindUnits")),
          Map.entry("campaign.window-closed", List.of("EndWindow", "CloseWindow")),
          Map.entry("campaign.result-reported", List.of("ResultReport", "RecordResultReport")),
          Map.entry("campaign.report-published", List.of("PublishReport")),
          Map.entry(
              "campaign.revision-requested",
              List.of("GuidelineRevision", "RevisionRequested", "Revision", "PrepareRevision")),
          Map.entry("campaign.revision-drafted", List.of("ReviseGuideline", "RecordRevisionDraft")),
          Map.entry(
              "campaign.revision-returned",
              List.of("ApproveRevision", "RecordRevisionApproval", "RevisionGateway")),
          Map.entry(
              "campaign.revision-approved",
              List.of("ApproveRevision", "RecordRevisionApproval", "RevisionGateway")),
          Map.entry(
              "campaign.revision-published",
              List.of("PublishRevision", "EndPublished", "EndRevised")),
          Map.entry("campaign.revision-dropped", List.of("RevisionDropped", "EndRevisionDropped")));

  private final NominationCounts counts;
  private final AddressedUnits units;
  private final Guidelines guidelines;
  private final ResultReports reports;
  private final AuditTrail audit;
  private final UserTasks userTasks;
  private final TakenFlows flows;
  private final Clock clock;

  CampaignViews(
      NominationCounts counts,
      AddressedUnits units,
      Guidelines guidelines,
      ResultReports reports,
      AuditTrail audit,
      UserTasks userTasks,
      TakenFlows flows,
      Clock clock) {
    this.counts = counts;
    this.units = units;
    this.guidelines = guidelines;
    this.reports = reports;
    this.audit = audit;
    this.userTasks = userTasks;
    this.flows = flows;
    this.clock = clock;
  }

  CampaignSummary summary(CampaignEntity entity) {
    var campaign = entity.toCampaign();
    return new CampaignSummary(campaign, entity.status(), campaign.openAt(clock.instant()));
  }

  CampaignDetails details(CampaignEntity entity, Account account) {
    var campaign = entity.toCampaign();
    var submitted = counts.submittedByUnit(campaign.id());
    var trail = audit.of(entity.subject());
    var tasks = taskUrls(List.of(entity), account);
    return new CampaignDetails(
        campaign,
        entity.version(),
        entity.status(),
        campaign.openAt(clock.instant()),
        entity.opensAt(),
        entity.closesAt(),
        entity.closesAt() == null
            ? null
            : entity.closesAt().atZone(clock.getZone()).toLocalDateTime(),
        entity.reportDueOn(),
        entity.ceilings(),
        units.of(entity.unitIds()).stream()
            .map(unit -> new UnitProgress(unit.name(), submitted.getOrDefault(unit.id(), 0)))
            .toList(),
        counts.byStatus(campaign.id()),
        guidelines.of(campaign.id()).stream()
            .filter(version -> version.publishedAt() != null || CampaignAccess.seesAll(account))
            .toList(),
        reports.of(campaign.id()).filter(report -> report.publishedAt() != null).orElse(null),
        trail.stream()
            .map(
                entry ->
                    new TimelineEntry(
                        entry.at(), entry.actorName(), entry.action(), entry.reason()))
            .toList(),
        way(entity, trail),
        CampaignAccess.isOffice(account) ? actions(entity) : Set.of(),
        entity.guidelineRevision(),
        tasks.get(entity.subject()),
        tasks.get(entity.revisionSubject()),
        CampaignAccess.watches(account)
                && entity.processInstanceKey() != null
                && !entity.status().ended()
            ? userTasks.monitorLink(entity.processInstanceKey()).toString()
            : null);
  }

  private Set<Action> actions(CampaignEntity campaign) {
    var actions = EnumSet.noneOf(Action.class);
    var status = campaign.status();
    if (status.ended()) {
      return actions;
    }
    actions.add(Action.KEEP_LIBRARY);
    if (status == CampaignStatus.DRAFT) {
      actions.addAll(Set.of(Action.EDIT, Action.LAUNCH));
      return actions;
    }
    actions.add(Action.INSPECT);
    if (campaign.startable(clock.instant())) {
      actions.add(Action.START);
    }
    if (campaign.launched()) {
      actions.add(Action.CANCEL);
      if (status.beforeGuideline()) {
        actions.add(Action.CHANGE_OPENING);
      }
      if (status.beforeGuideline() || status == WAITING || status == OPEN) {
        actions.add(Action.CHANGE_WINDOW);
      }
      if (status == OPEN) {
        actions.add(Action.CLOSE);
      }
      if (campaign.revisable(clock.instant())) {
        actions.add(Action.REVISE_GUIDELINE);
      }
      if (campaign.guidelineRevision() != null) {
        actions.add(Action.DROP_REVISION);
      }
      if (campaign.over(clock.instant())) {
        actions.removeAll(Set.of(Action.CHANGE_WINDOW, Action.CLOSE));
      }
    }
    return actions;
  }

  /** The open tasks in Tasklist that this account may decide, by their business ids. */
  Map<String, String> taskUrls(Collection<CampaignEntity> campaigns, Account account) {
    var mine = new ArrayList<String>();
    for (var campaign : campaigns) {
      if (decides(campaign.status(), account)) {
        mine.add(campaign.subject());
      }
      if (decides(campaign.guidelineRevision(), account)) {
        mine.add(campaign.revisionSubject());
      }
    }
    return userTasks.links(mine).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, link -> link.getValue().toString()));
  }

  static boolean decides(CampaignStatus status, Account account) {
    return switch (status) {
      case GUIDELINE_DRAFT, REPORT -> CampaignAccess.isOffice(account);
      case GUIDELINE_APPROVAL -> CampaignAccess.isLeadership(account);
      default -> false;
    };
  }

  static boolean decides(GuidelineRevision revision, Account account) {
    return switch (revision) {
      case DRAFT -> CampaignAccess.isOffice(account);
      case APPROVAL -> CampaignAccess.isLeadership(account);
      case null -> false;
    };
  }

  private Way way(CampaignEntity entity, List<AuditEntry> trail) {
    var log = new Way.Log();
    trail.forEach(entry -> log.been(entry.at(), ELEMENTS.getOrDefault(entry.action(), List.of())));
    return log.and(flows.of("/campaigns/" + entity.toCampaign().id()));
  }
}
