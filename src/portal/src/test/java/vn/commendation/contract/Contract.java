package vn.commendation.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.CamundaClientBuilder;
import io.camunda.client.api.command.ClientHttpException;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.camunda.client.api.command.FinalCommandStep;
import io.camunda.client.api.command.PublishMessageCommandStep1.PublishMessageCommandStep3;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.response.DeploymentEvent;
import io.camunda.client.api.search.enums.ElementInstanceState;
import io.camunda.client.api.search.enums.IncidentState;
import io.camunda.client.api.search.response.ElementInstance;
import io.camunda.client.api.search.response.Incident;
import io.camunda.process.test.api.CamundaAssert;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.Process;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.assertj.core.api.AbstractStringAssert;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What the product relies on an engine to mean, asked through Camunda's public client alone. It is
 * the local engine that is asked, unless {@code -Dit.engine=} names another: see {@link
 * GivenEngine}. It is emptied after every test.
 *
 * <p>Tags say what a test needs beside the client: {@code clock} a clock that can be moved, {@code
 * purge} that the engine may be emptied in the middle of a test. {@code local} is what only the
 * local engine means so.
 */
@Tag("models")
abstract class Contract {

  /** Costs nothing while all is well, and a busy machine takes its time. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Long enough for what would come at once. */
  private static final Duration A_MOMENT = Duration.ofMillis(250);

  /** No key is that large. */
  static final long UNKNOWN = (1L << 51) - 1;

  static final ContractEngine ENGINE = new ContractEngine();

  /** Process Test looks for a field of this very type. */
  @RegisterExtension static final CamundaProcessTestExtension PROCESS_TEST = ENGINE;

  CamundaClient client;
  CamundaProcessTestContext context;

  // nobody else has these names, so that tests do not meet each other
  final String process = unique("process");
  final String work = unique("work");
  final String after = unique("after");
  final String message = unique("message");
  final String key = unique("key");

  @BeforeAll
  static void bePatient() {
    CamundaAssert.setAssertionTimeout(PATIENCE);
  }

  static CamundaClientBuilder connecting() {
    return ENGINE.client().defaultRequestTimeout(PATIENCE);
  }

  static String unique(String name) {
    return name + "-" + UUID.randomUUID().toString().substring(0, 8);
  }

  DeploymentEvent deploy(BpmnModelInstance... models) {
    var command = client.newDeployResourceCommand();
    for (var model : models) {
      command.addProcessModel(model, processId(model) + ".bpmn");
    }
    // every step is the same command, which collects the resources
    return ((DeployResourceCommandStep2) command).send().join();
  }

  private static String processId(BpmnModelInstance model) {
    return model.getModelElementsByType(Process.class).iterator().next().getId();
  }

  DeploymentEvent deploy(String file, String text) {
    return client.newDeployResourceCommand().addResourceStringUtf8(text, file).send().join();
  }

  long start(String process, Map<String, Object> variables) {
    return client
        .newCreateInstanceCommand()
        .bpmnProcessId(process)
        .latestVersion()
        .variables(variables)
        .send()
        .join()
        .getProcessInstanceKey();
  }

  long start(String process) {
    return start(process, Map.of());
  }

  void cancel(long instance) {
    client.newCancelInstanceCommand(instance).send().join();
  }

  PublishMessageCommandStep3 publishing(String message, String key) {
    return client
        .newPublishMessageCommand()
        .messageName(message)
        .correlationKey(key)
        .timeToLive(Duration.ofHours(1));
  }

  void publish(String message, String key, Map<String, Object> variables) {
    publishing(message, key).variables(variables).send().join();
  }

  /** The next job of a type, which must come. */
  ActivatedJob job(String type) {
    return jobs(type, 1).getFirst();
  }

  /** So many jobs must come. */
  List<ActivatedJob> jobs(String type, int count) {
    var jobs = new ArrayList<ActivatedJob>();
    await("%d jobs of type %s".formatted(count, type))
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .until(
            () -> {
              jobs.addAll(activate(type, count - jobs.size(), Duration.ofSeconds(5)));
              return jobs.size() == count;
            });
    return jobs;
  }

  /** There is no job of the type, and none comes at once. */
  void noJob(String type) {
    assertThat(activate(type, 1, A_MOMENT)).extracting(ActivatedJob::getElementId).isEmpty();
  }

  /** Locked for longer than a test moves the clock. */
  List<ActivatedJob> activate(String type, int most, Duration wait) {
    return client
        .newActivateJobsCommand()
        .jobType(type)
        .maxJobsToActivate(most)
        .timeout(Duration.ofDays(365))
        .requestTimeout(wait)
        .send()
        .join()
        .getJobs();
  }

