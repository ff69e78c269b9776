package vn.commendation.localengine.webapp;

import java.util.Collection;
import java.util.Map;
import org.operaton.bpm.engine.impl.FormServiceImpl;
import org.operaton.bpm.engine.variable.VariableMap;
import org.operaton.bpm.engine.variable.Variables;
import org.operaton.bpm.engine.variable.type.ValueType;

/** Forms of tasks as a person who is logged in sees and sends them. */
final class PersonalFormService extends FormServiceImpl {

  private final transient Completion completion;

  PersonalFormService(Completion completion) {
    this.completion = completion;
  }

  @Override
  public void submitTaskForm(String taskId, Map<String, Object> properties) {
    if (Persons.asking(commandExecutor) == null) {
      super.submitTaskForm(taskId, properties);
    } else {
      completion.complete(commandExecutor, taskId, properties);
    }
  }

  @Override
  public VariableMap submitTaskFormWithVariablesInReturn(
      String taskId, Map<String, Object> properties, boolean deserialize) {
    if (Persons.asking(commandExecutor) == null) {
      return super.submitTaskFormWithVariablesInReturn(taskId, properties, deserialize);
    }
    completion.complete(commandExecutor, taskId, properties);
    return Variables.createVariables();
  }

  /**
   * Without those that are null: Tasklist would send a list back under the type of null, and lose
   * it.
   */
  @Override
  public VariableMap getTaskFormVariables(
      String taskId, Collection<String> names, boolean deserialize) {
    var variables = super.getTaskFormVariables(taskId, names, deserialize);
    variables.keySet().removeIf(name -> empty(variables, name));
    return variables;
  }

  private static boolean empty(VariableMap variables, String name) {
    var value = variables.getValueTyped(name);
    return value == null || value.getType() == ValueType.NULL;
  }
}
