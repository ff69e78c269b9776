package vn.commendation.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.commendation.report.StatisticalForm.Source;

/**
 * What the forms count. The same query counts and lists, so that a figure and the list behind it
 * cannot differ.
 *
 * <p>An award counts in the period of its decision, whenever it was proposed, and not once it was
 * revoked. Of its holder the submission's copy counts; an award that came without a case has what
 * the Office entered for it. A campaign counts in the period of its plan, unless it is a draft or
 * was cancelled; the Department runs it for itself.
 */
@Component
class CountQueries {

  private static final String AWARDS =
      """
      select g.id, g.nomination_id, g.nominee_name as name, u.name as unit_name,
        a.name as what, g.decision_number as reference, g.decided_on as on_day,
        g.award_code as dim_award,
        case when g.person_id is null then 'COLLECTIVE' else 'INDIVIDUAL' end as dim_subject,
        case when g.person_id is not null
          then coalesce(n.nominee_position_class, k.position_class) end as dim_class,
        coalesce(n.commendation_type, k.commendation_type) as dim_method,
        'PROVINCE' as dim_submitter
      from award_given g
      join award a on a.code = g.award_code
      join unit u on u.id = g.unit_id
      left join nomination n on n.id = g.nomination_id
      left join report_classification k on k.award_id = g.id
      where g.live = 1 and g.revoked_on is null and g.decided_on between :from and :to
      """;

  private static final String CAMPAIGNS =
      """
      select c.id, null as nomination_id, c.title as name, null as unit_name,
        c.theme as what, c.plan_number as reference, c.plan_date as on_day,
        'UNIT' as dim_level, 'UNIT' as dim_range,
        case
          when date_add(achievement_from, interval 1 year) > date_add(achievement_to, interval 1 day)
            then 'BELOW-1'
          when date_add(achievement_from, interval 1 year) = date_add(achievement_to, interval 1 day)
            then 'ONE'
          when date_add(achievement_from, interval 3 year) > date_add(achievement_to, interval 1 day)
            then '1-3'
          when date_add(achievement_from, interval 5 year) > date_add(achievement_to, interval 1 day)
            then '3-5'
          else 'FROM-5'
        end as dim_duration,
        c.commendation_type as dim_method
      from campaign c
      where c.status not in ('DRAFT', 'CANCELLED') and c.plan_date between :from and :to
      """;

  private static final List<String> AWARD_DIMENSIONS =
      List.of("award", "subject", "class", "method", "submitter");
  private static final List<String> CAMPAIGN_DIMENSIONS =
      List.of("level", "range", "duration", "method");

  private final JdbcClient jdbc;

  CountQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What there is in a period, by kind. */
  List<KindCount> count(Source source, LocalDate from, LocalDate to) {
    if (source == Source.ENTERED) {
      return List.of();
    }
    var columns = String.join(", ", dimensions(source).stream().map(one -> "dim_" + one).toList());
    return jdbc.sql(
            "select %s, count(*) as amount from (%s) f group by %s"
                .formatted(columns, base(source), columns))
        .param("from", from)
        .param("to", to)
        .query(
            (row, index) -> {
              var known = new LinkedHashMap<String, String>();
              for (var dimension : dimensions(source)) {
                var value = row.getString("dim_" + dimension);
                if (value != null) {
                  known.put(dimension, value);
                }
              }
              return new KindCount(known, row.getInt("amount"), false);
            })
        .list();
  }

  /** The things that all of the conditions take; a condition is met by any of its selections. */
  Page<CellCase> list(
      Source source,
      LocalDate from,
      LocalDate to,
      List<List<Selection>> conditions,
      Pageable page) {
    if (source == Source.ENTERED) {
      return Page.empty(page);
    }
    var values = new HashMap<String, Object>();
    values.put("from", from);
    values.put("to", to);
    var where =
        conditions.stream()
            .map(any -> condition(source, any, values))
            .collect(Collectors.joining(" and "));
    var found = " from (%s) f where %s".formatted(base(source), where);
    var total = jdbc.sql("select count(*)" + found).params(values).query(Long.class).single();
    values.put("size", page.getPageSize());
    values.put("offset", page.getOffset());
    var rows =
        jdbc.sql("select *" + found + " order by on_day, id limit :size offset :offset")
            .params(values)
            .query(
                (row, index) ->
                    new CellCase(
                        path(source, row.getString("nomination_id"), row.getLong("id")),
                        row.getString("name"),
                        row.getString("unit_name"),
                        row.getString("what"),
                        row.getString("reference"),
                        row.getObject("on_day", LocalDate.class)))
            .list();
    return new PageImpl<>(rows, page, total);
  }

  private static String path(Source source, String nomination, long id) {
    if (source == Source.CAMPAIGNS) {
      return "/campaigns/" + id;
    }
    return nomination == null ? null : "/nominations/" + nomination;
  }

  private static String condition(Source source, List<Selection> any, Map<String, Object> values) {
    var alternatives = new ArrayList<String>();
    for (var selection : any) {
      var parts = new ArrayList<String>();
      parts.add("1 = 1");
      selection
          .dimensions()
          .forEach(
              (dimension, wanted) -> {
                if (dimensions(source).contains(dimension)) {
                  var name = "v" + values.size();
                  values.put(name, wanted);
                  parts.add("f.dim_%s in (:%s)".formatted(dimension, name));
                } else {
                  // nothing the system knows has this dimension
                  parts.add("1 = 0");
                }
              });
      alternatives.add(String.join(" and ", parts));
    }
    return "(" + String.join(" or ", alternatives) + ")";
  }

  private static String base(Source source) {
    return source == Source.AWARDS ? AWARDS : CAMPAIGNS;
  }

  private static List<String> dimensions(Source source) {
    return source == Source.AWARDS ? AWARD_DIMENSIONS : CAMPAIGN_DIMENSIONS;
  }
}
