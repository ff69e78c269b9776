package vn.commendation.dossier;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What an entry in a form must be like; if it is not, the decision is {@link Denied}. */
final class Requirements {

  private static final int LONGEST_TEXT = 4000;
  private static final int LONGEST_REFERENCE = 100;

  private Requirements() {}

  static void requireDecision(TaskEntry entry, Set<String> allowed) {
    if (entry.decision() == null || !allowed.contains(entry.decision())) {
      throw new Denied("denial.no-choice");
    }
    denyLong(entry.reason());
  }

  static void requireReason(TaskEntry entry) {
    if (entry.reason() == null) {
      throw new Denied("denial.no-reason");
    }
    denyLong(entry.reason());
  }

  static void requireReason(DossierItem item, String reason) {
    if (reason == null) {
      throw new Denied("denial.dossier.no-item-reason", item.nomineeName());
    }
  }

  static void requireReference(TaskEntry entry) {
    if (entry.reference() == null) {
      throw new Denied("denial.dossier.no-reference");
    }
  }

  static void requireDay(LocalDate day, LocalDate first, LocalDate last, String denial) {
    if (day == null || day.isBefore(first) || day.isAfter(last)) {
      throw new Denied(denial, first, last);
    }
  }

  static void requireChoice(DossierItem item, Map<String, Choice> choices, Set<String> allowed) {
    var choice = chosen(item, choices);
    if (choice == null || !allowed.contains(choice)) {
      throw new Denied("denial.dossier.no-item-choice", item.nomineeName());
    }
  }

  static void denyLong(String text) {
    if (text != null && text.length() > LONGEST_TEXT) {
      throw new Denied("denial.long-reason");
    }
  }

  static void denyLongReference(TaskEntry entry) {
    if (entry.reference() != null && entry.reference().length() > LONGEST_REFERENCE) {
      throw new Denied("denial.dossier.long-reference");
    }
  }

  /** What was chosen, by nominee. */
  static Map<String, Choice> choices(Dossier dossier, TaskEntry entry) {
    return byItem(dossier, entry.choices(), Choice::itemId);
  }

  static String chosen(DossierItem item, Map<String, Choice> choices) {
    var choice = choices.get(item.nominationId());
    return choice == null ? null : choice.choice();
  }

  /** What was entered, by nominee; rows of nominees that have left meanwhile do not matter. */
  static <T> Map<String, T> byItem(Dossier dossier, List<T> rows, Function<T, String> itemId) {
    Map<String, T> byItem = new LinkedHashMap<>();
    for (var row : rows) {
      var id = itemId.apply(row);
      if (id == null || dossier.item(id).isEmpty()) {
        throw new Denied("denial.dossier.not-in-batch", id == null ? "–" : id);
      }
      if (byItem.put(id, row) != null) {
        throw new Denied("denial.dossier.twice", dossier.item(id).orElseThrow().nomineeName());
      }
    }
    return byItem;
  }
}
