package vn.commendation.nomination;

import java.time.LocalDate;
import java.util.List;

/**
 * What somebody entered in the form of a user task. Beyond decision and reason, only the Office's
 * review has more.
 *
 * @param username who completed the task
 * @param decision such as {@code accept}; {@code null} for a supplement
 * @param reopen keys of the parts a return opens
 * @param holdKind name of a {@link HoldKind}
 * @param reviewOn when a hold is looked at again
 * @param award code of the award it is to be changed to
 * @param campaign id of the campaign it is rolled over to
 */
public record TaskDecision(
    String username,
    String decision,
    String reason,
    List<String> reopen,
    String holdKind,
    LocalDate reviewOn,
    String award,
    Long campaign) {

  public TaskDecision {
    reason = reason == null || reason.isBlank() ? null : reason.strip();
    reopen = reopen == null ? List.of() : List.copyOf(reopen);
  }
}
