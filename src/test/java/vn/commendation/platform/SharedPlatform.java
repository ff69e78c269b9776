package vn.commendation.platform;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/** The one platform of a test run, on free ports and with nothing from an earlier run. */
final class SharedPlatform
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static LocalPlatform shared;

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
      Runtime.getRuntime().addShutdownHook(new Thread(platform::close, "stop-platform"));
      platform.awaitEngineAndDatabase();
      shared = platform;
    }
    return shared;
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    LocalPlatform platform = get();
    TestPropertyValues.of(platform.applicationProperties()).applyTo(context);
    context.addApplicationListener(
        (ApplicationListener<ApplicationReadyEvent>)
            ready ->
                platform.completeWith(ready.getApplicationContext().getBean(DataSource.class)));
  }
}
