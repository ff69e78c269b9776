package vn.commendation.localengine.store;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import org.operaton.bpm.engine.impl.variable.serializer.AbstractObjectValueSerializer;
import org.operaton.bpm.engine.impl.variable.serializer.ValueFields;
import org.operaton.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.operaton.bpm.engine.variable.value.ObjectValue;
import org.operaton.bpm.engine.variable.value.TypedValue;
import vn.commendation.localengine.kernel.Json;

/**
 * Maps and lists, and numbers Operaton has no type for, as JSON text; read back as plain values.
 * What fits is kept with the variable: else each would be a row of its own, read and written one by
 * one.
 */
final class JsonValues extends AbstractObjectValueSerializer {

  static final String FORMAT = "application/json";

  JsonValues() {
    super(FORMAT);
  }

  @Override
  public String getName() {
    return "json-value";
  }

  @Override
  protected boolean canWriteValue(TypedValue value) {
    // null has a type of its own
    return !(value instanceof UntypedValueImpl && value.getValue() == null)
        && super.canWriteValue(value);
  }

  @Override
  protected boolean canSerializeValue(Object value) {
    return value instanceof Map
        || value instanceof Collection
        || value instanceof BigInteger
        || value instanceof BigDecimal;
  }

  @Override
  protected String getTypeNameForDeserialized(Object value) {
    return switch (value) {
      case Map<?, ?> map -> "java.util.LinkedHashMap";
      case Collection<?> collection -> "java.util.ArrayList";
      default -> value.getClass().getName();
    };
  }

  @Override
  protected void writeToValueFields(ObjectValue value, ValueFields fields, byte[] json) {
    var text = json == null ? null : new String(json, StandardCharsets.UTF_8);
    var fits = text == null || Texts.fits(text);
    fields.setTextValue(fits ? text : null);
    fields.setByteArrayValue(fits ? null : json);
    fields.setTextValue2(getObjectTypeName(value, fields));
  }

  @Override
  protected byte[] readSerializedValueFromFields(ValueFields fields) {
    var text = fields.getTextValue();
    return text == null
        ? super.readSerializedValueFromFields(fields)
        : text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  protected byte[] serializeToByteArray(Object value) {
    return Json.bytes(value);
  }

  @Override
  protected Object deserializeFromByteArray(byte[] bytes, String type) {
    return Json.read(bytes);
  }

  @Override
  protected boolean isSerializationTextBased() {
    return true;
  }
}
