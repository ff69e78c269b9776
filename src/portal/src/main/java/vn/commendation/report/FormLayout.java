package vn.commendation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A form together with what its rows and columns count. */
record FormLayout(
    StatisticalForm form, Map<Integer, Selection> columns, Map<Integer, Selection> rows) {

  /** What a column counts: for a total what any of its parts counts. */
  List<Selection> counts(FormColumn column) {
    return column.kind() == FormColumn.Kind.TOTAL
        ? parts().stream().map(part -> columns.get(part.position())).toList()
        : List.of(columns.get(column.position()));
  }

  Selection counts(FormRow row) {
    return rows.get(row.position());
  }

  /** Whether a fact belongs to this form at all. */
  boolean takes(Map<String, String> fact) {
    return parts().stream().anyMatch(part -> columns.get(part.position()).takes(fact));
  }

  List<FormColumn> parts() {
    return form.columns().stream().filter(one -> one.kind() == FormColumn.Kind.PART).toList();
  }

  FormRow total() {
    return form.rows().getFirst();
  }

  /** The headed sections, each with its rows. */
  List<Section> sections() {
    var sections = new ArrayList<Section>();
    for (var row : form.rows()) {
      if (row.heading()) {
        sections.add(new Section(row, new ArrayList<>()));
      } else if (!sections.isEmpty()) {
        sections.getLast().rows().add(row);
      }
    }
    return sections;
  }

  record Section(FormRow heading, List<FormRow> rows) {

    /** Rows that stand beside each other and together make up the total. */
    List<FormRow> parts() {
      return rows.stream().filter(row -> row.depth() == 1).toList();
    }

    /** Rows that nothing divides further, and those inside one: one of them takes each fact. */
    List<FormRow> leaves() {
      return rows.stream().filter(row -> partsOf(row).isEmpty()).toList();
    }

    /** The rows that divide a row. */
    List<FormRow> partsOf(FormRow row) {
      var next = rows.indexOf(row) + 1;
      return IntStream.range(next, rows.size())
          .mapToObj(rows::get)
          .takeWhile(below -> below.depth() > row.depth())
          .filter(below -> !below.ofWhich())
          .toList();
    }
  }
}
