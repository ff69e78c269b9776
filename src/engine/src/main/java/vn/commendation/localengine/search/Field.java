package vn.commendation.localengine.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import vn.commendation.localengine.kernel.Refusal;

/**
 * One field of what can be searched.
 *
 * @param sql its expression, one for each part the rows come from
 * @param order what rows are put in order by; the expression itself where there is nothing better
 * @param choices for a choice: when a row has which name
 * @param within for a field of something else, where there may be none or many: the piece of SQL
 *     that finds those of a row, with {@code %s} for the condition; null for a column
 * @param shown what rows are answered with; null for what is for filters only
 */
record Field(
    String name,
    Kind kind,
    List<String> sql,
    List<String> order,
    List<Map<String, String>> choices,
    String within,
    List<String> shown) {

  /** Whether rows can be put in order by it. */
  boolean sorts() {
    return within == null;
  }

  /**
   * What a filter demands of it: a value, or an object of operators.
   *
   * @throws Refusal INVALID_ARGUMENT for an operator it has not, or a value of another kind
   */
  Condition condition(JsonNode filter, int part) {
    if (!filter.isObject()) {
      return operator("$eq", filter, part);
    }
    var conditions = new ArrayList<Condition>();
    filter
        .properties()
        .forEach(
            each -> {
              if (!each.getValue().isNull()) {
                conditions.add(operator(each.getKey(), each.getValue(), part));
              }
            });
    return Condition.all(conditions);
  }

  private Condition operator(String operator, JsonNode value, int part) {
    if (!kind.allows(operator)) {
      throw Refusal.invalid("Unknown operator '%s' for the filter '%s'".formatted(operator, name));
    }
    if (within != null) {
      return ofMany(operator, value, part);
    }
    return kind == Kind.CHOICE ? ofChoice(operator, value, part) : ofColumn(operator, value, part);
  }

  /** Of several values one has to be as asked for, or none has to be what was not asked for. */
  private Condition ofMany(String operator, JsonNode value, int part) {
    return switch (operator) {
      case "$neq" -> ofColumn("$eq", value, part).within(within).not();
      case "$notIn" ->
          isEmpty(value) ? Condition.ALWAYS : ofColumn("$in", value, part).within(within).not();
      case "$exists" -> {
        var some = ofColumn("$exists", BooleanNode.TRUE, part).within(within);
        yield (boolean) Kind.FLAG.bound(name, value) ? some : some.not();
      }
      default -> ofColumn(operator, value, part).within(within);
    };
  }

  private Condition ofColumn(String operator, JsonNode value, int part) {
    var column = sql.get(part);
    return switch (operator) {
      case "$eq" -> kind == Kind.FLAG ? flag(value, part) : compared("=", value, part);
      case "$neq" ->
          kind == Kind.FLAG ? flag(value, part).not() : orNull(compared("<>", value, part), column);
      case "$gt" -> compared(">", value, part);
      case "$gte" -> compared(">=", value, part);
      case "$lt" -> compared("<", value, part);
      case "$lte" -> compared("<=", value, part);
      case "$exists" ->
          Condition.of(
              column + ((boolean) Kind.FLAG.bound(name, value) ? " IS NOT NULL" : " IS NULL"));
      // clients send empty lists where nothing was asked for
      case "$in" -> isEmpty(value) ? Condition.ALWAYS : listed(column + " IN ", value);
      case "$notIn" ->
          isEmpty(value) ? Condition.ALWAYS : orNull(listed(column + " NOT IN ", value), column);
      case "$like" -> Condition.of(column + " LIKE ? ESCAPE '!'", like(text(value)));
      default -> throw new IllegalStateException(operator);
    };
  }

  private Condition compared(String with, JsonNode value, int part) {
    return Condition.of(sql.get(part) + " " + with + " ?", kind.bound(name, value));
  }

  private Condition flag(JsonNode value, int part) {
    var condition = Condition.of(sql.get(part));
    return (boolean) kind.bound(name, value) ? condition : condition.not();
  }

  private static Condition orNull(Condition condition, String column) {
    return condition.within("(%s OR " + column.replace("%", "%%") + " IS NULL)");
  }

  private static boolean isEmpty(JsonNode value) {
    return value.isArray() && value.isEmpty();
  }

  private Condition listed(String before, JsonNode value) {
    var values = list(value).stream().map(each -> kind.bound(name, each)).toList();
    return new Condition(
        before + "(" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")", values);
  }

  private List<JsonNode> list(JsonNode value) {
    if (!value.isArray()) {
      throw Refusal.invalid("The value of '%s' is %s but must be a list".formatted(name, value));
    }
    return StreamSupport.stream(value.spliterator(), false).toList();
  }

  private String text(JsonNode value) {
    return (String) Kind.TEXT.bound(name, value);
  }

  /** A name is compared here; the statement gets what a row of that name looks like. */
  private Condition ofChoice(String operator, JsonNode value, int part) {
    var names = choices.get(part).keySet();
    return switch (operator) {
      case "$eq" -> chosen(Set.of(choice(value)), part);
      case "$neq" -> chosen(without(names, Set.of(choice(value))), part);
      case "$in" -> isEmpty(value) ? Condition.ALWAYS : chosen(choices(value), part);
      case "$notIn" ->
          isEmpty(value) ? Condition.ALWAYS : chosen(without(names, choices(value)), part);
      case "$like" -> {
        var pattern = Pattern.compile(regex(text(value)), Pattern.DOTALL);
        var like = new LinkedHashSet<>(names);
        like.removeIf(each -> !pattern.matcher(each).matches());
        yield chosen(like, part);
      }
      case "$exists" -> (boolean) Kind.FLAG.bound(name, value) ? Condition.ALWAYS : Condition.NEVER;
      default -> throw new IllegalStateException(operator);
    };
  }

  private String choice(JsonNode value) {
    var chosen = text(value);
    var known = new LinkedHashSet<String>();
    choices.forEach(each -> known.addAll(each.keySet()));
    if (!known.contains(chosen)) {
      throw Refusal.invalid(
          "Unexpected value '%s' for the filter '%s'. Use any of %s"
              .formatted(chosen, name, known));
    }
    return chosen;
  }

  private Set<String> choices(JsonNode value) {
    var chosen = new LinkedHashSet<String>();
    list(value).forEach(each -> chosen.add(choice(each)));
    return chosen;
  }

  private static Set<String> without(Set<String> names, Set<String> some) {
    var rest = new LinkedHashSet<>(names);
    rest.removeAll(some);
    return rest;
  }

  private Condition chosen(Set<String> names, int part) {
    var looks = choices.get(part);
    if (names.containsAll(looks.keySet())) {
      return Condition.ALWAYS;
    }
    return Condition.any(
        names.stream()
            .filter(looks::containsKey)
            .map(each -> Condition.of(looks.get(each)))
            .toList());
  }

  /** {@code *} is any number of characters, {@code ?} is one; a backslash takes their meaning. */
  static String like(String pattern) {
    var like = new StringBuilder();
    walk(
        pattern,
        wildcard -> like.append(wildcard == '*' ? '%' : '_'),
        literal -> {
          if (literal == '%' || literal == '_' || literal == '!') {
            like.append('!');
          }
          like.append(literal);
        });
    return like.toString();
  }

  private static String regex(String pattern) {
    var regex = new StringBuilder();
    walk(
        pattern,
        wildcard -> regex.append(wildcard == '*' ? ".*" : "."),
        literal -> regex.append(Pattern.quote(String.valueOf(literal))));
    return regex.toString();
  }

  private interface Character {
    void take(char character);
  }

  private static void walk(String pattern, Character wildcard, Character literal) {
    for (var i = 0; i < pattern.length(); i++) {
      var character = pattern.charAt(i);
      if (character == '\\' && i + 1 < pattern.length()) {
        literal.take(pattern.charAt(++i));
      } else if (character == '*' || character == '?') {
        wildcard.take(character);
      } else {
        literal.take(character);
      }
    }
  }
}
