package vn.commendation.platform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import vn.commendation.CommendationApplication;
import vn.commendation.engine.ModelsDeployed;

/**
 * Brings up the whole product on this machine: the platform as processes of its own, the
 * application in this one. Ends everything when it is told to, and when Maven is gone.
 */
public final class LocalLauncher {

  private final AtomicReference<LocalPlatform> platform = new AtomicReference<>();
  private final AtomicReference<ConfigurableApplicationContext> application =
      new AtomicReference<>();
  private final AtomicBoolean failed = new AtomicBoolean();
  private final AtomicBoolean modelsDeployed = new AtomicBoolean();
  private volatile boolean stopping;

  private LocalLauncher() {}

  public static void main(String[] args) {
    LoggingSystem.get(LocalLauncher.class.getClassLoader()).beforeInitialize();
    LocalLauncher launcher = new LocalLauncher();
    Runtime.getRuntime().addShutdownHook(new Thread(launcher::stop, "stop-platform"));
    ProcessHandle.current()
        .parent()
        .ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(1)));
    try {
      launcher.run();
    } catch (RuntimeException e) {
      if (!(e instanceof PlatformException)) {
        e.printStackTrace();
      }
      launcher.fail(e);
    }
  }

  private void fail(Throwable problem) {
    if (stopping || !failed.compareAndSet(false, true)) {
      return;
    }
    System.out.println("ERROR: " + problem.getMessage());
    System.exit(1);
  }

  private void run() {
    long begin = System.nanoTime();
    Path directory = Path.of(".local", "state").toAbsolutePath();
    System.out.println("Starting on this machine; logs are in .local/state/logs, Ctrl-C ends it.");
    LocalPlatform local =
        LocalPlatform.start(
            new LocalPlatform.Settings(
                directory,
                Ports.documented(),
                System.getProperty("bind", "127.0.0.1"),
                false,
                System.getenv(),
                System.out::println),
            Boolean.getBoolean("fresh"));
    platform.set(local);
    local.onFailure(this::fail);
    local.awaitDatabase();
    DataSource data = startApplication(local).getBean(DataSource.class);
    long models = System.nanoTime();
    local.awaitModels(modelsDeployed::get);
    local.report("Models", models, local.state().log("application"));
    System.out.println(table(local, PlatformAccounts.of(data), (System.nanoTime() - begin) / 1e9));
  }

  private ConfigurableApplicationContext startApplication(LocalPlatform local) {
    long begin = System.nanoTime();
    Path log = local.state().log("application");
    SpringApplication spring = new SpringApplication(CommendationApplication.class);
    spring.setMainApplicationClass(CommendationApplication.class);
    spring.setRegisterShutdownHook(false);
    spring.addListeners((ApplicationListener<ModelsDeployed>) deployed -> modelsDeployed.set(true));
    List<String> arguments = new ArrayList<>();
    arguments.add("--logging.file.name=" + log);
    arguments.add("--logging.threshold.console=OFF");
    arguments.add("--spring.main.banner-mode=off");
    arguments.add("--spring.profiles.active=demo");
    for (Map.Entry<String, String> property : local.applicationProperties().entrySet()) {
      arguments.add("--" + property.getKey() + "=" + property.getValue());
    }
    try {
      application.set(spring.run(arguments.toArray(String[]::new)));
    } catch (RuntimeException e) {
      throw new PlatformException(
          "The application did not start: %s (log: %s)"
              .formatted(NestedExceptionUtils.getMostSpecificCause(e).getMessage(), log),
          e);
    }
    local.report("Application", begin, log);
    return application.get();
  }

  static String table(
      LocalPlatform local, List<PlatformAccounts.Account> accounts, double seconds) {
    List<List<String>> addresses = new ArrayList<>();
    local.addresses().forEach((name, address) -> addresses.add(List.of(name, address)));
    List<List<String>> people = new ArrayList<>();
    people.add(List.of("Account", "Name", "Roles", "Password"));
    for (PlatformAccounts.Account account : accounts) {
      people.add(
          List.of(
              account.username(),
              account.displayName(),
              account.roles(),
              LocalPlatform.DEMO_PASSWORD));
    }
    return "%nReady after %.0f s.%n%n%s%n%s"
        .formatted(seconds, columns(addresses), columns(people));
  }

  static String columns(List<List<String>> rows) {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      for (int column = 0; column < row.size(); column++) {
        int index = column;
        int width = rows.stream().mapToInt(each -> each.get(index).length()).max().orElse(0);
        text.append("  ").append(row.get(column)).repeat(" ", width - row.get(column).length());
      }
      text.replace(0, text.length(), text.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private void stop() {
    stopping = true;
    ConfigurableApplicationContext context = application.get();
    LocalPlatform local = platform.get();
    if (context == null && local == null) {
      return;
    }
    System.out.println("Stopping …");
    if (context != null) {
      context.close();
    }
    if (local != null) {
      local.close();
    }
    System.out.println("Stopped.");
  }
}
