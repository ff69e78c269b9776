package vn.commendation.nomination;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.award.DecidingAuthority;

/** What a batch does with the nominations the Office has accepted. */
@Service
@Transactional
public class BatchedNominations {

  /** Accepted nominations of one authority that are in no batch, the oldest first. */
  @Transactional(readOnly = true)
  public List<AcceptedNomination> accepted(DecidingAuthority authority) {
    throw new UnsupportedOperationException();
  }

  @Transactional(readOnly = true)
  public List<AcceptedNomination> all(Collection<String> ids) {
    throw new UnsupportedOperationException();
  }

  /**
   * Puts an accepted nomination into a batch.
   *
   * @throws NominationConflict if it is in a batch already or not accepted any more
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void join(String id, String dossierId, String dossierCode) {
    throw new UnsupportedOperationException();
  }

  /** Takes a nomination out of its batch: it is accepted and free again. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void leave(String id, String username, String reason) {
    throw new UnsupportedOperationException();
  }

  /** Back to the Office's review, from where the unit can be asked. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void reopen(String id, String username, String reason) {
    throw new UnsupportedOperationException();
  }

  /** From now on it cannot be withdrawn. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void signed(String id, String username) {
    throw new UnsupportedOperationException();
  }

  /**
   * Ends a nomination and lets its process know.
   *
   * @param reference number of the decision; {@code null} if there is none
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void end(
      String id,
      NominationStatus outcome,
      String username,
      String reason,
      String reference,
      LocalDate date) {
    throw new UnsupportedOperationException();
  }
}
