package vn.commendation.localengine.job;

import java.util.List;
import vn.commendation.localengine.kernel.Refusal;

/**
 * What a worker asks for.
 *
 * @param timeout how long a job is the worker's, in milliseconds
 * @param variables names of the variables it wants; all it can see if empty
 */
public record Activation(String type, String worker, long timeout, List<String> variables) {

  /**
   * @throws Refusal INVALID_ARGUMENT
   */
  public Activation {
    if (type == null || type.isBlank()) {
      throw Refusal.invalid("Expected to activate jobs of a type, but the type is blank");
    }
    if (worker == null || worker.isBlank()) {
      throw Refusal.invalid(
          "Expected to activate jobs of type '%s' for a worker, but its name is blank"
              .formatted(type));
    }
    if (timeout < 1) {
      throw Refusal.invalid(
          "Expected to activate jobs of type '%s' with a timeout of at least 1 ms, but it is %d"
              .formatted(type, timeout));
    }
    variables = List.copyOf(variables);
  }
}
