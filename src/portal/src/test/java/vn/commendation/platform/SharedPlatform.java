package vn.commendation.platform;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import vn.commendation.engine.ModelsDeployed;

/** The one platform that all tests with an application share. */
final class SharedPlatform
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static LocalPlatform shared;
  private static final AtomicBoolean MODELS_DEPLOYED = new AtomicBoolean();

  static synchronized LocalPlatform get() {
    if (shared == null) {
      shared = TestPlatform.start("platform", Map.of());
    }
    return shared;
  }

  /** Waits until the application has deployed its models. */
  static void awaitModels() {
    get().awaitModels(MODELS_DEPLOYED::get);
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    LocalPlatform platform = get();
    platform.awaitDatabase();
    TestPropertyValues.of(platform.applicationProperties()).applyTo(context);
    // a run sends one person more mail than a month of work does, and asks for rounds itself
    TestPropertyValues.of(
            "commendation.notification.flood-limit=100000",
            "commendation.notification.every=1d",
            "commendation.recovery.pause=2s")
        .applyTo(context);
    context.addApplicationListener(
        (ApplicationListener<ModelsDeployed>) deployed -> MODELS_DEPLOYED.set(true));
    context
        .getBeanFactory()
        .addBeanPostProcessor(
            new BeanPostProcessor() {
              @Override
              public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Clock clock ? PlatformClock.follow(clock) : bean;
              }
            });
  }
}
