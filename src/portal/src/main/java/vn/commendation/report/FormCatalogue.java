package vn.commendation.report;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.commendation.award.Certainty;

/** The statistical forms and when each set of rows is in force. */
@Component
class FormCatalogue {

  private final JdbcClient jdbc;

  FormCatalogue(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The forms in force on a day, by code. */
  List<FormLayout> on(LocalDate day) {
    return read(null, day);
  }

  Optional<FormLayout> of(String code, LocalDate day) {
    return read(code, day).stream().findFirst();
  }

  private List<FormLayout> read(String code, LocalDate day) {
    var columns = new HashMap<String, List<FormColumn>>();
    var columnCounts = new HashMap<String, Map<Integer, Selection>>();
    inForce(
            """
            select c.* from report_form f
            join report_form_column c on c.form_code = f.code and c.valid_from = f.valid_from""",
            "c.position",
            code,
            day)
        .query(
            row -> {
              var form = row.getString("form_code");
              var position = row.getInt("position");
              columns
                  .computeIfAbsent(form, key -> new ArrayList<>())
                  .add(
                      new FormColumn(
                          position,
                          List.of(row.getString("heading").split("\\|")),
                          row.getString("letter"),
                          FormColumn.Kind.valueOf(row.getString("kind"))));
              columnCounts
                  .computeIfAbsent(form, key -> new HashMap<>())
                  .put(position, Selection.parse(row.getString("counts")));
            });
    var rows = new HashMap<String, List<FormRow>>();
    var rowCounts = new HashMap<String, Map<Integer, Selection>>();
    inForce(
            """
            select r.* from report_form f
            join report_form_row r on r.form_code = f.code and r.valid_from = f.valid_from""",
            "r.position",
            code,
            day)
        .query(
            row -> {
              var form = row.getString("form_code");
              var position = row.getInt("position");
              rows.computeIfAbsent(form, key -> new ArrayList<>())
                  .add(
                      new FormRow(
                          position,
                          row.getString("number"),
                          row.getString("label"),
                          row.getInt("depth"),
                          row.getString("measure"),
                          row.getBoolean("of_which")));
              rowCounts
                  .computeIfAbsent(form, key -> new HashMap<>())
                  .put(position, Selection.parse(row.getString("counts")));
            });
    return inForce("select f.* from report_form f", "f.code", code, day)
        .query(
            (row, index) -> {
              var form = row.getString("code");
              return new FormLayout(
                  new StatisticalForm(
                      form,
                      row.getObject("valid_from", LocalDate.class),
                      row.getString("number"),
                      row.getString("title"),
                      row.getString("basis"),
                      StatisticalForm.Source.valueOf(row.getString("source")),
                      row.getString("measure"),
                      row.getBoolean("row_measure"),
                      MonthDay.of(row.getInt("due_month"), row.getInt("due_day")),
                      Certainty.valueOf(row.getString("certainty")),
                      row.getString("note"),
                      columns.get(form),
                      rows.get(form)),
                  columnCounts.get(form),
                  rowCounts.get(form));
            })
        .list();
  }

  private JdbcClient.StatementSpec inForce(
      String select, String order, String code, LocalDate day) {
    return jdbc.sql(
            select
                + """
                 where (:code is null or f.code = :code)
                  and f.valid_from <= :day and (f.valid_to is null or f.valid_to >= :day)
                order by """
                + " "
                + order)
        .param("code", code)
        .param("day", day);
  }
}
