package vn.commendation.localengine.webapp;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;
import org.operaton.bpm.engine.rest.exception.InvalidRequestException;
import org.operaton.bpm.engine.variable.Variables;
import org.operaton.bpm.engine.variable.impl.type.AbstractValueTypeImpl;
import org.operaton.bpm.engine.variable.value.TypedValue;
import vn.commendation.localengine.kernel.Json;

/** The type under which Tasklist sends what a form makes of lists and objects: JSON text. */
final class JsonType extends AbstractValueTypeImpl {

  JsonType() {
    super("json");
  }

  @Override
  public boolean isPrimitiveValueType() {
    return false;
  }

  @Override
  public Map<String, Object> getValueInfo(TypedValue value) {
    return Map.of();
  }

  @Override
  public TypedValue createValue(Object text, Map<String, Object> info) {
    try {
      var value = text == null ? null : Json.mapper().readValue(text.toString(), Object.class);
      return Variables.untypedValue(value, isTransient(info));
    } catch (JsonProcessingException e) {
      throw new InvalidRequestException(
          Status.BAD_REQUEST, "The value is no JSON: " + e.getOriginalMessage());
    }
  }
}
