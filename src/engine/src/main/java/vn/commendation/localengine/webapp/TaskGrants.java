package vn.commendation.localengine.webapp;

import org.operaton.bpm.engine.authorization.Resources;
import org.operaton.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.operaton.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.operaton.bpm.engine.impl.persistence.entity.TaskEntity;
import org.operaton.bpm.engine.task.IdentityLink;
import org.operaton.bpm.engine.task.Task;

/**
 * Who gets rights on a single task: its candidates, and its assignee if it is nobody's by group.
 * Who has claimed a task of his group keeps it as long as he is in the group, and who has lost a
 * task loses sight of it.
 */
final class TaskGrants extends DefaultAuthorizationProvider {

  @Override
  public AuthorizationEntity[] newTaskAssignee(Task task, String before, String now) {
    var candidates = ((TaskEntity) task).getCandidates();
    if (before != null
        && candidates.stream().map(IdentityLink::getUserId).noneMatch(before::equals)) {
      getAuthorizationManager()
          .deleteAuthorizationsByResourceIdAndUserId(Resources.TASK, task.getId(), before);
    }
    return candidates.stream().anyMatch(link -> link.getGroupId() != null)
        ? null
        : super.newTaskAssignee(task, before, now);
  }
}
