package vn.commendation.platform;

import io.camunda.client.CamundaClient;
import io.camunda.process.test.api.CamundaAssert;
import io.camunda.process.test.impl.assertions.CamundaDataSource;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import org.springframework.test.util.ReflectionTestUtils;

/** Hands the platform to tests and lets the process assertions read it. */
final class LocalPlatformExtension
    implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

  /** Costs nothing while all is well, and a busy machine takes its time. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  static {
    Awaitility.setDefaultTimeout(PATIENCE);
    Awaitility.setDefaultPollDelay(Duration.ZERO);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    ApplicationContext application = SpringExtension.getApplicationContext(context);
    SharedPlatform.awaitModels();
    CamundaAssert.setAssertionTimeout(PATIENCE);
    // Camunda Process Test keeps this door for its own extensions, which purge the engine
    ReflectionTestUtils.invokeMethod(
        CamundaAssert.class,
        "initialize",
        new CamundaDataSource(application.getBean(CamundaClient.class)));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    ReflectionTestUtils.invokeMethod(CamundaAssert.class, "reset");
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == LocalPlatform.class || type == PlatformClock.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    LocalPlatform platform = SharedPlatform.get();
    return parameter.getParameter().getType() == PlatformClock.class ? platform.clock() : platform;
  }
}
