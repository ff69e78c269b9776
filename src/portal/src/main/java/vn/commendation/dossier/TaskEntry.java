package vn.commendation.dossier;

import java.time.LocalDate;
import java.util.List;

/**
 * What somebody entered in the form of a user task.
 *
 * @param number the number the clerk has written already; {@code null} for the next one
 */
public record TaskEntry(
    String decision,
    String reason,
    String reference,
    LocalDate date,
    Integer number,
    List<Choice> choices) {

  public TaskEntry {
    reason = reason == null || reason.isBlank() ? null : reason.strip();
    reference = reference == null || reference.isBlank() ? null : reference.strip();
  }
}
