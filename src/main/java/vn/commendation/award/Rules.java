package vn.commendation.award;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rules of the field, by date. */
@Service
@Transactional(readOnly = true)
public class Rules {

  /** The set in force on a day. */
  public RuleSet inForce(LocalDate day) {
    throw new UnsupportedOperationException();
  }

  public RuleSet set(String code) {
    throw new UnsupportedOperationException();
  }

  /** What a set asks for an award; empty if it does not know the award for such a nominee. */
  public Optional<AwardRule> find(
      String ruleSet, String award, SubjectKind subject, CommendationType type) {
    throw new UnsupportedOperationException();
  }

  /** Every rule of a set, in the catalogue's order. */
  public List<AwardRule> of(String ruleSet) {
    throw new UnsupportedOperationException();
  }
}
