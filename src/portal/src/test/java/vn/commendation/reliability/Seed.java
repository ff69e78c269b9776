package vn.commendation.reliability;

import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Where everything of a run that is left to chance comes from: {@code -Dseed=} or, without it, a
 * number chosen and printed. A test that fails prints the command that repeats it.
 */
public record Seed(long value) {

  private static final String PROPERTY = "seed";

  /** One for the whole run, whichever tests it has. */
  private static final Seed OF_THIS_RUN =
      new Seed(Long.getLong(PROPERTY, ThreadLocalRandom.current().nextInt(1, 1_000_000)));

  /** A source of chance of its own for each purpose: one drawing more often moves no other. */
  public RandomGenerator random(String purpose) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(value * 31 + purpose.hashCode());
  }

  /** Hands the seed to tests and tells it. */
  public static final class Extension implements BeforeAllCallback, ParameterResolver, TestWatcher {

    @Override
    public void beforeAll(ExtensionContext context) {
      System.out.printf(
          "%s runs with -Dseed=%d%n",
          context.getRequiredTestClass().getSimpleName(), OF_THIS_RUN.value());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Seed.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return OF_THIS_RUN;
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
      System.out.printf(
          "Repeat it with: mvn verify -Preliability -Dit.test=%s"
              + " -Dfailsafe.failIfNoSpecifiedTests=false -Dseed=%d%n",
          context.getRequiredTestClass().getSimpleName(), OF_THIS_RUN.value());
    }
  }
}
