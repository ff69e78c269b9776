package vn.commendation.revocation;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * What Tasklist's forms show of a revocation, and what its process needs. Its components are the
 * process variables of the same names.
 *
 * @param revocationDue {@code null} once it was decided
 * @param signatories user names of those who may decide
 * @param dossierCode like the components after it for the form that gives a number to any document
 * @param signatoryName {@code null} until it was decided
 * @param signatureLine {@code null}: the revocation's decision is not put together here
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
    List<String> signatories,
    String dossierCode,
    String dossierTitle,
    String numberSymbol,
    String signatoryName,
    String signatureLine) {

  /** An award that would have to be checked again. */
  public record DependentLine(String nominee, String award, String year) {}
}
