package vn.commendation.campaign;

import java.util.function.Function;
import org.springframework.stereotype.Component;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.engine.DecisionResult;
import vn.commendation.engine.UserTasks;
import vn.commendation.notification.Notices;
import vn.commendation.notification.StepNotices;

/** The user tasks of the {@code campaign} process, and what counts of what is decided in them. */
@Component
class CampaignTasks {

  static final int LONGEST_REASON = 4000;
  private static final int LONGEST_TEXT = 20_000;

  private final Directory directory;
  private final UserTasks userTasks;
  private final Notices notices;
  private final CampaignTrail trail;
  private final CampaignSteps steps;
  private final StepNotices stepNotices;

  CampaignTasks(
      Directory directory,
      UserTasks userTasks,
      Notices notices,
      CampaignTrail trail,
      CampaignSteps steps,
      StepNotices stepNotices) {
    this.directory = directory;
    this.userTasks = userTasks;
    this.notices = notices;
    this.trail = trail;
    this.steps = steps;
    this.stepNotices = stepNotices;
  }

  /**
   * The user task at which a campaign waits, or its revision beside it.
   *
   * @param key business id of the open task: a campaign and its revision may each wait at one
   */
  record Task(CampaignEntity campaign, String key, String element) {

    static Task of(CampaignEntity campaign) {
      return new Task(campaign, campaign.subject(), campaign.status().element());
    }

    static Task ofRevision(CampaignEntity campaign) {
      return new Task(campaign, campaign.revisionSubject(), campaign.guidelineRevision().element());
    }
  }

  /** Opens the task and tells whom it waits for. */
  void open(Task task) {
    reopen(task);
    stepNotices.opened(
        task.key().equals(task.campaign().subject())
            ? steps.of(task.campaign())
            : steps.ofRevision(task.campaign()));
  }

  private void reopen(Task task) {
    userTasks.opened(task.key(), task.campaign().processInstanceKey(), task.element());
  }

  /** Nothing is to be decided any more, neither in the campaign nor in its revision. */
  void closeAll(CampaignEntity campaign) {
    userTasks.closed(campaign.subject());
    userTasks.closed(campaign.revisionSubject());
  }

  /**
   * Takes a decision made in a user task, or says why it does not count.
   *
   * @param denial what stands against it, {@code null} if nothing does
   * @param work records it and answers the outcome
   */
  DecisionResult decide(
      Task task,
      String username,
      Function<Account, String> denial,
      Function<Account, String> work) {
    var account = directory.activeAccount(username).orElse(null);
    var reason =
        account == null
            ? notices.get("campaign-denial.unknown-account", username)
            : denial.apply(account);
    if (reason != null) {
      trail.denied(
          username,
          account == null ? username : account.displayName(),
          task.campaign().getId(),
          reason);
      reopen(task);
      return DecisionResult.denied(reason);
    }
    userTasks.closed(task.key());
    return DecisionResult.recorded(work.apply(account));
  }

  String roleDenial(boolean may, Account account) {
    return may ? null : notices.get("campaign-denial.role", account.displayName());
  }

  /** What stands against a text entered in a form. */
  String textDenial(String field, String text, boolean required) {
    if (required && (text == null || text.isBlank())) {
      return notices.get("campaign-denial.no-" + field);
    }
    return text != null && text.length() > LONGEST_TEXT
        ? notices.get("campaign-denial.long-text")
        : null;
  }
}
