package vn.commendation.facts;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which awards people and units were given. */
@Service
@Transactional
public class AwardHistory {

  /** Enters an award; a second one from the same nomination is refused. */
  public long add(AwardGiven award) {
    throw new UnsupportedOperationException();
  }

  @Transactional(readOnly = true)
  public AwardGiven get(long id) {
    throw new UnsupportedOperationException();
  }

  /** Awards of a person, or with {@code null} of a unit as a collective, the latest first. */
  @Transactional(readOnly = true)
  public List<AwardGiven> of(Long personId, long unitId) {
    throw new UnsupportedOperationException();
  }

  /** Standing awards whose prerequisites counted the given one: to be checked if it falls. */
  @Transactional(readOnly = true)
  public List<AwardGiven> dependents(long id) {
    throw new UnsupportedOperationException();
  }

  /** How many people hold an award for a year, in a unit or with {@code null} in the Department. */
  @Transactional(readOnly = true)
  public int holders(String awardCode, int year, Long unitId) {
    throw new UnsupportedOperationException();
  }

  public void revoke(long id, LocalDate on) {
    throw new UnsupportedOperationException();
  }
}
