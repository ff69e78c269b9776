package vn.commendation.directory;

import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Declared relatives among the staff: whoever signs or votes must not be one of a nominee. */
@Service
@Transactional
public class Relatives {

  /** Ids of the declared relatives of a person, whichever of the two declared it. */
  @Transactional(readOnly = true)
  public Set<Long> of(long personId) {
    throw new UnsupportedOperationException();
  }
}
