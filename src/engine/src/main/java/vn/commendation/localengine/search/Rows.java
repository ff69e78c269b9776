package vn.commendation.localengine.search;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.client.protocol.rest.SearchQueryPageResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.commendation.localengine.kernel.Refusal;

/**
 * Rows of a table that were found for a request: one statement, and one that counts where the page
 * does not show all.
 *
 * @param items each a row by the names of its fields
 */
record Rows(List<Map<String, Object>> items, SearchQueryPageResponse page) {

  private static final Set<String> KNOWN = Set.of("filter", "sort", "page");

  /**
   * Searches.
   *
   * @param request filter, sort and page, each of them optional
   * @param always what rows have to be besides, for each part
   * @throws Refusal INVALID_ARGUMENT naming what the request has and the table has not
   */
  static Rows of(Connection connection, Table table, JsonNode request, Condition always)
      throws SQLException {
    if (!request.isObject() && !request.isMissingNode() && !request.isNull()) {
      throw Refusal.invalid("A search must be an object");
    }
    request
        .fieldNames()
        .forEachRemaining(
            each -> {
              if (!KNOWN.contains(each)) {
                throw Refusal.invalid("Unknown property '%s' of a search".formatted(each));
              }
            });
    var filter = request.path("filter");
    var order = Sort.of(request.path("sort"), table);
    var paging = Paging.of(request.path("page"));
    var conditions =
        IntStream.range(0, table.parts().size())
            .mapToObj(
                part ->
                    filter.isMissingNode() || filter.isNull()
                        ? always
                        : Condition.all(List.of(always, table.condition(filter, part))))
            .toList();
    return find(connection, table, conditions, order, paging);
  }

  private static Rows find(
      Connection connection,
      Table table,
      List<Condition> conditions,
      List<Sort> order,
      Paging paging)
      throws SQLException {
    var shown = table.shown();
    var items = new ArrayList<Map<String, Object>>();
    var cursors = new ArrayList<String>();
    var values = new ArrayList<Object>();
    try (var select =
        connection.prepareStatement(select(table, conditions, order, paging, values))) {
      bind(select, values);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          var item = new LinkedHashMap<String, Object>();
          for (var i = 0; i < shown.size(); i++) {
            item.put(shown.get(i).name(), shown.get(i).kind().answered(rows, i + 1));
          }
          items.add(item);
          cursors.add(Paging.cursor(rows, shown.size() + 1, order));
        }
      }
    }
    if (paging.back()) {
      Collections.reverse(items);
      Collections.reverse(cursors);
    }
    var page = new SearchQueryPageResponse().hasMoreTotalItems(false);
    if (!cursors.isEmpty()) {
      page.startCursor(cursors.getFirst()).endCursor(cursors.getLast());
    }
    var all = paging.cursor() == null && paging.from() == 0 && items.size() < paging.limit();
    page.setTotalItems(all ? items.size() : count(connection, table, conditions));
    return new Rows(items, page);
  }

  private static String select(
      Table table,
      List<Condition> conditions,
      List<Sort> order,
      Paging paging,
      List<Object> values) {
    var parts = new ArrayList<String>();
    for (var i = 0; i < table.parts().size(); i++) {
      var part = i;
      var columns = new ArrayList<String>();
      table.shown().forEach(field -> columns.add(field.shown().get(part)));
      for (var sort = 0; sort < order.size(); sort++) {
        columns.add(order.get(sort).field().order().get(part) + " AS o" + sort);
      }
      var where = Condition.all(List.of(conditions.get(part), paging.beyond(order, part)));
      values.addAll(where.values());
      parts.add(
          "(SELECT %s FROM %s WHERE %s)"
              .formatted(String.join(", ", columns), table.parts().get(part), where.sql()));
    }
    var by =
        IntStream.range(0, order.size())
            .mapToObj(sort -> order.get(sort).sql("o" + sort, paging.back()))
            .collect(Collectors.joining(", "));
    return String.join(" UNION ALL ", parts)
        + " ORDER BY "
        + by
        + " LIMIT "
        + paging.limit()
        + " OFFSET "
        + paging.from();
  }

  private static long count(Connection connection, Table table, List<Condition> conditions)
      throws SQLException {
    var values = new ArrayList<Object>();
    var counts = new ArrayList<String>();
    for (var part = 0; part < conditions.size(); part++) {
      values.addAll(conditions.get(part).values());
      counts.add(
          "(SELECT COUNT(*) FROM %s WHERE %s)"
              .formatted(table.parts().get(part), conditions.get(part).sql()));
    }
    try (var select = connection.prepareStatement("SELECT " + String.join(" + ", counts))) {
      bind(select, values);
      try (var row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static void bind(PreparedStatement statement, List<Object> values) throws SQLException {
    for (var i = 0; i < values.size(); i++) {
      statement.setObject(i + 1, values.get(i));
    }
  }
}
