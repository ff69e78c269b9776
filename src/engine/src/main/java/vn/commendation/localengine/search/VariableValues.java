package vn.commendation.localengine.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vn.commendation.localengine.flow.Variables;
import vn.commendation.localengine.kernel.Json;
import vn.commendation.localengine.kernel.Refusal;

/**
 * Values of variables in Operaton's history: {@code v} is a row of {@code ACT_HI_VARINST}, {@code
 * b} its bytes where it has any.
 */
final class VariableValues {

  static final String FROM =
      "ACT_HI_VARINST v LEFT JOIN ACT_GE_BYTEARRAY b ON b.ID_ = v.BYTEARRAY_ID_";

  /** Removed variables stay in the history; some are the engine's own. */
  static final String VISIBLE =
      "v.STATE_ = 'CREATED' AND v.PROC_INST_ID_ IS NOT NULL AND LEFT(v.NAME_, "
          + Variables.HIDDEN.length()
          + ") <> '"
          + Variables.HIDDEN
          + "'";

  /** Kept in the column where it fits, else as bytes. */
  private static final String TEXT =
      "COALESCE(CONVERT(v.TEXT_ USING utf8mb4), CONVERT(b.BYTES_ USING utf8mb4))";

  private static final String WHOLE = "('long', 'integer', 'short')";

  /** A value as JSON text. */
  static final String JSON =
      "(CASE v.VAR_TYPE_"
          + " WHEN 'string' THEN JSON_QUOTE(COALESCE("
          + TEXT
          + ", ''))"
          + " WHEN 'json-value' THEN "
          + TEXT
          + " WHEN 'boolean' THEN IF(v.LONG_ = 1, 'true', 'false')"
          + " WHEN 'double' THEN IF(v.DOUBLE_ = FLOOR(v.DOUBLE_) AND ABS(v.DOUBLE_) < 1e15,"
          + " CONCAT(CAST(v.DOUBLE_ AS SIGNED), '.0'), CAST(v.DOUBLE_ AS CHAR))"
          + " WHEN 'null' THEN 'null'"
          + " ELSE CAST(v.LONG_ AS CHAR) END) COLLATE utf8mb4_bin";

  private VariableValues() {}

  /**
   * What a filter demands of the value of a variable that is there: JSON text, or operators on it.
   *
   * @throws Refusal INVALID_ARGUMENT for an operator there is not, or what is no text
   */
  static Condition condition(JsonNode filter) {
    if (!filter.isObject()) {
      return equal(text(filter));
    }
    var conditions = new ArrayList<Condition>();
    filter
        .properties()
        .forEach(
            each -> {
              if (!each.getValue().isNull()) {
                conditions.add(operator(each.getKey(), each.getValue()));
              }
            });
    return Condition.all(conditions);
  }

  private static Condition operator(String operator, JsonNode value) {
    return switch (operator) {
      case "$eq" -> equal(text(value));
      case "$neq" -> equal(text(value)).not();
      case "$in" -> value.isEmpty() ? Condition.ALWAYS : anyOf(value);
      case "$notIn" -> value.isEmpty() ? Condition.ALWAYS : anyOf(value).not();
      case "$like" -> Condition.of(JSON + " LIKE ? ESCAPE '!'", Field.like(text(value)));
      case "$exists" ->
          (boolean) Kind.FLAG.bound("value", value) ? Condition.ALWAYS : Condition.NEVER;
      case "$gt" -> number(">", value);
      case "$gte" -> number(">=", value);
      case "$lt" -> number("<", value);
      case "$lte" -> number("<=", value);
      default ->
          throw Refusal.invalid("Unknown operator '%s' for the filter 'value'".formatted(operator));
    };
  }

  private static String text(JsonNode value) {
    return (String) Kind.TEXT.bound("value", value);
  }

  private static Condition anyOf(JsonNode values) {
    if (!values.isArray()) {
      throw Refusal.invalid("The value of 'value' is %s but must be a list".formatted(values));
    }
    var any = new ArrayList<Condition>();
    values.forEach(each -> any.add(equal(text(each))));
    return Condition.any(any);
  }

