package vn.commendation.dossier;

/**
 * What somebody chose for one nominee in a form.
 *
 * @param choice such as {@code sign}, {@code refuse}, {@code keep}, {@code award}; {@code null} if
 *     nothing was chosen
 * @param rank place in the council's order; only for a quota
 */
public record Choice(String itemId, String choice, String reason, Integer rank) {

  public Choice {
    reason = reason == null || reason.isBlank() ? null : reason.strip();
  }
}
