package vn.commendation.localengine.store;

import java.nio.charset.StandardCharsets;
import org.operaton.bpm.engine.impl.variable.serializer.StringValueSerializer;
import org.operaton.bpm.engine.impl.variable.serializer.ValueFields;
import org.operaton.bpm.engine.variable.Variables;
import org.operaton.bpm.engine.variable.value.StringValue;

/**
 * Texts of any length and with any character; Operaton's own end at the width of a column, and the
 * column has none beyond the basic plane.
 */
final class Texts extends StringValueSerializer {

  private static final int COLUMN_WIDTH = 4_000;

  @Override
  public void writeValue(StringValue value, ValueFields fields) {
    var text = value.getValue();
    var fits = text == null || fits(text);
    fields.setTextValue(fits ? text : null);
    fields.setByteArrayValue(fits ? null : text.getBytes(StandardCharsets.UTF_8));
    fields.setTextValue2(text != null && text.isEmpty() ? EMPTY_STRING : null);
  }

  /** Whether the column has room for a text. */
  static boolean fits(String text) {
    return text.length() <= COLUMN_WIDTH
        && text.chars().noneMatch(each -> Character.isSurrogate((char) each));
  }

  @Override
  public StringValue readValue(ValueFields fields, boolean isTransient) {
    var bytes = fields.getByteArrayValue();
    return bytes == null
        ? super.readValue(fields, isTransient)
        : Variables.stringValue(new String(bytes, StandardCharsets.UTF_8), isTransient);
  }
}
