package vn.commendation.campaign;

import static vn.commendation.campaign.CampaignStatus.GUIDELINE_APPROVAL;
import static vn.commendation.campaign.CampaignStatus.GUIDELINE_DRAFT;
import static vn.commendation.campaign.CampaignStatus.OPEN;
import static vn.commendation.campaign.CampaignStatus.REPORT;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.calendar.WorkingCalendar;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.work.OpenStep;
import vn.commendation.work.StepSource;

/**
 * The steps of campaigns that wait for somebody. A guideline is due when the window is to open, for
 * it opens no sooner; what is to be read, when it closes.
 */
@Component
@Transactional(readOnly = true)
class CampaignSteps implements StepSource {

  static final int REPORT_WORKING_DAYS = 10;

  private static final Set<CampaignStatus> STEPS =
      Set.of(GUIDELINE_DRAFT, GUIDELINE_APPROVAL, REPORT);
  private static final LocalTime END_OF_BUSINESS = LocalTime.of(17, 0);
  private static final Pattern ID =
      Pattern.compile("(campaign|inspection|reading)-(\\d{1,18})(-revision)?");

  private final CampaignRepository campaigns;
  private final InspectionRepository inspections;
  private final StudyLibrary library;
  private final Guidelines guidelines;
  private final AddressedUnits units;
  private final Directory directory;
  private final WorkingCalendar calendar;
  private final Clock clock;

  CampaignSteps(
      CampaignRepository campaigns,
      InspectionRepository inspections,
      StudyLibrary library,
      Guidelines guidelines,
      AddressedUnits units,
      Directory directory,
      WorkingCalendar calendar,
      Clock clock) {
    this.campaigns = campaigns;
    this.inspections = inspections;
    this.library = library;
    this.guidelines = guidelines;
    this.units = units;
    this.directory = directory;
    this.calendar = calendar;
    this.clock = clock;
  }

  @Override
  public List<OpenStep> dueUntil(Instant until, int most) {
    var steps =
        campaigns.findTop50ByStatusInOrderByOpensAtDesc(STEPS).stream()
            .filter(campaign -> dueBy(until, due(campaign)))
            .map(this::of);
    var reading =
        campaigns.findTop50ByStatusInOrderByOpensAtDesc(Set.of(OPEN)).stream()
            .filter(campaign -> dueBy(until, campaign.closesAt()))
            .map(this::reading);
    var answers =
        inspections
            .findByAnswerIsNullAndClosedAtIsNullAndAnswerDueOnLessThanEqualOrderByAnswerDueOn(
                LocalDate.ofInstant(until, clock.getZone()), PageRequest.of(0, most))
            .stream()
            .filter(inspection -> dueBy(until, due(inspection)))
            .map(inspection -> of(inspection, find(inspection.campaignId())));
    return Stream.of(steps, reading, answers).flatMap(some -> some).limit(most).toList();
  }

  @Override
  public Optional<OpenStep> open(String id) {
    var parts = ID.matcher(id);
    if (!parts.matches()) {
      return Optional.empty();
    }
    var key = Long.parseLong(parts.group(2));
    return switch (parts.group(1)) {
      case "inspection" ->
          inspections
              .findById(key)
              .filter(InspectionEntity::waiting)
              .map(inspection -> of(inspection, find(inspection.campaignId())));
      case "reading" ->
          campaigns.findById(key).filter(campaign -> campaign.status() == OPEN).map(this::reading);
      default ->
          parts.group(3) == null
              ? campaigns
                  .findById(key)
                  .filter(campaign -> STEPS.contains(campaign.status()))
                  .map(this::of)
              : campaigns
                  .findById(key)
                  .filter(campaign -> campaign.guidelineRevision() != null)
                  .map(this::ofRevision);
    };
  }

  /** The step a campaign waits at. */
  OpenStep of(CampaignEntity campaign) {
    return new OpenStep(
        campaign.subject(),
        "campaign-step." + campaign.status(),
        name(campaign),
        due(campaign),
        path(campaign, ""),
        deciders(
            account -> CampaignViews.decides(campaign.status(), account),
            campaign.status() == GUIDELINE_APPROVAL,
            campaign));
  }

  /** The step the revision of its guideline waits at; nothing waits for a revision. */
  OpenStep ofRevision(CampaignEntity campaign) {
    return new OpenStep(
        campaign.revisionSubject(),
        "campaign-step.revision-" + campaign.guidelineRevision(),
        name(campaign),
        null,
        path(campaign, "#guideline"),
        deciders(
            account -> CampaignViews.decides(campaign.guidelineRevision(), account),
            campaign.guidelineRevision() == GuidelineRevision.APPROVAL,
            campaign));
  }

  /** Id of the answer an inspection waits for. */
  static String inspection(long id) {
    return "inspection-" + id;
  }

  Instant due(InspectionEntity inspection) {
    return endOf(inspection.answerDueOn());
  }

  private OpenStep of(InspectionEntity inspection, CampaignEntity campaign) {
    return new OpenStep(
        inspection(inspection.getId()),
        "campaign-step.answer-inspection",
        name(campaign),
        due(inspection),
        path(campaign, "#inspections"),
        units.heads(Set.of(inspection.unitId())));
  }

  private OpenStep reading(CampaignEntity campaign) {
    return new OpenStep(
        "reading-" + campaign.getId(),
        "campaign-step.read",
        name(campaign),
        campaign.closesAt(),
        path(campaign, "#library"),
        directory.activeAccounts(library.readersBehind(campaign.getId())));
  }

  /** Nobody approves what he drafted. */
  private List<Account> deciders(
      Predicate<Account> decides, boolean approval, CampaignEntity campaign) {
    var drafter = approval ? guidelines.drafter(campaign.getId()).orElse("") : "";
    return directory
        .accountsWith(
            Set.of(Role.OFFICE_OFFICER, Role.OFFICE_CHIEF, Role.DIRECTOR, Role.DEPUTY_DIRECTOR))
        .stream()
        .filter(decides)
        .filter(account -> !account.username().equals(drafter))
        .toList();
  }

  private Instant due(CampaignEntity campaign) {
    if (campaign.status() != REPORT) {
      return campaign.opensAt();
    }
    return campaign.reportDueOn() == null
        ? calendar.deadline(campaign.closedAt(), REPORT_WORKING_DAYS)
        : endOf(campaign.reportDueOn());
  }

  private static boolean dueBy(Instant until, Instant due) {
    return due != null && !due.isAfter(until);
  }

  private Instant endOf(LocalDate day) {
    return day.atTime(END_OF_BUSINESS).atZone(clock.getZone()).toInstant();
  }

  private CampaignEntity find(long id) {
    return campaigns.findById(id).orElseThrow(() -> new CampaignNotFound(id));
  }

  private static String name(CampaignEntity campaign) {
    return campaign.code() + " – " + campaign.title();
  }

  private static String path(CampaignEntity campaign, String place) {
    return "/campaigns/" + campaign.getId() + place;
  }
}
