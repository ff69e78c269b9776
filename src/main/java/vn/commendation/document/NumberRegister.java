package vn.commendation.document;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of outgoing documents: per organisation, type and year, without gaps, no number
 * twice.
 */
@Service
@Transactional
public class NumberRegister {

  /**
   * Gives the document of a business object its number; the same object is given the same number
   * again. The series stays locked until the caller's transaction ends, and a rollback gives the
   * number back.
   *
   * @param wanted the number the clerk has written already; {@code null} for the next one
   * @throws NumberRefused if the wanted number is taken or would leave a gap, or the date lies
   *     before that of the last number or after today
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public RegisteredNumber register(
      DocumentType type,
      LocalDate date,
      String subjectId,
      String title,
      Integer wanted,
      String username) {
    throw new UnsupportedOperationException();
  }

  @Transactional(readOnly = true)
  public Optional<RegisteredNumber> of(String subjectId) {
    throw new UnsupportedOperationException();
  }

  /** The number that would be given next. */
  @Transactional(readOnly = true)
  public int next(DocumentType type, int year) {
    throw new UnsupportedOperationException();
  }
}
