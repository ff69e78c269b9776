package io.camunda.process.test.api;

import io.camunda.process.test.impl.assertions.CamundaDataSource;
import java.time.Duration;

/**
 * Lets the assertions of Camunda Process Test read another source than an 8.8 cluster; it stands in
 * this package because that door is not public.
 */
public final class CamundaAssertions {

  private CamundaAssertions() {}

  /** The assertions of this thread read the given source from now on, for as long as told. */
  public static void use(CamundaDataSource source, Duration patience) {
    CamundaAssert.initialize(source);
    CamundaAssert.setAssertionTimeout(patience);
  }

  /** The assertions of this thread read nothing any more. */
  public static void release() {
    CamundaAssert.reset();
    CamundaAssert.setAssertionTimeout(CamundaAssert.DEFAULT_ASSERTION_TIMEOUT);
  }
}
