package vn.commendation.revocation;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * What Tasklist's forms show of a revocation, and what its process needs. Its components are the
 * process variables of the same names.
 *
 * @param revocationDue {@code null} once it was decided
 * @param signatories user names of those who may decide
 */
public record RevocationTaskView(
    String code,
    String nomineeName,
    String unitName,
    String awardName,
    String authorityName,
    String awardDecision,
    String causeName,
    String explanation,
    String reference,
    String proposerName,
    List<DependentLine> dependents,
    String caseUrl,
    OffsetDateTime revocationDue,
    List<String> signatories) {

  /** An award that would have to be checked again. */
  public record DependentLine(String nominee, String award, String year) {}
}
