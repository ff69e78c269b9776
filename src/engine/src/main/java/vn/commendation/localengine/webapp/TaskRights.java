package vn.commendation.localengine.webapp;

import org.operaton.bpm.engine.AuthorizationException;
import org.operaton.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.operaton.bpm.engine.impl.context.Context;
import org.operaton.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * A task that is assigned is its assignee's alone: nobody else works on it in a web application.
 */
final class TaskRights extends AuthorizationCommandChecker {

  @Override
  public void checkTaskWork(TaskEntity task) {
    super.checkTaskWork(task);
    var context = Context.getCommandContext();
    var person = context.getAuthenticatedUserId();
    if (context.isAuthorizationCheckEnabled()
        && person != null
        && task.getAssignee() != null
        && !task.getAssignee().equals(person)) {
      throw new AuthorizationException(
          "Task " + task.getId() + " is assigned to " + task.getAssignee());
    }
  }
}