  private static Condition number(String with, JsonNode value) {
    try {
      return Condition.of(
          "v.VAR_TYPE_ IN ('double', 'long', 'integer', 'short')"
              + " AND COALESCE(v.DOUBLE_, v.LONG_) "
              + with
              + " ?",
          Double.valueOf(value.asText()));
    } catch (NumberFormatException e) {
      throw Refusal.invalid(
          "The value of 'value' is %s but must be a number to compare with".formatted(value));
    }
  }

  /** The same JSON value; what is no JSON equals none. */
  private static Condition equal(String json) {
    JsonNode value;
    try {
      value = Json.mapper().readTree(json);
    } catch (JsonProcessingException e) {
      return Condition.NEVER;
    }
    return switch (value.getNodeType()) {
      case STRING -> string(value.textValue());
      case BOOLEAN ->
          Condition.of("(v.VAR_TYPE_ = 'boolean' AND v.LONG_ = ?)", value.booleanValue() ? 1 : 0);
      case NULL -> Condition.of("v.VAR_TYPE_ = 'null'");
      case NUMBER -> number(value);
      case OBJECT, ARRAY -> json(value);
      default -> Condition.NEVER;
    };
  }

  private static Condition string(String text) {
    return kept("string", text);
  }

  private static Condition kept(String type, String text) {
    // long ones and those with characters the column has no room for are kept as bytes
    var bytes = Condition.of("b.BYTES_ = ?", (Object) text.getBytes(StandardCharsets.UTF_8));
    var value =
        fits(text) ? Condition.any(List.of(Condition.of("v.TEXT_ = ?", text), bytes)) : bytes;
    return Condition.all(List.of(Condition.of("v.VAR_TYPE_ = '" + type + "'"), value));
  }

  private static Condition json(JsonNode value) {
    // as it is kept: some characters are written otherwise in bytes than in a text
    return kept("json-value", new String(Json.bytes(value), StandardCharsets.UTF_8));
  }

  private static boolean fits(String text) {
    return text.chars().noneMatch(each -> Character.isSurrogate((char) each));
  }

  private static Condition number(JsonNode value) {
    var decimal = Condition.of("(v.VAR_TYPE_ = 'double' AND v.DOUBLE_ = ?)", value.doubleValue());
    if (value.isIntegralNumber() && value.canConvertToLong()) {
      return Condition.any(
          List.of(
              Condition.of("(v.VAR_TYPE_ IN " + WHOLE + " AND v.LONG_ = ?)", value.longValue()),
              decimal));
    }
    return Condition.any(List.of(decimal, json(value)));
  }

  /**
   * What a list of variables, each with name and value, demands: every one of them.
   *
   * @param of which variables count, for a row of what is searched
   */
  static Condition all(String filter, JsonNode variables, String of) {
    if (!variables.isArray()) {
      throw Refusal.invalid("The filter '%s' must be a list of variables".formatted(filter));
    }
    var conditions = new ArrayList<Condition>();
    variables.forEach(each -> conditions.add(one(filter, each, of)));
    return Condition.all(conditions);
  }

  private static Condition named(String name) {
    return fits(name) ? Condition.of("v.NAME_ = ?", name) : Condition.NEVER;
  }

  private static Condition one(String filter, JsonNode variable, String of) {
    if (!variable.isObject()
        || !variable.path("name").isTextual()
        || !variable.hasNonNull("value")) {
      throw Refusal.invalid(
          "A variable of the filter '%s' needs a name and a value".formatted(filter));
    }
    var value = variable.path("value");
    var absent = value.path("$exists").isBoolean() && !value.path("$exists").booleanValue();
    var found =
        Condition.all(
            List.of(
                named(variable.path("name").asText()),
                absent ? Condition.ALWAYS : condition(value)));
    var any = "EXISTS (SELECT 1 FROM " + FROM + " WHERE " + of + " AND " + VISIBLE + " AND %s)";
    return absent ? found.within(any).not() : found.within(any);
  }
}
