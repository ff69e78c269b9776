package vn.commendation.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yaml.snakeyaml.Yaml;
import vn.commendation.platform.LocalPlatform;
import vn.commendation.platform.LocalPlatformTest;

/** The alarms for Prometheus ask for figures there are. */
@LocalPlatformTest
class AlarmsIT {

  private static final Path ALARMS = Path.of("docker", "prometheus", "alarms.yaml");

  /** Names of figures, and not of functions, labels or their values. */
  private static final Pattern FIGURE =
      Pattern.compile("\\b(?:engine|commendation|hikaricp|jvm)_\\w+");

  /** Kinds of what waits in the portal. */
  private static final Pattern KIND = Pattern.compile("kind=\"([^\"]+)\"");

  @Autowired private CamundaClient camunda;
  @Autowired private List<MeterBinder> binders;

  @Test
  void shouldAskForFiguresThereAre(LocalPlatform platform) throws Exception {
    var process = "alarm-" + UUID.randomUUID();
    deploy(process);
    var waiting = start(process);
    var failing = start(process);
    try {
      // one of each, of which the engine knows the type from then on
      var job =
          camunda
              .newActivateJobsCommand()
              .jobType(process)
              .maxJobsToActivate(1)
              .timeout(Duration.ofMinutes(1))
              .send()
              .join()
              .getJobs()
              .getFirst();
      camunda.newFailCommand(job.getKey()).retries(0).send().join();

      var figures = engine(platform) + portal();

      var names = new TreeSet<String>();
      for (var alarm : alarms()) {
        var expression = (String) alarm.get("expr");
        FIGURE.matcher(expression).results().forEach(name -> names.add(name.group()));
        KIND.matcher(expression).results().forEach(kind -> names.add(kind.group()));
      }
      assertThat(names).hasSizeGreaterThan(10);
      assertThat(names).allSatisfy(name -> assertThat(figures).contains(name));
    } finally {
      camunda.newCancelInstanceCommand(waiting).send().join();
      camunda.newCancelInstanceCommand(failing).send().join();
    }
  }

  @Test
  void shouldSayOfEachAlarmWhatToDo() throws IOException {
    assertThat(alarms())
        .isNotEmpty()
        .allSatisfy(
            alarm -> {
              var says = (Map<?, ?>) alarm.get("annotations");
              assertThat(says.get("summary")).as("%s", alarm).asString().isNotBlank();
              assertThat(says.get("action")).as("%s", alarm).asString().isNotBlank();
            });
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> alarms() throws IOException {
    try (var file = Files.newBufferedReader(ALARMS)) {
      Map<String, List<Map<String, List<Map<String, Object>>>>> all = new Yaml().load(file);
      return all.get("groups").stream().flatMap(group -> group.get("rules").stream()).toList();
    }
  }

  private void deploy(String process) {
    camunda
        .newDeployResourceCommand()
        .addProcessModel(
            Bpmn.createExecutableProcess(process)
                .startEvent()
                .serviceTask("work", task -> task.zeebeJobType(process))
                .endEvent()
                .done(),
            process + ".bpmn")
        .send()
        .join();
  }

  private long start(String process) {
    return camunda
        .newCreateInstanceCommand()
        .bpmnProcessId(process)
        .latestVersion()
        .send()
        .join()
        .getProcessInstanceKey();
  }

  private String engine(LocalPlatform platform) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(
            URI.create(
                platform.management().toString().replaceAll("/$", "") + "/actuator/prometheus"));
    camunda.getConfiguration().getCredentialsProvider().applyCredentials(request::header);
    try (var http = HttpClient.newHttpClient()) {
      var answer = http.send(request.build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      return answer.body();
    }
  }

  /** As the application's own registry shows them, which tests of it have not. */
  private String portal() {
    var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    binders.forEach(binder -> binder.bindTo(registry));
    return registry.scrape();
  }
}
