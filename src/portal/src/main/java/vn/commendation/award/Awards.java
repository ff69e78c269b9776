package vn.commendation.award;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The award catalogue. */
@Service
@Transactional(readOnly = true)
public class Awards {

  private final AwardRepository awards;

  Awards(AwardRepository awards) {
    this.awards = awards;
  }

  /** Every award, in the catalogue's order. */
  public List<Award> all() {
    return awards.findAllByOrderBySortOrder().stream().map(AwardEntity::toAward).toList();
  }

  /** Titles of the certificates the Department hands over, by award; some have none. */
  public Map<String, String> certificates() {
    return awards.findAllByOrderBySortOrder().stream()
        .filter(award -> award.certificate() != null)
        .collect(Collectors.toMap(AwardEntity::code, AwardEntity::certificate));
  }

  public Optional<Award> find(String code) {
    return awards.findByCode(code).map(AwardEntity::toAward);
  }
}
