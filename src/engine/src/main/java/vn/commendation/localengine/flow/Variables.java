package vn.commendation.localengine.flow;

import io.camunda.client.api.search.enums.IncidentErrorType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.operaton.bpm.engine.delegate.VariableScope;
import vn.commendation.localengine.bpmn.ElementModel.Mapping;
import vn.commendation.localengine.expression.ExpressionFailure;
import vn.commendation.localengine.expression.Feel;

/**
 * Variables of scopes and their mappings.
 *
 * @see <a href="https://docs.camunda.io/docs/components/concepts/variables/">Variables</a>
 */
public final class Variables {

  /** Begins the names of what the engine itself keeps in a scope; nobody else sees them. */
  public static final String HIDDEN = "engine:";

  private final Feel feel;

  Variables(Feel feel) {
    this.feel = feel;
  }

  /** Everything visible from a scope, inner values before outer ones. */
  public static Map<String, Object> visible(VariableScope scope) {
    var visible = new LinkedHashMap<String, Object>(scope.getVariables());
    visible.keySet().removeIf(name -> name.startsWith(HIDDEN));
    return visible;
  }

  /**
   * What mappings give, by the name of the variable they are for. Each sees what those before it
   * gave.
   *
   * @throws ExpressionFailure IO_MAPPING_ERROR
   */
  Map<String, Object> mapped(List<Mapping> mappings, Map<String, Object> context) {
    var seen = new LinkedHashMap<>(context);
    var result = new LinkedHashMap<String, Object>();
    for (var mapping : mappings) {
      Object value;
      try {
        value = feel.value(mapping.source(), seen);
      } catch (ExpressionFailure e) {
        throw e.as(IncidentErrorType.IO_MAPPING_ERROR);
      }
      var path = mapping.target().split("\\.");
      var whole = put(seen.get(path[0]), path, 1, value);
      seen.put(path[0], whole);
      result.put(path[0], whole);
    }
    return result;
  }

  private static Object put(Object existing, String[] path, int depth, Object value) {
    if (depth == path.length) {
      return value;
    }
    var copy = new LinkedHashMap<String, Object>();
    if (existing instanceof Map<?, ?> map) {
      map.forEach((name, each) -> copy.put(String.valueOf(name), each));
    }
    copy.put(path[depth], put(copy.get(path[depth]), path, depth + 1, value));
    return copy;
  }

  static Map<String, Object> overlay(Map<String, Object> below, Map<String, Object> above) {
    var both = new LinkedHashMap<>(below);
    both.putAll(above);
    return both;
  }
}
