package vn.commendation.notification;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.work.OpenStep;

/** Tells people of a step that now waits for them. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class StepNotices {

  private final Notifications notifications;

  StepNotices(Notifications notifications) {
    this.notifications = notifications;
  }

  /** Tells everybody who may act that the step is open. */
  public void opened(OpenStep step) {
    notifications.tell(step.actors(), notice(NoticeKind.TASK, "task-opened", step));
  }

  static Notice notice(NoticeKind kind, String key, OpenStep step, Object... more) {
    var args = new Object[3 + more.length];
    args[0] = step.about();
    args[1] = NoticeText.of(step.name());
    args[2] = step.dueAt() == null ? NoticeText.of("notice.no-deadline") : step.dueAt();
    System.arraycopy(more, 0, args, 3, more.length);
    return Notice.of(kind, key, step.path(), args).task(step.id(), step.dueAt());
  }
}
