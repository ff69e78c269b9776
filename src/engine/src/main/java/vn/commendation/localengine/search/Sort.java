package vn.commendation.localengine.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.commendation.localengine.kernel.Refusal;

/** A field rows are put in order by. Rows without a value come last, whichever way it goes. */
record Sort(Field field, boolean descending) {

  private static final Set<String> KNOWN = Set.of("field", "order");

  /** The order asked for; the key puts the rest in order, too. */
  static List<Sort> of(JsonNode sort, Table table) {
    var order = new ArrayList<Sort>();
    if (!sort.isMissingNode() && !sort.isNull()) {
      if (!sort.isArray()) {
        throw Refusal.invalid("The sort must be a list");
      }
      sort.forEach(each -> order.add(one(each, table)));
    }
    if (order.stream().noneMatch(each -> each.field.equals(table.key()))) {
      order.add(new Sort(table.key(), false));
    }
    return order;
  }

  private static Sort one(JsonNode sort, Table table) {
    sort.fieldNames()
        .forEachRemaining(
            each -> {
              if (!KNOWN.contains(each)) {
                throw Refusal.invalid("Unknown property '%s' of a sort".formatted(each));
              }
            });
    if (!sort.path("field").isTextual()) {
      throw Refusal.invalid("A sort must have a field");
    }
    var order = sort.path("order").asText("ASC");
    return switch (order) {
      case "ASC", "asc" -> new Sort(table.sorted(sort.path("field").asText()), false);
      case "DESC", "desc" -> new Sort(table.sorted(sort.path("field").asText()), true);
      default ->
          throw Refusal.invalid(
              "Unexpected order '%s' of a sort. Use ASC or DESC".formatted(order));
    };
  }

  /** What stands behind ORDER BY for a column that holds the ordering value. */
  String sql(String column, boolean back) {
    return column
        + " IS NULL "
        + (back ? "DESC" : "ASC")
        + ", "
        + column
        + (descending == back ? " ASC" : " DESC");
  }

  /** Rows strictly behind a value; before it when going back. */
  Condition beyond(String column, Object value, boolean back) {
    if (value == null) {
      return back ? Condition.of(column + " IS NOT NULL") : Condition.NEVER;
    }
    var further = Condition.of(column + (descending == back ? " > ?" : " < ?"), value);
    return back ? further : further.within("(%s OR " + column.replace("%", "%%") + " IS NULL)");
  }
}
