package vn.commendation.localengine.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Set;
import vn.commendation.localengine.kernel.Refusal;

/** What a field holds: how it is read from a filter, bound to a statement and answered. */
enum Kind {
  TEXT(Set.of("$eq", "$neq", "$exists", "$in", "$notIn", "$like")),
  /** A key in a column of text. */
  KEY(Set.of("$eq", "$neq", "$exists", "$in", "$notIn")),
  NUMBER(Set.of("$eq", "$neq", "$exists", "$in", "$notIn", "$gt", "$gte", "$lt", "$lte")),
  DATE(NUMBER.operators),
  FLAG(Set.of("$eq", "$neq", "$exists")),
  /** One of a few names. */
  CHOICE(TEXT.operators);

  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  private final Set<String> operators;

  Kind(Set<String> operators) {
    this.operators = operators;
  }

  boolean allows(String operator) {
    return operators.contains(operator);
  }

  /**
   * A value of a filter as a statement takes it.
   *
   * @throws Refusal INVALID_ARGUMENT naming the field
   */
  Object bound(String field, JsonNode value) {
    return switch (this) {
      case TEXT, CHOICE -> {
        if (!value.isTextual()) {
          throw wrong(field, value, "a text");
        }
        yield value.asText();
      }
      case KEY -> key(field, value);
      case NUMBER -> {
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
          throw wrong(field, value, "a whole number");
        }
        yield value.asLong();
      }
      case DATE -> Timestamp.from(date(field, value));
      case FLAG -> {
        if (!value.isBoolean()) {
          throw wrong(field, value, "true or false");
        }
        yield value.asBoolean();
      }
    };
  }

  private static String key(String field, JsonNode value) {
    var text = value.isIntegralNumber() || value.isTextual() ? value.asText() : "";
    try {
      return String.valueOf(Long.parseLong(text));
    } catch (NumberFormatException e) {
      throw wrong(field, value, "a key, which is a number");
    }
  }

  private static Instant date(String field, JsonNode value) {
    try {
      return OffsetDateTime.parse(value.asText()).toInstant();
    } catch (DateTimeException e) {
      throw wrong(field, value, "a date and time with offset (ISO 8601)");
    }
  }

  private static Refusal wrong(String field, JsonNode value, String expected) {
    return Refusal.invalid(
        "The value of '%s' is %s but must be %s".formatted(field, value, expected));
  }

  /** A column as JSON has it. */
  Object answered(ResultSet row, int column) throws SQLException {
    return switch (this) {
      case TEXT, KEY, CHOICE -> row.getString(column);
      case NUMBER -> {
        var number = row.getLong(column);
        yield row.wasNull() ? null : number;
      }
      case DATE -> {
        var date = row.getTimestamp(column);
        yield date == null ? null : ISO.format(date.toInstant());
      }
      case FLAG -> row.getBoolean(column);
    };
  }

  /** A column as a cursor keeps it. */
  Object marked(ResultSet row, int column) throws SQLException {
    return switch (this) {
      case TEXT, CHOICE -> row.getString(column);
      case KEY, NUMBER, FLAG -> {
        var number = row.getLong(column);
        yield row.wasNull() ? null : number;
      }
      case DATE -> {
        var date = row.getTimestamp(column);
        yield date == null ? null : date.getTime();
      }
    };
  }

  /** A value from a cursor, bound to a statement; null where it is of another kind. */
  Object unmarked(JsonNode value) {
    return switch (this) {
      case TEXT, CHOICE -> value.isTextual() ? value.asText() : null;
      case KEY, NUMBER, FLAG -> value.isIntegralNumber() ? value.asLong() : null;
      case DATE -> value.isIntegralNumber() ? new Timestamp(value.asLong()) : null;
    };
  }
}
