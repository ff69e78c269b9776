package vn.commendation.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SigningBarTest {

  @ParameterizedTest
  @CsvSource({
    "HEAD, AWARD_DECISION, DEPARTMENT_LEADER, false, ",
    "HEAD, AWARD_DECISION, OTHER_MANAGER, false, NOT_A_LEADER",
    "FOR_HEAD, AWARD_DECISION, DEPARTMENT_LEADER, false, ",
    "FOR_HEAD, PROPOSAL, OTHER_MANAGER, false, NOT_A_LEADER",
    "BY_ORDER, NOTICE, OTHER_MANAGER, true, ",
    "BY_ORDER, PROPOSAL, OTHER_MANAGER, true, ",
    "BY_ORDER, AWARD_DECISION, OTHER_MANAGER, false, DECISION_BY_ORDER",
    "BY_ORDER, NOTICE, DIRECT_WORKER, false, NOT_A_MANAGER",
    "BY_AUTHORITY, AWARD_DECISION, OTHER_MANAGER, false, ",
    "BY_AUTHORITY, AWARD_DECISION, OTHER_MANAGER, true, CHIEF_DECISION",
    "BY_AUTHORITY, PROPOSAL, OTHER_MANAGER, true, ",
    "BY_AUTHORITY, PROPOSAL, DIRECT_WORKER, false, NOT_A_MANAGER",
  })
  void shouldBarWhomTheCapacityIsNotFor(
      SigningCapacity capacity,
      SigningMatter matter,
      PositionClass positionClass,
      boolean officeChief,
      SigningBar bar) {
    assertThat(SigningBar.of(capacity, Set.of(matter), positionClass, officeChief).orElse(null))
        .isEqualTo(bar);
  }
}
