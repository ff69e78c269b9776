package vn.commendation.localengine.webapp;

import java.util.Map;
import org.operaton.bpm.engine.AuthorizationException;
import org.operaton.bpm.engine.impl.TaskServiceImpl;
import org.operaton.bpm.engine.variable.VariableMap;
import org.operaton.bpm.engine.variable.Variables;

/**
 * Tasks as a person who is logged in may handle them. Nobody takes a task for somebody else; giving
 * it to somebody else needs the right to assign. For the engine itself it is Operaton's service.
 */
final class PersonalTaskService extends TaskServiceImpl {

  private final transient Completion completion;

  PersonalTaskService(Completion completion) {
    this.completion = completion;
  }

  @Override
  public void claim(String taskId, String userId) {
    var person = Persons.asking(commandExecutor);
    if (person != null && userId != null && !userId.equals(person)) {
      throw new AuthorizationException("Nobody can claim a task for somebody else");
    }
    super.claim(taskId, userId);
  }

  @Override
  public void setAssignee(String taskId, String userId) {
    var person = Persons.asking(commandExecutor);
    if (person != null && userId == null && person.equals(assignee(taskId))) {
      // giving back one's own task needs no right to assign
      super.claim(taskId, null);
    } else {
      super.setAssignee(taskId, userId);
    }
  }

  private String assignee(String taskId) {
    return commandExecutor.execute(
        context -> {
          var task = context.getTaskManager().findTaskById(taskId);
          return task == null ? null : task.getAssignee();
        });
  }

  @Override
  public void complete(String taskId, Map<String, Object> variables) {
    if (Persons.asking(commandExecutor) == null) {
      super.complete(taskId, variables);
    } else {
      completeInPerson(taskId, variables);
    }
  }

  @Override
  public VariableMap completeWithVariablesInReturn(
      String taskId, Map<String, Object> variables, boolean deserialize) {
    if (Persons.asking(commandExecutor) == null) {
      return super.completeWithVariablesInReturn(taskId, variables, deserialize);
    }
    completeInPerson(taskId, variables);
    return Variables.createVariables();
  }

  private void completeInPerson(String taskId, Map<String, Object> variables) {
    completion.complete(commandExecutor, taskId, variables);
  }

  @Override
  public void handleBpmnError(
      String taskId, String code, String message, Map<String, Object> variables) {
    noPerson();
    super.handleBpmnError(taskId, code, message, variables);
  }

  @Override
  public void handleBpmnError(String taskId, String code) {
    noPerson();
    super.handleBpmnError(taskId, code);
  }

  @Override
  public void handleBpmnError(String taskId, String code, String message) {
    noPerson();
    super.handleBpmnError(taskId, code, message);
  }

  @Override
  public void handleEscalation(String taskId, String code) {
    noPerson();
    super.handleEscalation(taskId, code);
  }

  @Override
  public void handleEscalation(String taskId, String code, Map<String, Object> variables) {
    noPerson();
    super.handleEscalation(taskId, code, variables);
  }

  private void noPerson() {
    if (Persons.asking(commandExecutor) != null) {
      throw new AuthorizationException("A task is left by completing it");
    }
  }
}
