package vn.commendation.facts;

import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.award.AwardRule;

/** Gathers what a rule asks about a nominee; it judges nothing. */
@Service
@Transactional(readOnly = true)
public class Facts {

  /**
   * @param personId the nominee, or {@code null} for the unit as a collective
   * @param from first day of the achievement period
   * @param to its last day
   */
  public NomineeFacts of(Long personId, long unitId, AwardRule rule, LocalDate from, LocalDate to) {
    throw new UnsupportedOperationException();
  }
}
