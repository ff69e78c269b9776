package vn.commendation.award;

import java.math.BigDecimal;
import java.util.Set;
import org.springframework.util.ReflectionUtils;

/** Rules for tests: one that asks for nothing, and the same with one component changed. */
public final class RuleSamples {

  private RuleSamples() {}

  public static AwardRule rule(
      long id, String award, SubjectKind subject, CommendationType... types) {
    return new AwardRule(
        id,
        "R9",
        award,
        subject,
        Set.of(types),
        DecidingAuthority.DIRECTOR,
        "Cơ sở",
        Procedure.ORDINARY,
        null,
        null,
        0,
        null,
        0,
        null,
        0,
        null,
        false,
        0,
        false,
        null,
        null,
        null,
        null,
        new BigDecimal("50.01"),
        VoteDenominator.ALL_MEMBERS,
        false,
        5,
        5,
        10,
        5,
        null,
        new BigDecimal("0.3"),
        null,
        "Điều 75",
        Certainty.UNVERIFIED,
        "Chưa có quy định của địa phương.");
  }

  /** The same rule with other values: names of components and values in turn. */
  public static AwardRule with(AwardRule rule, Object... changes) {
    var components = AwardRule.class.getRecordComponents();
    var values = new Object[components.length];
    var types = new Class<?>[components.length];
    for (var i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = ReflectionUtils.invokeMethod(components[i].getAccessor(), rule);
      for (var change = 0; change < changes.length; change += 2) {
        if (components[i].getName().equals(changes[change])) {
          values[i] = changes[change + 1];
        }
      }
    }
    try {
      return AwardRule.class.getConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
