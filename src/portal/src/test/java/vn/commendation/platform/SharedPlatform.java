package vn.commendation.platform;

import io.camunda.client.CamundaClient;
import io.camunda.process.test.impl.assertions.CamundaDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import vn.commendation.engine.ModelsDeployed;

/** The one platform of a test run, on free ports and with nothing from an earlier run. */
final class SharedPlatform
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static LocalPlatform shared;
  private static TestDatabase database;
  private static final AtomicBoolean MODELS_DEPLOYED = new AtomicBoolean();
  private static boolean complete;
  private static CamundaDataSource processes;

  static synchronized LocalPlatform get() {
    if (shared == null) {
      LocalPlatform platform =
          LocalPlatform.start(
              new LocalPlatform.Settings(
                  Path.of("target", "platform").toAbsolutePath(),
                  Ports.free(),
                  "127.0.0.1",
                  true,
                  System.getenv(),
                  System.out::println),
              true);
      shared = platform;
      Runtime.getRuntime().addShutdownHook(new Thread(SharedPlatform::close, "stop-platform"));
      if (!platform.settings().ownDatabase()) {
        database = TestDatabase.create(System.getenv());
      }
    }
    return shared;
  }

  private static void close() {
    shared.close();
    if (database != null) {
      database.drop();
    }
  }

  /** What has to wait until an application runs: accounts and forms. */
  static synchronized void completeWith(ApplicationContext application) {
    if (!complete) {
      get().completeWith(application.getBean(DataSource.class), MODELS_DEPLOYED::get);
      complete = true;
    }
  }

  /** What process assertions read; one log-in serves the whole run. */
  static synchronized CamundaDataSource processes(ApplicationContext application) {
    if (processes == null) {
      processes = get().processes(application.getBean(CamundaClient.class));
    }
    return processes;
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    LocalPlatform platform = get();
    platform.awaitEngineAndDatabase();
    TestPropertyValues.of(platform.applicationProperties()).applyTo(context);
    // a run sends one person more mail than a month of work does, and asks for rounds itself
    TestPropertyValues.of(
            "commendation.notification.flood-limit=100000", "commendation.notification.every=1d")
        .applyTo(context);
    if (database != null) {
      TestPropertyValues.of("spring.datasource.url=" + database.url()).applyTo(context);
    }
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
