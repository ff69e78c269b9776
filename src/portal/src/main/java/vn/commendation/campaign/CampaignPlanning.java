package vn.commendation.campaign;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.award.CommendationType;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.engine.EngineCommands;
import vn.commendation.engine.UserTasks;
import vn.commendation.notification.Notices;

/** What the Office does with the plan of a campaign, from the draft to an end before its time. */
@Service
@Transactional
public class CampaignPlanning {

  private final CampaignRepository campaigns;
  private final PlanCheck check;
  private final AddressedUnits units;
  private final Directory directory;
  private final EngineCommands engine;
  private final UserTasks userTasks;
  private final GuidelineRevisions revisions;
  private final CampaignTrail trail;
  private final Notices notices;
  private final Clock clock;

  CampaignPlanning(
      CampaignRepository campaigns,
      PlanCheck check,
      AddressedUnits units,
      Directory directory,
      EngineCommands engine,
      UserTasks userTasks,
      GuidelineRevisions revisions,
      CampaignTrail trail,
      Notices notices,
      Clock clock) {
    this.campaigns = campaigns;
    this.check = check;
    this.units = units;
    this.directory = directory;
    this.engine = engine;
    this.userTasks = userTasks;
    this.revisions = revisions;
    this.trail = trail;
    this.notices = notices;
    this.clock = clock;
  }

  /** Whether this account may plan campaigns. */
  @Transactional(readOnly = true)
  public boolean mayPlan(String username) {
    return CampaignAccess.isOffice(directory.account(username));
  }

  /** The units a campaign may address. */
  @Transactional(readOnly = true)
  public List<CampaignUnit> units() {
    return units.all();
  }

  /** An empty plan that addresses every unit and opens tomorrow morning. */
  @Transactional(readOnly = true)
  public CampaignForm newForm(String username) {
    office(username);
    var today = LocalDate.now(clock);
    return new CampaignForm(
        0,
        null,
        null,
        null,
        null,
        today,
        null,
        null,
        today.withDayOfYear(1),
        today.withMonth(12).withDayOfMonth(31),
        CommendationType.MOVEMENT,
        LocalDateTime.of(today.plusDays(1), LocalTime.of(7, 30)),
        null,
        null,
        null,
        null,
        units.all().stream().map(CampaignUnit::id).collect(Collectors.toSet()),
        null);
  }

  /**
   * The plan of a draft.
   *
   * @throws CampaignConflict if it has been launched
   */
  @Transactional(readOnly = true)
  public CampaignForm form(long id, String username) {
    office(username);
    var campaign = campaigns.findById(id).orElseThrow(() -> new CampaignNotFound(id));
    campaign.require(CampaignStatus.DRAFT);
    return campaign.toForm(clock.getZone());
  }

  /**
   * Writes a new draft and answers its id.
   *
   * @throws CampaignRefused if something stands against it
   */
  public long create(CampaignForm form, String username) {
    var account = office(username);
    refuse(check.problems(null, form));
    var campaign = CampaignEntity.draft(form, clock.getZone());
    save(campaign);
    trail.by(account, "campaign.drafted", campaign.getId(), null);
    return campaign.getId();
  }

  /**
   * Changes a draft.
   *
   * @throws CampaignRefused if something stands against it
   * @throws CampaignConflict if somebody else changed it since, or it has been launched
   */
  public void edit(long id, CampaignForm form, String username) {
    var account = office(username);
    var campaign = campaigns.fresh(id, form.version());
    campaign.require(CampaignStatus.DRAFT);
    refuse(check.problems(id, form));
    campaign.edit(form, clock.getZone());
    save(campaign);
    trail.by(account, "campaign.edited", campaign.getId(), null);
  }

  /**
   * Launches a draft: from now on its process carries it.
   *
   * @throws CampaignRefused if the plan has been overtaken, by the clock for example
   */
  public void launch(long id, int version, String username) {
    var account = office(username);
    var campaign = campaigns.fresh(id, version);
    campaign.require(CampaignStatus.DRAFT);
    if (!check.problems(id, campaign.toForm(clock.getZone())).isEmpty()) {
      throw new CampaignRefused("plan", "plan");
    }
    if (campaign.closesAt() != null && !clock.instant().isBefore(campaign.closesAt())) {
      throw new CampaignRefused("closes-past", "closesAt");
    }
    campaign.launch(clock.instant());
    startProcess(campaign);
    trail.by(account, "campaign.launched", campaign.getId(), null);
  }

  /** Gives a running campaign from before its process existed its process. */
  public void start(long id, int version, String username) {
    var account = office(username);
    var campaign = campaigns.fresh(id, version);
    campaign.start(clock.instant());
    startProcess(campaign);
    trail.by(account, "campaign.started", campaign.getId(), null);
  }

