package vn.commendation.platform;

import static vn.commendation.platform.LocalPlatform.APPLICATION_ACCOUNT;
import static vn.commendation.platform.LocalPlatform.LOOPBACK;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** With which command and which settings each part of the platform is started. */
final class PlatformProcesses {

  private final LocalPlatform.Settings settings;
  private final StateDirectory state;

  PlatformProcesses(LocalPlatform.Settings settings, StateDirectory state) {
    this.settings = settings;
    this.state = state;
  }

  /**
   * A process to start.
   *
   * @param environment what it gets beside the environment of the caller
   */
  record Part(String name, List<String> command, Map<String, String> environment) {}

  Part search(PlatformParts parts) {
    Path directory = state.directory("opensearch");
    Path configuration = state.directory("opensearch/conf");
    try {
      Files.writeString(
          configuration.resolve("opensearch.yml"),
          """
          network.host: 127.0.0.1
          discovery.type: single-node
          cluster.routing.allocation.disk.threshold_enabled: false
          cluster.default.index.refresh_interval: 200ms
          """);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Part(
        "opensearch",
        java(
            640,
            parts.searchClassPath(),
            "org.codelibs.opensearch.runner.OpenSearchRunner",
            "-basePath",
            directory.toString(),
            "-confPath",
            configuration.toString(),
            "-numOfNode",
            "1",
            "-clusterName",
            "commendation",
            // the runner counts its nodes from one
            "-baseHttpPort",
            String.valueOf(settings.ports().searchHttp() - 1)),
        Map.of());
  }

  Part broker(PlatformParts parts) {
    Ports ports = settings.ports();
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("ZEEBE_BROKER_DATA_DIRECTORY", state.directory("zeebe").toString());
    environment.put("ZEEBE_BROKER_DATA_LOGSEGMENTSIZE", "32MB");
    environment.put("ZEEBE_BROKER_DATA_DISK_FREESPACE_PROCESSING", "512MB");
    environment.put("ZEEBE_BROKER_DATA_DISK_FREESPACE_REPLICATION", "256MB");
    environment.put("ZEEBE_BROKER_GATEWAY_NETWORK_HOST", settings.bind());
    environment.put("ZEEBE_BROKER_GATEWAY_NETWORK_PORT", String.valueOf(ports.grpc()));
    environment.put("ZEEBE_BROKER_NETWORK_HOST", LOOPBACK);
    environment.put("ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT", String.valueOf(ports.brokerCommand()));
    environment.put(
        "ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT", String.valueOf(ports.brokerInternal()));
    environment.put("SERVER_ADDRESS", settings.bind());
    environment.put("SERVER_PORT", String.valueOf(ports.rest()));
    environment.put("MANAGEMENT_SERVER_ADDRESS", LOOPBACK);
    environment.put("MANAGEMENT_SERVER_PORT", String.valueOf(ports.brokerManagement()));
    environment.put("CAMUNDA_DATABASE_TYPE", "opensearch");
    environment.put("CAMUNDA_DATABASE_URL", settings.searchUrl());
    String exporter = "ZEEBE_BROKER_EXPORTERS_OPENSEARCH_";
    environment.put(
        exporter + "CLASSNAME", "io.camunda.zeebe.exporter.opensearch.OpensearchExporter");
    environment.put(exporter + "ARGS_URL", settings.searchUrl());
    environment.put(exporter + "ARGS_INDEX_PREFIX", "zeebe-record");
    environment.put(exporter + "ARGS_BULK_DELAY", "1");
    environment.put("ZEEBE_CLOCK_CONTROLLED", String.valueOf(settings.controlledClock()));
    return new Part(
        "zeebe",
        java(512, parts.camundaClassPath(), "io.camunda.application.StandaloneBroker"),
        environment);
  }

  /** Operate and Tasklist. */
  Part webApps(PlatformParts parts) {
    Ports ports = settings.ports();
    String gateway = LOOPBACK + ":" + ports.grpc();
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("SPRING_PROFILES_ACTIVE", "operate,tasklist,auth");
    environment.put("SERVER_ADDRESS", settings.bind());
    environment.put("SERVER_PORT", String.valueOf(ports.webApps()));
    environment.put("MANAGEMENT_SERVER_ADDRESS", LOOPBACK);
    environment.put("MANAGEMENT_SERVER_PORT", String.valueOf(ports.webAppsManagement()));
    environment.put("ZEEBE_GATEWAY_NETWORK_HOST", LOOPBACK);
    environment.put("ZEEBE_GATEWAY_CLUSTER_HOST", LOOPBACK);
    environment.put("ZEEBE_GATEWAY_CLUSTER_PORT", String.valueOf(ports.webAppsInternal()));
    environment.put(
        "ZEEBE_GATEWAY_CLUSTER_INITIALCONTACTPOINTS", LOOPBACK + ":" + ports.webAppsInternal());
    environment.put("CAMUNDA_DATABASE_TYPE", "opensearch");
    environment.put("CAMUNDA_DATABASE_URL", settings.searchUrl());
    environment.put(
        "CAMUNDA_TASKLIST_ZEEBE_RESTADDRESS", "http://" + LOOPBACK + ":" + ports.rest());
    for (String app : List.of("CAMUNDA_OPERATE_", "CAMUNDA_TASKLIST_")) {
      environment.put(app + "DATABASE", "opensearch");
      environment.put(app + "OPENSEARCH_URL", settings.searchUrl());
      environment.put(app + "ZEEBEOPENSEARCH_URL", settings.searchUrl());
      environment.put(app + "ZEEBE_GATEWAYADDRESS", gateway);
      // plain OpenSearch lacks the index management the archiver needs
      environment.put(app + "ARCHIVERENABLED", "false");
      environment.put(app + "IMPORTER_READERBACKOFF", "500");
      environment.put(app + "IMPORTER_SCHEDULERBACKOFF", "500");
      environment.put(app + "USERID", APPLICATION_ACCOUNT);
      environment.put(app + "PASSWORD", state.secret());
      environment.put(app + "DISPLAYNAME", "Hệ thống khen thưởng");
    }
    // until the first record of a kind is there, every reader complains twice a second
    environment.put("LOGGING_LEVEL_IO_CAMUNDA_TASKLIST_ZEEBEIMPORT", "ERROR");
    Path schema =
        TasklistSchema.mend(parts.camunda().resolve("lib"), state.directory("tasklist-schema"));
    return new Part(
        "webapps",
        java(
            768,
            schema + File.pathSeparator + parts.camundaClassPath(),
            "io.camunda.application.StandaloneCamunda"),
        environment);
  }

  Part mail() {
    Ports ports = settings.ports();
    return new Part(
        "mail",
        java(
            64,
            System.getProperty("java.class.path"),
            MailCatcher.class.getName(),
            settings.bind(),
            String.valueOf(ports.smtp()),
            String.valueOf(ports.mailPage()),
            state.directory("mail").toString()),
        Map.of());
  }

  /** The state directory among the arguments is how a leftover is recognised. */
  private List<String> java(
      int megabytes, String classPath, String mainClass, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Dapp.home=" + state.root(),
            "-Dfile.encoding=UTF-8",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            // a full collection for every doubling of the metaspace, otherwise
            "-XX:MetaspaceSize=160m",
            "-XX:+ExitOnOutOfMemoryError",
            "-Xms" + megabytes / 2 + "m",
            "-Xmx" + megabytes + "m",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            classPath,
            mainClass));
    command.addAll(List.of(arguments));
    return command;
  }
}
