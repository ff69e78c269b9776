package vn.commendation.directory;

import java.util.Optional;
import java.util.Set;

/** Why somebody cannot sign something, whatever is assigned (NĐ 30/2020/NĐ-CP, Article 13). */
public enum SigningBar {
  /** The head and his deputies are leaders of the Department. */
  NOT_A_LEADER("not-a-leader"),
  /** By order and by authority sign those who head a unit. */
  NOT_A_MANAGER("not-a-manager"),
  DECISION_BY_ORDER("decision-by-order"),
  /** The chief of the Office appraises what the decision awards. */
  CHIEF_DECISION("chief-decision");

  private final String code;

  SigningBar(String code) {
    this.code = code;
  }

  /** End of its text keys. */
  public String code() {
    return code;
  }

  /** Empty if nothing bars somebody of that class from signing these matters in the capacity. */
  static Optional<SigningBar> of(
      SigningCapacity capacity,
      Set<SigningMatter> matters,
      PositionClass positionClass,
      boolean officeChief) {
    var leads = positionClass == PositionClass.DEPARTMENT_LEADER;
    var decides = matters.contains(SigningMatter.AWARD_DECISION);
    return switch (capacity) {
      case HEAD, FOR_HEAD -> when(!leads, NOT_A_LEADER).or(() -> chief(decides, officeChief));
      case BY_ORDER ->
          when(decides, DECISION_BY_ORDER)
              .or(() -> when(positionClass == PositionClass.DIRECT_WORKER, NOT_A_MANAGER));
      case BY_AUTHORITY ->
          chief(decides, officeChief)
              .or(() -> when(positionClass == PositionClass.DIRECT_WORKER, NOT_A_MANAGER));
    };
  }

  private static Optional<SigningBar> chief(boolean decides, boolean officeChief) {
    return when(decides && officeChief, CHIEF_DECISION);
  }

  private static Optional<SigningBar> when(boolean barred, SigningBar bar) {
    return barred ? Optional.of(bar) : Optional.empty();
  }
}
