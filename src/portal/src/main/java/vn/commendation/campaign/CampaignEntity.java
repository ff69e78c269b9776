package vn.commendation.campaign;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import vn.commendation.award.CommendationType;
import vn.commendation.directory.SigningCapacity;

@Entity
@Table(name = "campaign")
class CampaignEntity {

  /** What the business ids of campaigns begin with. */
  static final String SUBJECT = "campaign-";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Version private int version;
  private String code;
  private String title;
  private String theme;
  private String planNumber;
  private LocalDate planDate;
  private String basis;

  @Column(columnDefinition = "text")
  private String description;

  private String planSubject;
  private String planShortSubject;

  @Column(columnDefinition = "text")
  private String planPurpose;

  @Column(columnDefinition = "text")
  private String planContent;

  @Column(columnDefinition = "text")
  private String planImplementation;

  @Enumerated(EnumType.STRING)
  private SigningCapacity planCapacity;

  private String planSigner;
  private Instant opensAt;
  private Instant closesAt;
  private LocalDate reportDueOn;
  private LocalDate achievementFrom;
  private LocalDate achievementTo;

  @Enumerated(EnumType.STRING)
  private CommendationType commendationType;

  @Enumerated(EnumType.STRING)
  private CampaignStatus status;

  private Long processInstanceKey;
  private Instant launchedAt;
  private Instant guidelinePublishedAt;

  @Enumerated(EnumType.STRING)
  private GuidelineRevision guidelineRevision;

  private Instant closedAt;
  private Instant endedAt;

  @ElementCollection(fetch = FetchType.EAGER)
  @Fetch(FetchMode.SUBSELECT)
  @CollectionTable(name = "campaign_award", joinColumns = @JoinColumn(name = "campaign_id"))
  @Column(name = "award_code")
  private Set<String> awardCodes = new HashSet<>();

  @ElementCollection
  @CollectionTable(name = "campaign_quota", joinColumns = @JoinColumn(name = "campaign_id"))
  @MapKeyColumn(name = "award_code")
  @Column(name = "ceiling")
  private Map<String, Integer> ceilings = new HashMap<>();

  @ElementCollection
  @CollectionTable(name = "campaign_unit", joinColumns = @JoinColumn(name = "campaign_id"))
  @Column(name = "unit_id")
  private Set<Long> unitIds = new HashSet<>();

  protected CampaignEntity() {}

  static CampaignEntity draft(CampaignForm form, ZoneId zone) {
    var draft = new CampaignEntity();
    draft.status = CampaignStatus.DRAFT;
    draft.fill(form, zone);
    return draft;
  }

  Campaign toCampaign() {
    return new Campaign(
        id,
        code,
        title,
        theme,
        planNumber,
        planDate,
        basis,
        description,
        opening(),
        closing(),
        achievementFrom,
        achievementTo,
        status == CampaignStatus.CANCELLED,
        List.copyOf(awardCodes),
        commendationType);
  }

  CampaignForm toForm(ZoneId zone) {
    return new CampaignForm(
        version,
        code,
        title,
        theme,
        planNumber,
        planDate,
        basis,
        description,
        achievementFrom,
        achievementTo,
        commendationType,
        opensAt.atZone(zone).toLocalDateTime(),
        closesAt == null ? null : closesAt.atZone(zone).toLocalDateTime(),
        reportDueOn,
        awardCodes,
        ceilings,
        unitIds,
        planText());
  }

  PlanText planText() {
    return new PlanText(
        planSubject,
        planShortSubject,
        planPurpose,
        planContent,
        planImplementation,
        planCapacity,
        planSigner);
  }

  /** Takes over what the Office wrote; only a draft takes it. */
  void edit(CampaignForm form, ZoneId zone) {
    require(CampaignStatus.DRAFT);
    fill(form, zone);
  }

  private void fill(CampaignForm form, ZoneId zone) {
    code = form.code();
    title = form.title();
    theme = form.theme();
    planNumber = form.planNumber();
    planDate = form.planDate();
    basis = form.basis();
    description = form.description();
    achievementFrom = form.achievementFrom();
    achievementTo = form.achievementTo();
    commendationType = form.type();
    opensAt = form.opensAt().atZone(zone).toInstant();
    closesAt = form.closesAt() == null ? null : form.closesAt().atZone(zone).toInstant();
    reportDueOn = form.reportDueOn();
    replace(awardCodes, form.awardCodes());
    replace(unitIds, form.unitIds());
    ceilings.clear();
    ceilings.putAll(form.ceilings());
    fill(form.text());
  }

  private void fill(PlanText text) {
    planSubject = text.subject();
    planShortSubject = text.shortSubject();
    planPurpose = text.purpose();
    planContent = text.content();
    planImplementation = text.implementation();
    planCapacity = text.capacity();
    planSigner = text.signer();
  }

