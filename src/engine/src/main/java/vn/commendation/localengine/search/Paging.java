package vn.commendation.localengine.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import vn.commendation.localengine.kernel.Json;
import vn.commendation.localengine.kernel.Refusal;

/**
 * Which rows of all that were found are wanted. A cursor is the place of a row in the order asked
 * for: the values it is ordered by, its key last.
 *
 * @param back whether the rows before the cursor are wanted
 * @see <a
 *     href="https://docs.camunda.io/docs/apis-tools/orchestration-cluster-api-rest/orchestration-cluster-api-rest-data-fetching/#page">Page</a>
 */
record Paging(int from, int limit, JsonNode cursor, boolean back) {

  static final int USUAL = 100;
  private static final int MOST = 10_000;
  private static final Set<String> KNOWN = Set.of("from", "limit", "after", "before");

  static Paging of(JsonNode page) {
    if (page.isMissingNode() || page.isNull()) {
      return new Paging(0, USUAL, null, false);
    }
    page.fieldNames()
        .forEachRemaining(
            each -> {
              if (!KNOWN.contains(each)) {
                throw Refusal.invalid("Unknown property '%s' of the page".formatted(each));
              }
            });
    var given =
        KNOWN.stream().filter(each -> !"limit".equals(each) && page.hasNonNull(each)).toList();
    if (given.size() > 1) {
      throw Refusal.invalid("A page has only one of from, after and before");
    }
    var limit = number(page, "limit", USUAL);
    if (limit > MOST) {
      throw Refusal.invalid("The limit of a page must not be above %d".formatted(MOST));
    }
    var back = page.hasNonNull("before");
    var cursor = back ? page.path("before") : page.path("after");
    return new Paging(
        number(page, "from", 0), limit, cursor.isTextual() ? decoded(cursor.asText()) : null, back);
  }

  private static int number(JsonNode page, String name, int usual) {
    var value = page.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return usual;
    }
    if (!value.canConvertToInt() || !value.isIntegralNumber() || value.asInt() < 0) {
      throw Refusal.invalid(
          "The value for page.%s is '%s' but must be a non-negative number"
              .formatted(name, value.asText()));
    }
    return value.asInt();
  }

  private static JsonNode decoded(String cursor) {
    try {
      var json = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      return Json.mapper().readTree(json);
    } catch (IllegalArgumentException | JsonProcessingException e) {
      throw unknown();
    }
  }

  private static Refusal unknown() {
    return Refusal.invalid("The cursor of the page is none that a search with this order answered");
  }

  /** The cursor of the present row, whose ordering values begin at a column. */
  static String cursor(ResultSet row, int column, List<Sort> order) throws SQLException {
    var values = new ArrayList<Object>();
    for (var sort : order) {
      values.add(sort.field().kind().marked(row, column + values.size()));
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.bytes(values));
  }

  /** Rows of a part that come behind the cursor; before it when paging back. */
  Condition beyond(List<Sort> order, int part) {
    if (cursor == null) {
      return Condition.ALWAYS;
    }
    if (!cursor.isArray() || cursor.size() != order.size()) {
      throw unknown();
    }
    var ways = new ArrayList<Condition>();
    var equal = new ArrayList<Condition>();
    for (var i = 0; i < order.size(); i++) {
      var sort = order.get(i);
      var column = sort.field().order().get(part);
      var value = cursor.get(i).isNull() ? null : sort.field().kind().unmarked(cursor.get(i));
      if (value == null && !cursor.get(i).isNull()) {
        throw unknown();
      }
      var way = new ArrayList<>(equal);
      way.add(sort.beyond(column, value, back));
      ways.add(Condition.all(way));
      equal.add(
          value == null ? Condition.of(column + " IS NULL") : Condition.of(column + " = ?", value));
    }
    return Condition.any(ways);
  }
}
