package vn.commendation.nomination;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.commendation.award.Procedure;
import vn.commendation.storage.Utc;

/** What the last check of each case found. */
@Component
class CaseChecks {

  private static final int LONGEST_TEXT = 1000;
  private static final int LONGEST_BASIS = 500;

  private final CaseRules rules;
  private final JdbcClient jdbc;
  private final Clock clock;

  CaseChecks(CaseRules rules, JdbcClient jdbc, Clock clock) {
    this.rules = rules;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Keeps what the registers say of the nominee, in place of what they said before. */
  void keepFacts(String id, List<String> lines) {
    clear("nomination_fact", id);
    forEach(
        lines,
        (position, line) ->
            jdbc.sql("insert into nomination_fact values (?, ?, ?)")
                .params(id, position, cut(line, LONGEST_TEXT))
                .update());
  }

  /** Keeps what the decisions answered, in place of what they answered before. */
  void keep(String id, Routing routing, List<Finding> findings, List<RequiredDocument> documents) {
    clear("nomination_check", id);
    jdbc.sql("insert into nomination_check values (?, ?, ?, ?, ?, ?)")
        .params(
            id,
            Utc.now(clock),
            routing.route().name(),
            routing.procedure().name(),
            routing.ballot(),
            routing.disclosure())
        .update();
    clear("nomination_finding", id);
    forEach(
        findings,
        (position, finding) ->
            jdbc.sql("insert into nomination_finding values (?, ?, ?, ?, ?, ?)")
                .param(id)
                .param(position)
                .param(finding.code())
                .param(finding.severity().name())
                .param(cut(finding.text(), LONGEST_TEXT))
                .param(cut(finding.basis(), LONGEST_BASIS))
                .update());
    clear("nomination_document", id);
    forEach(
        documents,
        (position, document) ->
            jdbc.sql("insert into nomination_document values (?, ?, ?, ?, ?, ?)")
                .param(id)
                .param(position)
                .param(document.code())
                .param(document.name())
                .param(document.provider().name())
                .param(cut(document.basis(), LONGEST_BASIS))
                .update());
  }

  /** The findings of the last check, the gravest first. */
  List<Finding> findings(String id) {
    return jdbc
        .sql(
            """
            select code, severity, text, basis from nomination_finding
            where nomination_id = ? order by position""")
        .param(id)
        .query(Finding.class)
        .list()
        .stream()
        .sorted(Comparator.comparing(Finding::severity))
        .toList();
  }

  private record FindingOf(
      String nominationId, String code, Finding.Severity severity, String text, String basis) {}

  /**
   * The findings of the last check of several cases, the gravest first; cases without are left out.
   */
  Map<String, List<Finding>> findingsOf(Collection<String> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql(
            """
            select nomination_id, code, severity, text, basis from nomination_finding
            where nomination_id in (:ids) order by nomination_id, position""")
        .param("ids", ids)
        .query(FindingOf.class)
        .list()
        .stream()
        .sorted(Comparator.comparing(FindingOf::severity))
        .collect(
            Collectors.groupingBy(
                FindingOf::nominationId,
                Collectors.mapping(
                    one -> new Finding(one.code(), one.severity(), one.text(), one.basis()),
                    Collectors.toList())));
  }

  CaseCheck of(Nomination nomination) {
    var id = nomination.getId();
    var last = Optional.ofNullable(last(List.of(id)).get(id));
    return new CaseCheck(
        rules.setOf(nomination).name(),
        rules.transition(nomination).orElse(null),
        rules.ruleOf(nomination).orElse(null),
        last.map(Last::checkedAt).orElse(null),
        last.map(Last::routing).orElse(null),
        findings(id),
        jdbc.sql(
                """
                select code, name, provider, basis from nomination_document
                where nomination_id = ? order by position""")
            .param(id)
            .query(RequiredDocument.class)
            .list(),
        jdbc.sql("select text from nomination_fact where nomination_id = ? order by position")
            .param(id)
            .query(String.class)
            .list());
  }

  /** When the last check was completed, and what the decision {@code routing} answered. */
  record Last(Instant checkedAt, Routing routing) {}

  /** The last check by case; cases without one are left out. */
  Map<String, Last> last(Collection<String> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql(
            """
            select nomination_id, checked_at, route, case_procedure, ballot, disclosure
            from nomination_check where nomination_id in (:ids)""")
        .param("ids", ids)
        .query(
            (row, n) ->
                Map.entry(
                    row.getString("nomination_id"),
                    new Last(
                        Utc.instant(row, "checked_at"),
                        new Routing(
                            Routing.Route.valueOf(row.getString("route")),
                            Procedure.valueOf(row.getString("case_procedure")),
                            row.getBoolean("ballot"),
                            row.getBoolean("disclosure")))))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private void clear(String table, String id) {
    jdbc.sql("delete from " + table + " where nomination_id = ?").param(id).update();
  }

  private interface Row<T> {
    void write(int position, T value);
  }

  private static <T> void forEach(List<T> values, Row<T> row) {
    IntStream.range(0, values.size()).forEach(n -> row.write(n, values.get(n)));
  }

  private static String cut(String text, int longest) {
    return text == null || text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
  }
}