  void complete(ActivatedJob job, Map<String, Object> variables) {
    client.newCompleteCommand(job.getKey()).variables(variables).send().join();
  }

  void complete(ActivatedJob job) {
    complete(job, Map.of());
  }

  /** An instance waits at an element, and what it waits for would be taken. */
  ElementInstance waitsAt(long instance, String element) {
    return eventually(
            "instance %d at %s".formatted(instance, element),
            () ->
                client
                    .newElementInstanceSearchRequest()
                    .filter(
                        filter ->
                            filter
                                .processInstanceKey(instance)
                                .elementId(element)
                                .state(ElementInstanceState.ACTIVE))
                    .send()
                    .join()
                    .items(),
            found -> !found.isEmpty())
        .getFirst();
  }

  /** The only open incident of an instance. */
  Incident incident(long instance) {
    return eventually(
            "incident of instance %d".formatted(instance),
            () -> incidents(instance, IncidentState.ACTIVE),
            found -> found.size() == 1)
        .getFirst();
  }

  void noIncident(long instance) {
    eventually(
        "end of the incidents of instance %d".formatted(instance),
        () -> incidents(instance, IncidentState.ACTIVE),
        List::isEmpty);
  }

  List<Incident> incidents(long instance, IncidentState state) {
    return client
        .newIncidentSearchRequest()
        .filter(filter -> filter.processInstanceKey(instance).state(state))
        .send()
        .join()
        .items();
  }

  void resolve(Incident incident) {
    client.newResolveIncidentCommand(incident.getIncidentKey()).send().join();
  }

  void set(long scope, Map<String, Object> variables) {
    client.newSetVariablesCommand(scope).variables(variables).send().join();
  }

  /** The variables of exactly one scope, with their values as JSON. */
  Map<String, String> variablesOf(long scope) {
    var variables = new TreeMap<String, String>();
    client
        .newVariableSearchRequest()
        .filter(filter -> filter.scopeKey(scope))
        .send()
        .join()
        .items()
        .forEach(variable -> variables.put(variable.getName(), variable.getValue()));
    return variables;
  }

  /** Empties the engine. */
  void purge() {
    var address =
        URI.create(ENGINE.management().toString().replaceAll("/$", "") + "/actuator/cluster/purge");
    try {
      var answer = send(HttpRequest.newBuilder(address).POST(BodyPublishers.noBody()).build());
      assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    eventually(
        "end of the purge",
        () -> client.newProcessDefinitionSearchRequest().send().join().items(),
        List::isEmpty);
  }

  static <T> T eventually(String what, Callable<T> look, Predicate<T> wanted) {
    return await(what).atMost(PATIENCE).pollDelay(Duration.ZERO).until(look, wanted::test);
  }

  /** What is searched for may be there a moment after the command that made it was answered. */
  static void soon(ThrowingRunnable look) {
    await().atMost(PATIENCE).pollDelay(Duration.ZERO).untilAsserted(look);
  }

  /**
   * A command must be refused.
   *
   * @param statuses those the documentation gives: names of gRPC codes, or numbers of HTTP
   * @return what was said
   */
  static AbstractStringAssert<?> refused(FinalCommandStep<?> command, String... statuses) {
    var thrown = catchThrowable(() -> command.send().join());
    assertThat(thrown).as("refusal with %s", Arrays.toString(statuses)).isNotNull();
    assertThat(statuses).as("%s", thrown.getMessage()).contains(status(thrown));
    return assertThat(thrown.getMessage());
  }

  static String status(Throwable thrown) {
    if (thrown instanceof ClientStatusException grpc) {
      return grpc.getStatusCode().name();
    }
    if (thrown instanceof ClientHttpException http) {
      return String.valueOf(http.code());
    }
    throw new AssertionError("no refusal", thrown);
  }

  /** For what the client cannot say. */
  HttpResponse<String> rest(String method, String path, String json) {
    var request = HttpRequest.newBuilder(restAddress(path));
    try {
      var credentials = client.getConfiguration().getCredentialsProvider();
      if (credentials != null) {
        credentials.applyCredentials(request::header);
      }
      request
          .header("Content-Type", "application/json")
          .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
      return send(request.build());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  URI restAddress(String path) {
    return URI.create(
        client.getConfiguration().getRestAddress().toString().replaceAll("/$", "") + path);
  }

  static HttpResponse<String> send(HttpRequest request) throws IOException {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(request, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
