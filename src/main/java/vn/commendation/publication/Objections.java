package vn.commendation.publication;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What people hold against a nominee during disclosure. */
@Service
@Transactional
public class Objections {

  @Transactional(readOnly = true)
  public Objection get(String id) {
    throw new UnsupportedOperationException();
  }

  /** Objections of a batch, the oldest first. */
  @Transactional(readOnly = true)
  public List<Objection> of(String dossierId) {
    throw new UnsupportedOperationException();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void resolve(String id, boolean upheld, String reason, String resolvedBy) {
    throw new UnsupportedOperationException();
  }
}
