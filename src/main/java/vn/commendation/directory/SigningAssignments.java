package vn.commendation.directory;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Dated assignments to sign. */
@Service
@Transactional
public class SigningAssignments {

  /** Who may sign this on that day: the head first, then his deputies, then the others. */
  @Transactional(readOnly = true)
  public List<SigningAssignment> inForce(SigningMatter matter, LocalDate day) {
    throw new UnsupportedOperationException();
  }
}
