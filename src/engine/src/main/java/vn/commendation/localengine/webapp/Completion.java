package vn.commendation.localengine.webapp;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.core.Response.Status;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.operaton.bpm.engine.impl.interceptor.CommandContext;
import org.operaton.bpm.engine.impl.interceptor.CommandExecutor;
import org.operaton.bpm.engine.rest.exception.InvalidRequestException;
import org.operaton.bpm.engine.variable.VariableMap;
import org.operaton.bpm.engine.variable.value.SerializableValue;
import org.operaton.bpm.engine.variable.value.TypedValue;
import vn.commendation.localengine.kernel.Conflicts;
import vn.commendation.localengine.kernel.Json;
import vn.commendation.localengine.kernel.Keys;

/**
 * How a person completes a task in a web application: as one who may work on it, and who is its
 * assignee from then on, whatever was there before and whatever the request says. What follows is
 * the engine's doing, not that person's.
 */
final class Completion {

  private final BiConsumer<Long, Map<String, Object>> completer;

  /**
   * @param completer completes a task by its key with plain JSON values, as for the interface
   */
  Completion(BiConsumer<Long, Map<String, Object>> completer) {
    this.completer = completer;
  }

  /** Completes a task in a transaction of its own. */
  void complete(CommandExecutor executor, String taskId, Map<String, Object> variables) {
    Conflicts.repeat(
        () ->
            executor.execute(
                context -> {
                  complete(context, taskId, variables);
                  return null;
                }));
  }

  private void complete(CommandContext context, String taskId, Map<String, Object> variables) {
    var task = context.getTaskManager().findTaskById(taskId);
    if (task == null) {
      throw new InvalidRequestException(Status.NOT_FOUND, "No matching task with id " + taskId);
    }
    context
        .getProcessEngineConfiguration()
        .getCommandCheckers()
        .forEach(checker -> checker.checkTaskWork(task));
    var values = plain(variables);
    if (task.getAssignee() == null) {
      task.setAssignee(context.getAuthenticatedUserId());
      task.triggerUpdateEvent();
    }
    context.runWithoutAuthorization(
        () -> {
          completer.accept(Keys.of(taskId), values);
          return null;
        });
  }

  private static Map<String, Object> plain(Map<String, Object> variables) {
    var plain = new LinkedHashMap<String, Object>();
    if (variables instanceof VariableMap typed) {
      typed.keySet().forEach(name -> plain.put(name, plain(name, typed.getValueTyped(name))));
    } else if (variables != null) {
      plain.putAll(variables);
    }
    return plain;
  }

  private static Object plain(String name, TypedValue value) {
    if (value instanceof SerializableValue serialized && !serialized.isDeserialized()) {
      try {
        return Json.mapper().readValue(serialized.getValueSerialized(), Object.class);
      } catch (JsonProcessingException e) {
        throw new InvalidRequestException(
            Status.BAD_REQUEST, "Variable " + name + " is no JSON: " + e.getOriginalMessage());
      }
    }
    return value == null ? null : value.getValue();
  }
}
