package vn.commendation.dossier.process;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.commendation.dossier.BallotEntry;
import vn.commendation.dossier.BallotRow;
import vn.commendation.dossier.Choice;
import vn.commendation.dossier.TaskEntry;

/**
 * What somebody typed into a form. A number or date that is none is as good as missing: the
 * decision is then denied with the reason, where a fault would only stop the process.
 */
record Entered(Map<String, Object> variables) {

  BallotEntry ballot() {
    return new BallotEntry(
        date("taskMeetingDate"),
        text("taskMinutes"),
        rows("taskBallots").stream()
            .map(
                row ->
                    new BallotRow(
                        text(row, "itemId"),
                        number(row.get("votesFor")),
                        number(row.get("votesAgainst")),
                        number(row.get("votesBlank")),
                        number(row.get("absent")),
                        number(row.get("votesWritten"))))
            .toList());
  }

  TaskEntry entry() {
    return entry(List.of());
  }

  TaskEntry selection() {
    return entry(
        choices(
            "taskSelection",
            row -> {
              var keep = row.get("keep");
              return keep == null ? null : isTrue(keep) ? "keep" : "drop";
            },
            "reason"));
  }

  TaskEntry signatures() {
    return entry(choices("taskSignatures", row -> text(row, "decision"), "reason"));
  }

  TaskEntry results() {
    return entry(choices("taskResults", row -> text(row, "result"), "note"));
  }

  /** Nominees with a tick in their row. */
  TaskEntry marked(String mark) {
    return entry(choices("taskItems", row -> isTrue(row.get(mark)) ? mark : null, "reason"));
  }

  String text(String name) {
    return text(variables, name);
  }

  private TaskEntry entry(List<Choice> choices) {
    var date = date("taskResultDate");
    return new TaskEntry(
        text("taskDecision"),
        text("taskReason"),
        text("taskReference"),
        date == null ? date("taskDate") : date,
        number(variables.get("taskNumber")),
        choices);
  }

  private List<Choice> choices(String list, Function<Map<?, ?>, String> choice, String reason) {
    return rows(list).stream()
        .map(
            row ->
                new Choice(
                    text(row, "itemId"),
                    choice.apply(row),
                    text(row, reason),
                    number(row.get("rank"))))
        .toList();
  }

  private List<? extends Map<?, ?>> rows(String name) {
    return variables.get(name) instanceof List<?> list
        ? list.stream().map(row -> row instanceof Map<?, ?> map ? map : Map.of()).toList()
        : List.of();
  }

  private LocalDate date(String name) {
    try {
      var text = text(name);
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static String text(Map<?, ?> row, String name) {
    var value = row.get(name);
    return value == null || value.toString().isBlank() ? null : value.toString();
  }

  private static boolean isTrue(Object value) {
    return value != null && Boolean.parseBoolean(value.toString());
  }

  private static Integer number(Object value) {
    try {
      return value == null ? null : new BigDecimal(value.toString().strip()).intValueExact();
    } catch (NumberFormatException | ArithmeticException e) {
      return null;
    }
  }
}