  private static <T> void replace(Set<T> present, Set<T> wanted) {
    present.retainAll(wanted);
    present.addAll(wanted);
  }

  void launch(Instant now) {
    require(CampaignStatus.DRAFT);
    launchedAt = now;
    status = CampaignStatus.LAUNCHED;
  }

  /** Gives a campaign from before its process existed its process. */
  void start(Instant now) {
    if (!startable(now)) {
      throw new CampaignConflict("not-startable");
    }
    launchedAt = now;
    status = CampaignStatus.LAUNCHED;
  }

  boolean startable(Instant now) {
    return status == CampaignStatus.OPEN
        && launchedAt == null
        && (closesAt == null || now.isBefore(closesAt));
  }

  /** Notes the process instance that carries the campaign; a second one is refused. */
  void carriedBy(long instanceKey) {
    if (processInstanceKey != null && processInstanceKey != instanceKey) {
      throw new IllegalStateException(
          "Campaign %s is carried by instance %d already".formatted(code, processInstanceKey));
    }
    processInstanceKey = instanceKey;
  }

  /** Its instance is given up; the next one ties itself to the campaign. */
  void givenUp() {
    processInstanceKey = null;
  }

  void moveTo(CampaignStatus next) {
    status = next;
  }

  void guidelinePublished(Instant now) {
    if (guidelinePublishedAt == null) {
      guidelinePublishedAt = now;
    }
  }

  boolean revisable(Instant now) {
    return guidelineRevision == null
        && processInstanceKey != null
        && (status == CampaignStatus.WAITING || status == CampaignStatus.OPEN)
        && !over(now);
  }

  /** A published guideline is to be revised; one revision at a time. */
  void startRevision(Instant now) {
    if (guidelineRevision != null) {
      throw new CampaignConflict("revision-running");
    }
    if (!revisable(now)) {
      throw new CampaignConflict("status");
    }
    guidelineRevision = GuidelineRevision.DRAFT;
  }

  void revisionAt(GuidelineRevision next) {
    guidelineRevision = next;
  }

  void endRevision() {
    guidelineRevision = null;
  }

  void setWindow(Instant opens, Instant closes) {
    opensAt = opens;
    closesAt = closes;
  }

  /** The window is over, by its deadline or by hand. */
  void close(Instant now) {
    if (closedAt == null) {
      closedAt = now;
    }
  }

  void cancel(Instant now) {
    status = CampaignStatus.CANCELLED;
    close(now);
  }

  void end(Instant now) {
    endedAt = now;
  }

  /** Its process has ended. */
  boolean ended() {
    return endedAt != null;
  }

  /** Whether the window is over though the process has not recorded it yet. */
  boolean over(Instant now) {
    return status == CampaignStatus.OPEN
        && (closedAt != null || closesAt != null && !now.isBefore(closesAt));
  }

  void require(CampaignStatus... any) {
    if (!List.of(any).contains(status)) {
      throw new CampaignConflict("status");
    }
  }

  /** When it takes nominations from; with a process not before the guideline is published. */
  private Instant opening() {
    if (launchedAt == null) {
      return status == CampaignStatus.DRAFT ? null : opensAt;
    }
    if (guidelinePublishedAt == null) {
      return null;
    }
    return guidelinePublishedAt.isAfter(opensAt) ? guidelinePublishedAt : opensAt;
  }

  private Instant closing() {
    return closedAt != null && (closesAt == null || closedAt.isBefore(closesAt))
        ? closedAt
        : closesAt;
  }

  /** Business id of its audit trail, its commands and its open task. */
  String subject() {
    return subject(id);
  }

  /** Business id of the open task of its revision. */
  String revisionSubject() {
    return subject() + "-revision";
  }

  static String subject(long id) {
    return SUBJECT + id;
  }

  Long getId() {
    return id;
  }

  int version() {
    return version;
  }

  String code() {
    return code;
  }

  String title() {
    return title;
  }

  CampaignStatus status() {
    return status;
  }

  Instant opensAt() {
    return opensAt;
  }

  Instant closesAt() {
    return closesAt;
  }

  LocalDate planDate() {
    return planDate;
  }

  /** When the window was really closed; {@code null} before. */
  Instant closedAt() {
    return closedAt;
  }

  LocalDate reportDueOn() {
    return reportDueOn;
  }

  Map<String, Integer> ceilings() {
    return Map.copyOf(ceilings);
  }

  Set<Long> unitIds() {
    return Set.copyOf(unitIds);
  }

  Long processInstanceKey() {
    return processInstanceKey;
  }

  /** {@code null} if no revision of the guideline is under way. */
  GuidelineRevision guidelineRevision() {
    return guidelineRevision;
  }

  Instant guidelinePublishedAt() {
    return guidelinePublishedAt;
  }

  /** Whether a process carries it or will as soon as the engine has started it. */
  boolean launched() {
    return launchedAt != null;
  }
}
