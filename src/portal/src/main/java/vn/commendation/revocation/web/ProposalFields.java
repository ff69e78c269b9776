package vn.commendation.revocation.web;

import java.util.UUID;
import vn.commendation.revocation.RevocationCause;
import vn.commendation.revocation.RevocationProposal;

/**
 * What is typed to propose a revocation.
 *
 * @param id of this form: sent twice, it is one proposal
 */
record ProposalFields(
    String id, Long award, RevocationCause cause, String explanation, String reference) {

  ProposalFields {
    id = id == null || !id.matches("[0-9a-f-]{36}") ? UUID.randomUUID().toString() : id;
    explanation = Texts.trimmed(explanation);
    reference = Texts.trimmed(reference);
  }

  RevocationProposal toProposal() {
    return new RevocationProposal(id, award, cause, explanation, reference);
  }
}
