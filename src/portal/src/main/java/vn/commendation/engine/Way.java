package vn.commendation.engine;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The way a case took through its process.
 *
 * @param elements BPMN elements it has been at as its log tells, and when it was last there
 * @param flows ids of the sequence flows the engine recorded; none for cases from before they were
 *     copied
 */
public record Way(Map<String, Instant> elements, List<String> flows) {

  /** Collects what the log tells, in its order. */
  public static final class Log {

    private final Map<String, Instant> elements = new LinkedHashMap<>();

    public Log been(Instant at, List<String> ids) {
      ids.forEach(id -> elements.merge(id, at, (one, other) -> one.isAfter(other) ? one : other));
      return this;
    }

    public Way and(List<String> flows) {
      return new Way(elements, flows);
    }
  }

  public boolean been(String element) {
    return elements.containsKey(element);
  }
}
