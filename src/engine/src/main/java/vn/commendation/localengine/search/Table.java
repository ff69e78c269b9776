package vn.commendation.localengine.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import vn.commendation.localengine.kernel.Refusal;

/**
 * What can be searched, declared once: where its rows are and which expression holds which field.
 * Rows may come from several parts; then a field has an expression for each of them.
 */
final class Table {

  private static final String TENANT = "<default>";

  private final String name;
  private final List<String> parts;
  private final SequencedMap<String, Field> fields = new LinkedHashMap<>();
  private final Map<String, BiFunction<JsonNode, Integer, Condition>> others =
      new LinkedHashMap<>();
  private Set<String> together = Set.of();
  private Function<JsonNode, Condition> ofTogether;
  private Field key;
  private boolean alternatives;

  /**
   * @param name of its rows, for messages: a plural
   * @param parts what stands behind FROM
   */
  Table(String name, String... parts) {
    this.name = name;
    this.parts = List.of(parts);
  }

  /** The field that tells rows apart and puts equal ones in order. */
  Table key(String field, String... sql) {
    add(field, Kind.KEY, number(sql), sql);
    key = fields.get(field);
    return this;
  }

  /** The same where it is no number; what puts rows in order is one all the same. */
  Table key(String field, Kind kind, String sql, String order) {
    add(field, kind, new String[] {order}, sql);
    key = fields.get(field);
    return this;
  }

  Table keyOf(String field, String... sql) {
    return add(field, Kind.KEY, number(sql), sql);
  }

  private static String[] number(String... sql) {
    var numbers = sql.clone();
    for (var i = 0; i < numbers.length; i++) {
      numbers[i] = "CAST(" + sql[i] + " AS SIGNED)";
    }
    return numbers;
  }

  Table text(String field, String... sql) {
    return add(field, Kind.TEXT, sql, sql);
  }

  Table number(String field, String... sql) {
    return add(field, Kind.NUMBER, sql, sql);
  }

  Table date(String field, String... sql) {
    return add(field, Kind.DATE, sql, sql);
  }

  /** A condition that is never null. */
  Table flag(String field, String... sql) {
    return add(field, Kind.FLAG, sql, sql);
  }

  /** There is one tenant. */
  Table tenant() {
    var sql = new String[parts.size()];
    Arrays.fill(sql, "'" + TENANT + "'");
    return text("tenantId", sql);
  }

  /**
   * One of a few names.
   *
   * @param looks for each part: what makes a row one of a name; names that are known but never
   *     found are written {@code 1 = 0}
   */
  @SafeVarargs
  final Table choice(String field, Map<String, String>... looks) {
    var sql = new ArrayList<String>();
    for (var look : looks) {
      var names = new StringBuilder("CASE");
      look.forEach(
          (each, when) ->
              names.append(" WHEN ").append(when).append(" THEN '").append(each).append("'"));
      sql.add(names.append(" END").toString());
    }
    return put(new Field(field, Kind.CHOICE, sql, sql, List.of(looks), null, sql));
  }

  /** The last field is for filters and order only. */
  Table hidden() {
    return shown((String[]) null);
  }

  /** Rows are answered with something else in place of the last field. */
  Table shown(String... sql) {
    var last = fields.lastEntry().getValue();
    return put(
        new Field(
            last.name(),
            last.kind(),
            last.sql(),
            last.order(),
            last.choices(),
            last.within(),
            sql == null ? null : List.of(sql)));
  }

  /** A field of something a row has none or many of; for filters only. */
  Table many(String field, Kind kind, String sql, String within) {
    return put(new Field(field, kind, List.of(sql), List.of(sql), List.of(), within, null));
  }

  /** A filter that is no field. */
  Table filter(String field, BiFunction<JsonNode, Integer, Condition> condition) {
    others.put(field, condition);
    return this;
  }

  /** Filters that are no fields and are looked at as one. */
  Table together(Set<String> filters, Function<JsonNode, Condition> condition) {
    together = filters;
    ofTogether = condition;
    return this;
  }

  /** Filters may have {@code $or}. */
  Table alternatives() {
    alternatives = true;
    return this;
  }

  private Table add(String field, Kind kind, String[] order, String... sql) {
    if (sql.length != parts.size()) {
      throw new IllegalArgumentException(field);
    }
    return put(new Field(field, kind, List.of(sql), List.of(order), List.of(), null, List.of(sql)));
  }

  private Table put(Field field) {
    fields.put(field.name(), field);
    return this;
  }

  List<String> parts() {
    return parts;
  }

  Field key() {
    return key;
  }

  List<Field> shown() {
    return fields.values().stream().filter(field -> field.shown() != null).toList();
  }

  Field sorted(String field) {
    var found = fields.get(field);
    if (found == null || !found.sorts()) {
      throw Refusal.invalid("Unknown sort field '%s' of %s".formatted(field, name));
    }
    return found;
  }

  /**
   * What a filter demands of rows of a part.
   *
   * @throws Refusal INVALID_ARGUMENT naming what it does not know
   */
  Condition condition(JsonNode filter, int part) {
    if (!filter.isObject()) {
      throw Refusal.invalid("The filter of %s must be an object".formatted(name));
    }
    var conditions = new ArrayList<Condition>();
    var ofOne = JsonNodeFactory.instance.objectNode();
    filter
        .properties()
        .forEach(
            each -> {
              if (each.getValue().isNull()) {
                return;
              }
              if (together.contains(each.getKey())) {
                ofOne.set(each.getKey(), each.getValue());
              } else {
                conditions.add(condition(each.getKey(), each.getValue(), part));
              }
            });
    if (!ofOne.isEmpty()) {
      conditions.add(ofTogether.apply(ofOne));
    }
    return Condition.all(conditions);
  }

  private Condition condition(String field, JsonNode value, int part) {
    // what a filter means of its own goes before the column
    if (others.get(field) instanceof BiFunction<JsonNode, Integer, Condition> other) {
      return other.apply(value, part);
    }
    if (fields.get(field) instanceof Field known) {
      return known.condition(value, part);
    }
    if (alternatives && "$or".equals(field) && value.isArray()) {
      var any = new ArrayList<Condition>();
      value.forEach(each -> any.add(condition(each, part)));
      return any.isEmpty() ? Condition.ALWAYS : Condition.any(any);
    }
    throw Refusal.invalid("Unknown filter '%s' of %s".formatted(field, name));
  }
}
