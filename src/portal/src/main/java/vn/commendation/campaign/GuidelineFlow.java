package vn.commendation.campaign;

import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.campaign.CampaignTasks.Task;
import vn.commendation.directory.Account;
import vn.commendation.engine.DecisionResult;
import vn.commendation.notification.Notices;

/**
 * What the {@code campaign} process asks for about the guideline: the first one, which the window
 * waits for, and revisions of it, which nothing waits for. One method per service task; each runs
 * in the transaction that notes its job as handled.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class GuidelineFlow {

  private final CampaignRepository campaigns;
  private final Guidelines guidelines;
  private final CampaignTasks tasks;
  private final CampaignMails mails;
  private final CampaignTrail trail;
  private final Notices notices;
  private final Clock clock;

  GuidelineFlow(
      CampaignRepository campaigns,
      Guidelines guidelines,
      CampaignTasks tasks,
      CampaignMails mails,
      CampaignTrail trail,
      Notices notices,
      Clock clock) {
    this.campaigns = campaigns;
    this.guidelines = guidelines;
    this.tasks = tasks;
    this.mails = mails;
    this.trail = trail;
    this.notices = notices;
    this.clock = clock;
  }

  /** {@code RecordGuidelineDraft}: a version of the guideline goes to leadership. */
  public DecisionResult recordDraft(long id, String username, String content) {
    var campaign = campaigns.standing(id, CampaignStatus.GUIDELINE_DRAFT);
    return draft(
        Task.of(campaign),
        username,
        content,
        "campaign.guideline-drafted",
        () -> {
          campaign.moveTo(CampaignStatus.GUIDELINE_APPROVAL);
          tasks.open(Task.of(campaign));
        });
  }

  /** {@code RecordGuidelineApproval}: leadership approves the guideline or returns it. */
  public DecisionResult recordApproval(long id, TaskDecision decision) {
    var campaign = campaigns.standing(id, CampaignStatus.GUIDELINE_APPROVAL);
    return judge(
        Task.of(campaign),
        decision,
        "campaign.guideline-approved",
        "campaign.guideline-returned",
        () -> {
          campaign.moveTo(CampaignStatus.GUIDELINE_DRAFT);
          tasks.open(Task.of(campaign));
        });
  }

  /** {@code PublishGuideline}: from now on the window may open. */
  public void publish(long id) {
    var campaign = campaigns.standing(id, CampaignStatus.GUIDELINE_APPROVAL);
    guidelines.publish(id);
    campaign.guidelinePublished(clock.instant());
    campaign.moveTo(CampaignStatus.WAITING);
    mails.tellHeads("guideline-published", campaign);
    trail.bySystem("campaign.guideline-published", id, null);
  }

  /** {@code PrepareRevision}: the Office is asked for the draft. */
  public void prepareRevision(long id) {
    tasks.open(Task.ofRevision(campaigns.revising(id, GuidelineRevision.DRAFT)));
  }

  /** What a revision starts from: the guideline in force. */
  @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
  public String textInForce(long id) {
    return guidelines.inForce(id).map(Guideline::content).orElse("");
  }

  /** {@code RecordRevisionDraft}: the revised guideline goes to leadership. */
  public DecisionResult recordRevisionDraft(long id, String username, String content) {
    var campaign = campaigns.revising(id, GuidelineRevision.DRAFT);
    return draft(
        Task.ofRevision(campaign),
        username,
        content,
        "campaign.revision-drafted",
        () -> {
          campaign.revisionAt(GuidelineRevision.APPROVAL);
          tasks.open(Task.ofRevision(campaign));
        });
  }

  /** {@code RecordRevisionApproval}: leadership approves the revised guideline or returns it. */
  public DecisionResult recordRevisionApproval(long id, TaskDecision decision) {
    var campaign = campaigns.revising(id, GuidelineRevision.APPROVAL);
    return judge(
        Task.ofRevision(campaign),
        decision,
        "campaign.revision-approved",
        "campaign.revision-returned",
        () -> {
          campaign.revisionAt(GuidelineRevision.DRAFT);
          tasks.open(Task.ofRevision(campaign));
        });
  }

  /** {@code PublishRevision}: the next version is in force; the window stays as it is. */
  public void publishRevision(long id) {
    var campaign = campaigns.revising(id, GuidelineRevision.APPROVAL);
    guidelines.publish(id);
    campaign.endRevision();
    mails.tellHeads("guideline-revised", campaign);
    trail.bySystem("campaign.revision-published", id, null);
  }

  private DecisionResult draft(
      Task task, String username, String content, String action, Runnable next) {
    var id = task.campaign().getId();
    return tasks.decide(
        task,
        username,
        account -> {
          var role = tasks.roleDenial(CampaignAccess.isOffice(account), account);
          return role == null ? tasks.textDenial("guideline", content, true) : role;
        },
        account -> {
          guidelines.draft(id, content.strip(), account);
          next.run();
          trail.by(account, action, id, null);
          return "submit";
        });
  }

  private DecisionResult judge(
      Task task, TaskDecision decision, String approval, String returning, Runnable onReturn) {
    var id = task.campaign().getId();
    return tasks.decide(
        task,
        decision.username(),
        account -> denial(id, account, decision),
        account -> {
          var approved = decision.decision().equals("approve");
          guidelines.decide(id, approved ? "APPROVED" : "RETURNED", decision.reason(), account);
          if (!approved) {
            onReturn.run();
          }
          trail.by(account, approved ? approval : returning, id, decision.reason());
          return decision.decision();
        });
  }

  private String denial(long id, Account account, TaskDecision decision) {
    if (!CampaignAccess.isLeadership(account)) {
      return tasks.roleDenial(false, account);
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
    return decision.reason() != null && decision.reason().length() > CampaignTasks.LONGEST_REASON
        ? notices.get("campaign-denial.long-reason")
        : null;
  }
}
