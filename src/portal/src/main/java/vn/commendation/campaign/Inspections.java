package vn.commendation.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.notification.Notice;
import vn.commendation.notification.NoticeKind;
import vn.commendation.notification.Notifications;

/**
 * Inspections of how units carry out a campaign: the Office records findings, the unit's head
 * answers, the Office closes. The plan of 2022 makes it the Office's duty (III.3).
 */
@Service
@Transactional
public class Inspections {

  private static final int LONGEST_TEXT = 10_000;
  private static final int LONGEST_CONCLUSION = 4000;

  private final InspectionRepository inspections;
  private final CampaignRepository campaigns;
  private final AddressedUnits units;
  private final Directory directory;
  private final Notifications notifications;
  private final CampaignSteps steps;
  private final CampaignTrail trail;
  private final Clock clock;

  Inspections(
      InspectionRepository inspections,
      CampaignRepository campaigns,
      AddressedUnits units,
      Directory directory,
      Notifications notifications,
      CampaignSteps steps,
      CampaignTrail trail,
      Clock clock) {
    this.inspections = inspections;
    this.campaigns = campaigns;
    this.units = units;
    this.directory = directory;
    this.notifications = notifications;
    this.steps = steps;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * The inspections of a campaign, the newest first: all for the Office and leadership, those of
   * the own unit for its head, none for others.
   */
  @Transactional(readOnly = true)
  public List<Inspection> of(long campaignId, String username) {
    var account = directory.account(username);
    var ownUnit = account.person().unit().id();
    List<InspectionEntity> found;
    if (CampaignAccess.seesAll(account)) {
      found = inspections.findTop100ByCampaignIdOrderByIdDesc(campaignId);
    } else if (CampaignAccess.heads(account, ownUnit)) {
      found = inspections.findTop100ByCampaignIdAndUnitIdOrderByIdDesc(campaignId, ownUnit);
    } else {
      return List.of();
    }
    var names = unitNames();
    return found.stream()
        .map(
            inspection ->
                inspection.toInspection(
                    names.getOrDefault(inspection.unitId(), "–"),
                    LocalDate.now(clock),
                    CampaignAccess.heads(account, inspection.unitId()),
                    CampaignAccess.mayInspect(account, inspection.unitId())))
        .toList();
  }

  /**
   * Records an inspection and asks the unit's head for an answer.
   *
   * @throws CampaignRefused if something is missing or the dates are out of order
   */
  public void record(long campaignId, InspectionForm form, String username) {
    var account = office(username);
    var campaign =
        campaigns.findById(campaignId).orElseThrow(() -> new CampaignNotFound(campaignId));
    if (campaign.status() == CampaignStatus.DRAFT || campaign.status().ended()) {
      throw new CampaignConflict("status");
    }
    var problems = problems(form, campaign);
    if (!problems.isEmpty()) {
      throw new CampaignRefused(problems);
    }
    requireInspector(account, form.unitId());
    var inspection =
        inspections.save(
            new InspectionEntity(campaignId, form, account.displayName(), clock.instant()));
    tellHeads(campaign, inspection);
    trail.by(account, "campaign.inspection-recorded", campaignId, unitNames().get(form.unitId()));
  }

  /**
   * Answers the findings for the inspected unit.
   *
   * @throws CampaignForbidden if the account does not head that unit
   */
  public void answer(long campaignId, long id, int version, String text, String username) {
    var account = directory.account(username);
    var inspection = fresh(campaignId, id, version);
    if (!CampaignAccess.heads(account, inspection.unitId())) {
      throw new CampaignForbidden(username);
    }
    inspection.answer(text("answer", text, LONGEST_TEXT), account.displayName(), clock.instant());
    trail.by(
        account, "campaign.inspection-answered", campaignId, unitNames().get(inspection.unitId()));
  }

  /** Closes an inspection with what the Office concludes, answered or not. */
  public void close(long campaignId, long id, int version, String text, String username) {
    var account = office(username);
    var inspection = fresh(campaignId, id, version);
    requireInspector(account, inspection.unitId());
    inspection.close(
        text("conclusion", text, LONGEST_CONCLUSION), account.displayName(), clock.instant());
    trail.by(
        account, "campaign.inspection-closed", campaignId, unitNames().get(inspection.unitId()));
  }

  private static void requireInspector(Account account, long unitId) {
    if (!CampaignAccess.mayInspect(account, unitId)) {
      throw new CampaignForbidden(account.username());
    }
  }

  private List<Problem> problems(InspectionForm form, CampaignEntity campaign) {
    var problems = new ArrayList<Problem>();
    var addressed =
        units.of(campaign.unitIds()).stream().map(CampaignUnit::id).collect(Collectors.toSet());
    if (form.unitId() == null || !addressed.contains(form.unitId())) {
      problems.add(Problem.of("unit", "unitId"));
    }
    var today = LocalDate.now(clock);
    if (form.inspectedOn() == null) {
      problems.add(Problem.of("missing", "inspectedOn"));
    } else if (form.inspectedOn().isAfter(today)
        || form.inspectedOn().isBefore(campaign.planDate())) {
      problems.add(Problem.of("inspected-range", "inspectedOn"));
    }
    if (form.answerDueOn() == null || form.answerDueOn().isBefore(today)) {
      problems.add(Problem.of("answer-due", "answerDueOn"));
    }
    checkText("inspectors", form.inspectors(), 500, problems);
    checkText("findings", form.findings(), LONGEST_TEXT, problems);
    return problems;
  }

  private static void checkText(String field, String text, int most, List<Problem> problems) {
    if (text.isEmpty()) {
      problems.add(Problem.of("missing", field));
    } else if (text.length() > most) {
      problems.add(Problem.of("too-long", field, String.valueOf(most)));
    }
  }

  private static String text(String field, String text, int most) {
    var problems = new ArrayList<Problem>();
    var stripped = text == null ? "" : text.replace("\r\n", "\n").strip();
    checkText(field, stripped, most, problems);
    if (!problems.isEmpty()) {
      throw new CampaignRefused(problems);
    }
    return stripped;
  }

  private void tellHeads(CampaignEntity campaign, InspectionEntity inspection) {
    notifications.tell(
        units.heads(Set.of(inspection.unitId())),
        Notice.of(
                NoticeKind.TASK,
                "inspection-recorded",
                "/campaigns/" + campaign.getId() + "#inspections",
                campaign.code(),
                campaign.title(),
                inspection.inspectedOn(),
                inspection.answerDueOn(),
                inspection.findings())
            .task(CampaignSteps.inspection(inspection.getId()), steps.due(inspection)));
  }

  private InspectionEntity fresh(long campaignId, long id, int version) {
    var inspection =
        inspections
            .findByIdAndCampaignId(id, campaignId)
            .orElseThrow(() -> new CampaignNotFound(id));
    if (inspection.version() != version) {
      throw new CampaignConflict("stale");
    }
    return inspection;
  }

  private Map<Long, String> unitNames() {
    return units.all().stream().collect(Collectors.toMap(CampaignUnit::id, CampaignUnit::name));
  }

  private Account office(String username) {
    var account = directory.account(username);
    CampaignAccess.requireOffice(account);
    return account;
  }
}
