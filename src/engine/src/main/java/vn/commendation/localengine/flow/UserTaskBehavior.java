package vn.commendation.localengine.flow;

import io.camunda.client.api.search.enums.IncidentErrorType;
import java.util.Date;
import java.util.Map;
import org.operaton.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.operaton.bpm.engine.impl.context.Context;
import org.operaton.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.operaton.bpm.engine.impl.persistence.entity.TaskEntity;
import org.operaton.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.operaton.bpm.engine.impl.task.TaskDecorator;
import vn.commendation.localengine.bpmn.ElementModel.UserTask;
import vn.commendation.localengine.expression.ExpressionFailure;
import vn.commendation.localengine.expression.Feel;

/** A task for people; the element is left when somebody completes it. */
final class UserTaskBehavior extends UserTaskActivityBehavior implements Activities.Leaving {

  private static final int DEFAULT_PRIORITY = 50;

  private final Activities activities;

  UserTaskBehavior(TaskDecorator decorator, Activities activities) {
    super(decorator);
    this.activities = activities;
  }

  @Override
  public void execute(ActivityExecution execution) throws Exception {
    activities.enter(execution, () -> create((ExecutionEntity) execution));
  }

  private void create(ExecutionEntity execution) {
    var given = activities.element(execution).userTask();
    var variables = Variables.visible(execution);
    var feel = activities.feel();
    requireForm(given);
    // evaluated again when the task is recorded, where nothing may fail
    feel.optionalText(given.externalReference(), variables);
    var assignee = feel.optionalText(given.assignee(), variables);
    var groups = list(given.candidateGroups(), variables);
    var users = list(given.candidateUsers(), variables);
    var due = date(given.dueDate(), variables);
    var followUp = date(given.followUpDate(), variables);
    var priority =
        given.priority() == null
            ? DEFAULT_PRIORITY
            : Numbers.whole(given.priority(), feel.value(given.priority(), variables));
    if (priority < 0 || priority > 100) {
      throw Activities.invalid(
          "Expected priority to be in the range [0,100] but was '%d'.".formatted(priority));
    }

    var task = new TaskEntity(execution);
    task.insert();
    taskDecorator.decorate(task, execution);
    task.setPriority(priority);
    task.setDueDate(due);
    task.setFollowUpDate(followUp);
    groups.forEach(task::addCandidateGroup);
    users.forEach(task::addCandidateUser);
    if (assignee != null && !assignee.isBlank()) {
      task.setAssignee(assignee);
    }
    task.transitionTo(TaskEntity.TaskState.STATE_CREATED);
  }

  private java.util.List<String> list(String text, Map<String, Object> variables) {
    return text == null || text.isBlank()
        ? java.util.List.of()
        : Feel.isExpression(text) && activities.feel().value(text, variables) == null
            ? java.util.List.of()
            : activities.feel().texts(text, variables);
  }

  private Date date(String text, Map<String, Object> variables) {
    if (text == null || text.isBlank()) {
      return null;
    }
    var value = activities.feel().raw(text, variables);
    return value == null || "".equals(value) ? null : Date.from(Timers.date(text, value));
  }

  private static void requireForm(UserTask given) {
    if (given.formId() != null
        && Context.getCommandContext()
                .getOperatonFormDefinitionManager()
                .findLatestDefinitionByKey(given.formId())
            == null) {
      throw new ExpressionFailure(
          IncidentErrorType.FORM_NOT_FOUND,
          "Expected to find a form with id '%s', but no form with this id is found, at least a form with this id should be available. To resolve the Incident please deploy a form with the same id"
              .formatted(given.formId()));
    }
  }

  @Override
  public void signal(ActivityExecution execution, String signalName, Object signalData) {
    leaveAgain(execution);
  }

  @Override
  public void leaveAgain(ActivityExecution execution) {
    activities.leave(execution, () -> leave(execution));
  }
}
