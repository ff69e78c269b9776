package vn.commendation.campaign;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.engine.CaseProcess;
import vn.commendation.engine.OpenCase;
import vn.commendation.engine.Placement;
import vn.commendation.engine.UserTasks;

/** Where the instance of a campaign ought to stand, and the revision of its guideline beside it. */
@Component
class CampaignInstances implements CaseProcess {

  private static final TypeReference<Map<String, Object>> VARIABLES = new TypeReference<>() {};

  private final CampaignRepository campaigns;
  private final CampaignFlow flow;
  private final Guidelines guidelines;
  private final ResultReports reports;
  private final UserTasks userTasks;
  private final JdbcClient jdbc;
  private final ObjectMapper json;

  CampaignInstances(
      CampaignRepository campaigns,
      CampaignFlow flow,
      Guidelines guidelines,
      ResultReports reports,
      UserTasks userTasks,
      JdbcClient jdbc,
      ObjectMapper json) {
    this.campaigns = campaigns;
    this.flow = flow;
    this.guidelines = guidelines;
    this.reports = reports;
    this.userTasks = userTasks;
    this.jdbc = jdbc;
    this.json = json;
  }

  private static Set<String> elements(CampaignStatus status) {
    return switch (status) {
      case DRAFT -> Set.of();
      case LAUNCHED -> Set.of("PrepareCampaign", "GuidelineGateway");
      case GUIDELINE_DRAFT -> Set.of("DraftGuideline", "RecordGuidelineDraft");
      case GUIDELINE_APPROVAL ->
          Set.of(
              "ApproveGuideline", "RecordGuidelineApproval", "ApprovalGateway", "PublishGuideline");
      case WAITING -> Set.of("WindowOpens", "OpenWindow");
      case OPEN ->
          Set.of("DeadlineGateway", "WindowEvents", "OpenEndedEvents", "ReadWindow", "CloseWindow");
      case REPORT -> Set.of("ResultReport", "RecordResultReport", "PublishReport");
      case ARCHIVED, CANCELLED -> Set.of(status.element());
    };
  }

  private static Set<String> elements(GuidelineRevision revision) {
    return switch (revision) {
      case DRAFT -> Set.of("PrepareRevision", "ReviseGuideline", "RecordRevisionDraft");
      case APPROVAL ->
          Set.of("ApproveRevision", "RecordRevisionApproval", "RevisionGateway", "PublishRevision");
    };
  }

  @Override
  public String processId() {
    return "campaign";
  }

  @Override
  public String idVariable() {
    return "campaignId";
  }

  @Override
  public String businessId(Object value) {
    return CampaignEntity.SUBJECT + value;
  }

  @Override
  public Object value(String businessId) {
    return id(businessId);
  }

  @Override
  public Set<String> passing() {
    return Set.of("RemindUnits", "EndReminded", "EndRevised", "EndRevisionDropped");
  }

  @Override
  public Set<String> besides() {
    var elements = new HashSet<String>();
    Stream.of(GuidelineRevision.values()).forEach(step -> elements.addAll(elements(step)));
    return elements;
  }

  @Override
  public Set<String> elements() {
    var elements = new HashSet<>(besides());
    Stream.of(CampaignStatus.values()).forEach(status -> elements.addAll(elements(status)));
    return elements;
  }

  @Override
  @Transactional(readOnly = true)
  public List<OpenCase> open(String after, int most) {
    return select("id > ? order by id limit ?", after.isEmpty() ? 0 : id(after), most);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<OpenCase> find(String businessId) {
    return select("id = ?", id(businessId)).stream().findFirst();
  }

  private List<OpenCase> select(String condition, Object... params) {
    return jdbc.sql(
            """
            select id, code, title, process_instance_key, status, guideline_revision from campaign
            where launched_at is not null and ended_at is null and\s"""
                + condition)
        .params(params)
        .query(
            (row, n) ->
                new OpenCase(
                    CampaignEntity.subject(row.getLong("id")),
                    row.getString("code") + " – " + row.getString("title"),
                    "/campaigns/" + row.getLong("id"),
                    row.getObject("process_instance_key", Long.class),
                    row.getString("status"),
                    elements(CampaignStatus.valueOf(row.getString("status"))),
                    Optional.ofNullable(row.getString("guideline_revision"))
                        .map(GuidelineRevision::valueOf)
                        .map(CampaignInstances::elements)
                        .stream()
                        .toList()))
        .list();
  }

  private static long id(String businessId) {
    return Long.parseLong(businessId.substring(CampaignEntity.SUBJECT.length()));
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Placement> release(String businessId) {
    var campaign = campaigns.lock(id(businessId)).orElse(null);
    if (campaign == null || find(businessId).isEmpty()) {
      return Optional.empty();
    }
    var placement = placement(campaign);
    campaign.givenUp();
    return Optional.of(placement);
  }

  private Placement placement(CampaignEntity campaign) {
    var id = campaign.getId();
    var variables = new HashMap<String, Object>();
    variables.put("campaignId", id);
    variables.put("campaignCode", campaign.code());
    variables.putAll(json.convertValue(flow.windowTimes(id), VARIABLES));
    variables.putAll(json.convertValue(flow.taskView(id), VARIABLES));
    variables.put("problem", null);
    var elements = new ArrayList<String>();
    var tasks = new ArrayList<Placement.Task>();
    var element = element(campaign);
    elements.add(element);
    if (Set.of("DraftGuideline", "ApproveGuideline", "ResultReport").contains(element)) {
      tasks.add(new Placement.Task(campaign.subject(), element, Map.of()));
    }
    if (campaign.guidelineRevision() != null) {
      var beside = revision(campaign);
      elements.add(beside);
      if (beside.equals(campaign.guidelineRevision().element())) {
        tasks.add(new Placement.Task(campaign.revisionSubject(), beside, Map.of()));
      }
    }
    return new Placement(elements, variables, tasks, List.of());
  }

  private String element(CampaignEntity campaign) {
    return switch (campaign.status()) {
      case GUIDELINE_APPROVAL -> approved(campaign) ? "PublishGuideline" : "ApproveGuideline";
      case OPEN -> campaign.closedAt() == null ? "Window" : "CloseWindow";
      case REPORT -> reports.of(campaign.getId()).isPresent() ? "PublishReport" : "ResultReport";
      default -> campaign.status().element();
    };
  }

  private String revision(CampaignEntity campaign) {
    return switch (campaign.guidelineRevision()) {
      case DRAFT ->
          userTasks.noted(campaign.revisionSubject()) ? "ReviseGuideline" : "PrepareRevision";
      case APPROVAL -> approved(campaign) ? "PublishRevision" : "ApproveRevision";
    };
  }

  /** Whether leadership has approved what is not published yet. */
  private boolean approved(CampaignEntity campaign) {
    return guidelines.of(campaign.getId()).stream()
        .findFirst()
        .filter(latest -> "APPROVED".equals(latest.outcome()) && latest.publishedAt() == null)
        .isPresent();
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void carriedBy(String businessId, long processInstanceKey, Placement placement) {
    campaigns.lock(id(businessId)).orElseThrow().carriedBy(processInstanceKey);
    userTasks.opened(processInstanceKey, placement.tasks());
  }
}
