package vn.commendation.publication;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lists for public comment. */
@Service
@Transactional
public class Disclosures {

  /** Shows a list; the same list published again changes nothing. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void publish(DisclosureList list) {
    throw new UnsupportedOperationException();
  }

  /** Takes no more objections. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void close(String dossierId) {
    throw new UnsupportedOperationException();
  }
}