  /**
   * Changes the window. Once the guideline is published its beginning stays.
   *
   * @param opensAt in the Department's zone; {@code null} leaves it as it is
   * @param closesAt in the Department's zone; {@code null} for no deadline
   * @throws CampaignRefused if the window would make no sense, or the reason is missing
   */
  public void changeWindow(
      long id,
      int version,
      LocalDateTime opensAt,
      LocalDateTime closesAt,
      String reason,
      String username) {
    var account = office(username);
    var campaign = campaigns.fresh(id, version);
    campaign.require(
        CampaignStatus.LAUNCHED,
        CampaignStatus.GUIDELINE_DRAFT,
        CampaignStatus.GUIDELINE_APPROVAL,
        CampaignStatus.WAITING,
        CampaignStatus.OPEN);
    requireWindow(campaign);
    var why = Reason.of(reason);
    var opens = opensAt == null ? campaign.opensAt() : instant(opensAt);
    var closes = closesAt == null ? null : instant(closesAt);
    checkWindow(campaign, opens, closes);
    var change =
        notices.get(
            "campaign-notice.window-change",
            window(campaign.opensAt(), campaign.closesAt()),
            window(opens, closes),
            why);
    campaign.setWindow(opens, closes);
    if (campaign.status() == CampaignStatus.OPEN) {
      publish("campaign-window-changed", campaign, campaign.code() + ":" + version);
    }
    trail.by(account, "campaign.window-changed", campaign.getId(), change);
  }

  /** Closes an open window before its time, or where there is no deadline. */
  public void close(long id, int version, String reason, String username) {
    var account = office(username);
    var campaign = campaigns.fresh(id, version);
    campaign.require(CampaignStatus.OPEN);
    requireWindow(campaign);
    var why = Reason.of(reason);
    campaign.close(clock.instant());
    publish("campaign-closed", campaign, campaign.code());
    trail.by(account, "campaign.closed", campaign.getId(), why);
  }

  /** Ends a launched campaign without a result. */
  public void cancel(long id, int version, String reason, String username) {
    var account = office(username);
    var campaign = campaigns.fresh(id, version);
    if (campaign.status().ended() || !campaign.launched()) {
      throw new CampaignConflict("status");
    }
    var why = Reason.of(reason);
    revisions.dropWithTheWindow(campaign);
    campaign.cancel(clock.instant());
    userTasks.closed(campaign.subject());
    publish("campaign-cancelled", campaign, campaign.code());
    trail.by(account, "campaign.cancelled", campaign.getId(), why);
  }

  private void checkWindow(CampaignEntity campaign, Instant opens, Instant closes) {
    if (!campaign.status().beforeGuideline() && !opens.equals(campaign.opensAt())) {
      throw new CampaignRefused("opening-fixed", "opensAt");
    }
    var zone = clock.getZone();
    if (opens.atZone(zone).toLocalDate().isBefore(campaign.planDate())) {
      throw new CampaignRefused("opens-range", "opensAt", String.valueOf(PlanCheck.MOST_YEARS));
    }
    if (closes == null) {
      return;
    }
    if (!closes.isAfter(opens)) {
      throw new CampaignRefused("window-order", "closesAt");
    }
    if (!closes.isAfter(clock.instant())) {
      throw new CampaignRefused("closes-past", "closesAt");
    }
    if (closes.atZone(zone).isAfter(opens.atZone(zone).plusYears(PlanCheck.MOST_YEARS))) {
      throw new CampaignRefused("window-long", "closesAt", String.valueOf(PlanCheck.MOST_YEARS));
    }
  }

  /** A campaign from before its process existed gets one first; a window that is over stays so. */
  private void requireWindow(CampaignEntity campaign) {
    if (!campaign.launched()) {
      throw new CampaignConflict("no-process");
    }
    if (campaign.over(clock.instant())) {
      throw new CampaignConflict("over");
    }
  }

  private void startProcess(CampaignEntity campaign) {
    engine.publish(
        "campaign-launched",
        campaign.code(),
        campaign.subject(),
        Map.of("campaignId", campaign.getId(), "campaignCode", campaign.code()));
  }

  private void publish(String message, CampaignEntity campaign, String messageId) {
    engine.tell(message, campaign.code(), messageId, campaign.subject(), Map.of());
  }

  private String window(Instant opens, Instant closes) {
    return notices.dateTime(opens)
        + " – "
        + (closes == null ? notices.get("campaign-notice.no-deadline") : notices.dateTime(closes));
  }

  private Instant instant(LocalDateTime time) {
    return time.atZone(clock.getZone()).toInstant();
  }

  /** Two drafts of one code at once: the database lets one of them through. */
  private void save(CampaignEntity campaign) {
    try {
      campaigns.saveAndFlush(campaign);
    } catch (DataIntegrityViolationException e) {
      throw new CampaignRefused("code-taken", "code", campaign.code());
    }
  }

  private static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new CampaignRefused(problems);
    }
  }

  private Account office(String username) {
    var account = directory.account(username);
    CampaignAccess.requireOffice(account);
    return account;
  }
}
