package vn.commendation.localengine.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A piece of SQL that is true or false, with the values of its question marks. */
record Condition(String sql, List<Object> values) {

  static final Condition ALWAYS = new Condition("1 = 1", List.of());
  static final Condition NEVER = new Condition("1 = 0", List.of());

  static Condition of(String sql, Object... values) {
    return new Condition(sql, List.of(values));
  }

  static Condition all(List<Condition> conditions) {
    return joined(conditions, " AND ", ALWAYS);
  }

  static Condition any(List<Condition> conditions) {
    return joined(conditions, " OR ", NEVER);
  }

  private static Condition joined(List<Condition> conditions, String with, Condition empty) {
    if (conditions.isEmpty()) {
      return empty;
    }
    var values = new ArrayList<Object>();
    conditions.forEach(each -> values.addAll(each.values));
    var sql = conditions.stream().map(Condition::sql).collect(Collectors.joining(with));
    return new Condition(conditions.size() == 1 ? sql : "(" + sql + ")", values);
  }

  Condition not() {
    return new Condition("NOT (" + sql + ")", values);
  }

  /** Puts it into a larger piece, where {@code %s} stands. */
  Condition within(String template) {
    return new Condition(template.formatted(sql), values);
  }
}
