package vn.commendation.dossier;

/**
 * The votes on one nominee. A number that was not entered, or is none, is {@code null}.
 *
 * @param written of the votes cast, those of absent members in writing
 */
public record BallotRow(
    String itemId,
    Integer votesFor,
    Integer votesAgainst,
    Integer votesBlank,
    Integer absent,
    Integer written) {

  /** Why the row cannot be right: the end of a text key, or {@code null}. */
  String fault(int entitled) {
    if (votesFor == null || votesAgainst == null || votesBlank == null || absent == null) {
      return "votes-missing";
    }
    if (votesFor < 0 || votesAgainst < 0 || votesBlank < 0 || absent < 0) {
      return "votes-negative";
    }
    var cast = (long) votesFor + votesAgainst + votesBlank;
    if (cast + absent != entitled) {
      return "votes-sum";
    }
    return written != null && (written < 0 || written > cast) ? "votes-written" : null;
  }
}
