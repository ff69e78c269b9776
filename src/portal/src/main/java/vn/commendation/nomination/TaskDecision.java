package vn.commendation.nomination;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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
 * @param ruleSet code of the rule set it is to be judged by
 */
public record TaskDecision(
    String username,
    String decision,
    String reason,
    List<String> reopen,
    String holdKind,
    LocalDate reviewOn,
    String award,
    Long campaign,
    String ruleSet) {

  public TaskDecision {
    reason = reason == null || reason.isBlank() ? null : reason.strip();
    reopen = reopen == null ? List.of() : List.copyOf(reopen);
  }

  /** The parts a return opens; what is none is left out. */
  Set<Part> parts() {
    return reopen.stream().flatMap(key -> Part.of(key).stream()).collect(Collectors.toSet());
  }
}
