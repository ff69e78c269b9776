package vn.commendation.engine;

import java.util.Map;

/**
 * Which user task of a process instance is meant.
 *
 * @param elementId id of the user task in the model
 * @param locals local variables of the task by name; where an element can be open several times at
 *     once they tell which one is meant, else there are none
 */
public record TaskPlace(long processInstanceKey, String elementId, Map<String, String> locals) {

  public TaskPlace {
    locals = Map.copyOf(locals);
  }

  /** An element that is open once at most. */
  public static TaskPlace of(long processInstanceKey, String elementId) {
    return new TaskPlace(processInstanceKey, elementId, Map.of());
  }
}
