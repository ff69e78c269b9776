package vn.commendation.localengine.expression;

import java.time.Duration;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.camunda.feel.context.JavaFunction;
import org.camunda.feel.context.JavaFunctionProvider;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValDayTimeDuration;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.syntaxtree.ValString;
import org.camunda.feel.syntaxtree.ValYearMonthDuration;

/**
 * What Camunda adds to FEEL for timers: {@code cycle}.
 *
 * @see <a href="https://docs.camunda.io/docs/components/modeler/bpmn/timer-events/#time-cycle">Time
 *     cycle</a>
 */
final class Functions extends JavaFunctionProvider {

  private static final String CYCLE = "cycle";

  @Override
  public Optional<JavaFunction> resolveFunction(String name) {
    return resolveFunctions(name).stream().findFirst();
  }

  @Override
  public List<JavaFunction> resolveFunctions(String name) {
    if (!CYCLE.equals(name)) {
      return List.of();
    }
    return List.of(
        new JavaFunction(List.of("interval"), given -> cycle("", given.get(0))),
        new JavaFunction(
            List.of("repetitions", "interval"),
            given ->
                cycle(
                    given.get(0) instanceof ValNumber number
                        ? number.value().toBigInt().toString()
                        : "",
                    given.get(1))));
  }

  private static Val cycle(String repetitions, Val interval) {
    return new ValString(
        "R"
            + repetitions
            + "/"
            + switch (interval) {
              case ValDayTimeDuration duration -> text(duration.value());
              case ValYearMonthDuration period -> text(period.value());
              default -> interval.toString();
            });
  }

  private static String text(Duration duration) {
    return duration.toString();
  }

  private static String text(Period period) {
    return period.toString();
  }

  @Override
  public Collection<String> getFunctionNames() {
    return List.of(CYCLE);
  }
}
