package vn.commendation.engine;

import java.util.List;
import java.util.Map;

/**
 * What the next instance of a case begins with.
 *
 * @param elements ids of the elements it starts before
 * @param variables of the instance
 * @param tasks user tasks that are open there, as {@link UserTasks} knows them
 * @param messages what it is told once it runs
 */
public record Placement(
    List<String> elements,
    Map<String, Object> variables,
    List<Task> tasks,
    List<Message> messages) {

  /**
   * A user task that will be open.
   *
   * @param businessId what waits there
   * @param locals as in {@link TaskPlace}
   */
  public record Task(String businessId, String element, Map<String, String> locals) {}

  /**
   * A message to the instance of a case, which opens what runs beside its step.
   *
   * @param id tells it from others of the same name to the same instance
   */
  public record Message(
      String name, String correlationKey, String id, Map<String, Object> variables) {}
}
