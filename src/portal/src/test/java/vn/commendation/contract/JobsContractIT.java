package vn.commendation.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static vn.commendation.platform.AtOnce.together;

import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.ServiceTaskBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rows 15 to 27: jobs. */
class JobsContractIT extends Contract {

  private static final Duration AN_HOUR = Duration.ofHours(1);

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/concepts/job-workers/#requesting-jobs">Requesting
   *     jobs</a>
   */
  @Test
  @DisplayName("15 a job has its type, retries, headers, deadline and the variables asked for")
  void shouldHaveWhatTheModelAndTheRequestSay() {
    deploy(
        Bpmn.createExecutableProcess(process)
            .startEvent()
            .serviceTask("work")
            .zeebeJobTypeExpression("\"" + work + "\"")
            .zeebeJobRetries("5")
            .zeebeTaskHeader("outcome", "AWARDED")
            .endEvent()
            .done());
    var instance = start(process, Map.of("a", 1, "b", 2));

    var jobs =
        client
            .newActivateJobsCommand()
            .jobType(work)
            .maxJobsToActivate(10)
            .timeout(AN_HOUR)
            .workerName("Ân")
            .fetchVariables("a", "missing")
            .requestTimeout(Duration.ofSeconds(5))
            .send()
            .join()
            .getJobs();

    assertThat(jobs)
        .singleElement()
        .satisfies(
            job -> {
              assertThat(job.getType()).isEqualTo(work);
              assertThat(job.getElementId()).isEqualTo("work");
              assertThat(job.getBpmnProcessId()).isEqualTo(process);
              assertThat(job.getProcessInstanceKey()).isEqualTo(instance);
              assertThat(job.getElementInstanceKey()).isPositive().isNotEqualTo(instance);
              assertThat(job.getRetries()).isEqualTo(5);
              assertThat(job.getCustomHeaders()).isEqualTo(Map.of("outcome", "AWARDED"));
              assertThat(job.getWorker()).isEqualTo("Ân");
              assertThat(job.getVariablesAsMap()).isEqualTo(Map.of("a", 1));
              assertThat(Instant.ofEpochMilli(job.getDeadline()))
                  .isCloseTo(Instant.now().plus(AN_HOUR), within(1, ChronoUnit.MINUTES));
            });
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/modeler/bpmn/service-tasks/#task-definition">Task
   *     definition</a>
   */
  @Test
  @DisplayName("15 a job has three retries where the model says nothing, and all variables unasked")
  void shouldHaveThreeRetriesAndAllVariables() {
    deploy(oneTask());
    start(process, Map.of("a", 1, "b", List.of("Ân", 2.5, true)));

    var job = job(work);

    assertThat(job.getRetries()).isEqualTo(3);
    assertThat(job.getVariablesAsMap()).isEqualTo(Map.of("a", 1, "b", List.of("Ân", 2.5, true)));
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/concepts/job-workers/#timeouts">Timeouts</a>
   */
  @Test
  @DisplayName("16 a job is not given twice before its deadline, and again after it")
  @Tag("clock")
  void shouldComeAgainAfterItsDeadline() {
    deploy(oneTask());
    start(process);
    var first = activateFor(AN_HOUR);

    context.increaseTime(Duration.ofMinutes(59));
    noJob(work);
    context.increaseTime(Duration.ofMinutes(2));

    var again = job(work);
    assertThat(again.getKey()).isEqualTo(first.getKey());
    assertThat(again.getRetries()).isEqualTo(first.getRetries());
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/concepts/job-workers/#timeout-update">Timeout
   *     update</a>
   */
  @Test
  @DisplayName("16 a deadline can be put off by who works on the job")
  @Tag("clock")
  void shouldPutOffADeadline() {
    deploy(oneTask());
    start(process);
    var job = activateFor(AN_HOUR);

    client.newUpdateTimeoutCommand(job).timeout(Duration.ofHours(3)).send().join();

    context.increaseTime(Duration.ofHours(2));
    noJob(work);
    context.increaseTime(Duration.ofMinutes(61));
    job(work);
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/concepts/job-workers/#timeouts">Timeouts</a>
   */
  @Test
  @DisplayName("17 the first completion counts, whichever worker; the second is NOT_FOUND")
  @Tag("clock")
  void shouldCountTheFirstCompletion() {
    deploy(oneTask());
    start(process);
    var slow = activateFor(AN_HOUR);
    context.increaseTime(Duration.ofMinutes(61));
    var quick = job(work);

    complete(slow, Map.of("by", "slow"));

    refused(
        client.newCompleteCommand(quick.getKey()).variables(Map.of("by", "quick")), "NOT_FOUND");
    assertThat(job(after).getVariable("by")).isEqualTo("slow");
    noJob(after);
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/concepts/job-workers/#timeouts">Timeouts</a>
   */
  @Test
  @DisplayName("17 a completion after the deadline counts while nobody else completed the job")
  @Tag("clock")
  void shouldCountALateCompletion() {
    deploy(oneTask());
    start(process);
    var slow = activateFor(AN_HOUR);
    context.increaseTime(Duration.ofMinutes(61));

    complete(slow, Map.of("by", "slow"));

    assertThat(job(after).getVariable("by")).isEqualTo("slow");
    noJob(work);
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/apis-tools/zeebe-api/gateway-service/#completejob-rpc">CompleteJob</a>
   */
  @Test
  @DisplayName("17 of several completions at once one counts, the others are NOT_FOUND")
  @SuppressWarnings("unchecked")
  void shouldCountOneOfManyCompletionsAtOnce() throws Exception {
    deploy(oneTask());
    start(process);
    var job = job(work);
    Callable<String> complete =
        () -> {
          try {
            complete(job);
            return "completed";
          } catch (RuntimeException e) {
            return status(e);
          }
        };

    var answers = together(complete, complete, complete, complete);

    assertThat(answers)
        .containsExactlyInAnyOrder("completed", "NOT_FOUND", "NOT_FOUND", "NOT_FOUND");
    job(after);
    noJob(after);
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/apis-tools/zeebe-api/gateway-service/#failjob-rpc">FailJob</a>
   */
  @Test
  @DisplayName("18 a job of an ended scope is NOT_FOUND, whatever is wanted of it")
  void shouldNotFindAJobOfAnEndedScope() {
    deploy(oneTask());
    var instance = start(process);
    var job = job(work).getKey();

    cancel(instance);

    refused(client.newCompleteCommand(job), "NOT_FOUND");
    refused(client.newFailCommand(job).retries(1), "NOT_FOUND");
    refused(client.newThrowErrorCommand(job).errorCode("late"), "NOT_FOUND");
    refused(client.newUpdateRetriesCommand(job).retries(1), "NOT_FOUND");
    refused(client.newUpdateTimeoutCommand(job).timeout(AN_HOUR), "NOT_FOUND");
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/concepts/job-workers/#completing-or-failing-jobs">Completing
   *     or failing jobs</a>
   */
  @Test
  @DisplayName("19 failed with retries and a back-off: not there before it has passed")
  @Tag("clock")
  void shouldWaitForTheBackOff() {
    deploy(oneTask());
    var instance = start(process);
    var job = job(work);
    client
        .newFailCommand(job.getKey())
        .retries(2)
        .retryBackoff(AN_HOUR)
        .errorMessage("mail server down")
        .send()
        .join();

    context.increaseTime(Duration.ofMinutes(59));
    noJob(work);
    context.increaseTime(Duration.ofMinutes(2));

    var again = job(work);
    assertThat(again.getKey()).isEqualTo(job.getKey());
    assertThat(again.getRetries()).isEqualTo(2);
    noIncident(instance);
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/concepts/job-workers/#completing-or-failing-jobs">Completing
   *     or failing jobs</a>
   */
  @Test
  @DisplayName("19 failed with retries and no back-off: there again at once")
  void shouldComeAgainAtOnce() {
    deploy(oneTask());
    start(process);
    var job = job(work);

    client.newFailCommand(job.getKey()).retries(1).variables(Map.of("tried", 1)).send().join();

    var again = job(work);
    assertThat(again.getKey()).isEqualTo(job.getKey());
    assertThat(again.getRetries()).isOne();
    assertThat(again.getVariable("tried")).isEqualTo(1);
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/concepts/incidents/#resolving-a-job-related-incident">Resolving
   *     a job-related incident</a>
   */
  @Test
  @DisplayName("20 failed to 0: an incident with job, element and message, until it is resolved")
  void shouldBeAnIncidentWithoutRetries() {
    deploy(oneTask());
    var instance = start(process);
    var job = job(work);
    client.newFailCommand(job.getKey()).retries(0).errorMessage("no paper left").send().join();

    var incident = incident(instance);
    assertThat(incident.getErrorType()).isEqualTo(IncidentErrorType.JOB_NO_RETRIES);
    assertThat(incident.getErrorMessage()).isEqualTo("no paper left");
    assertThat(incident.getElementId()).isEqualTo("work");
    assertThat(incident.getJobKey()).isEqualTo(job.getKey());
    noJob(work);

    client.newUpdateRetriesCommand(job.getKey()).retries(2).send().join();
    resolve(incident);

    var again = job(work);
    assertThat(again.getKey()).isEqualTo(job.getKey());
    assertThat(again.getRetries()).isEqualTo(2);
    noIncident(instance);
    complete(again);
    job(after);
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/modeler/bpmn/error-events/#error-boundary-events">Error
   *     boundary events</a>
   */
  @Test
  @DisplayName("21 a thrown error finds the boundary by its code, its variables arrive there")
  void shouldFindTheBoundaryByItsCode() {
    deploy(
        Bpmn.createExecutableProcess(process)
            .startEvent()
            .serviceTask("work", task -> task.zeebeJobType(work))
            .boundaryEvent("ineligible")
            .error("nomination.ineligible")
            .endEvent()
            .moveToActivity("work")
            .boundaryEvent("denied")
            .error("decision.denied")
            .serviceTask("after", task -> task.zeebeJobType(after))
            .endEvent()
            .moveToActivity("work")
            .endEvent()
            .done());
    start(process);
    var job = job(work).getKey();

    client
        .newThrowErrorCommand(job)
        .errorCode("decision.denied")
        .variables(Map.of("problem", "no quorum"))
        .send()
        .join();

    assertThat(job(after).getVariablesAsMap()).isEqualTo(Map.of("problem", "no quorum"));
    refused(client.newCompleteCommand(job), "NOT_FOUND");
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/modeler/bpmn/error-events/#catching-the-error">Catching
   *     the error</a>
   */
  @Test
  @DisplayName("21 a thrown error goes out to the scope that catches it, and what it maps arrives")
  void shouldGoOutToTheScopeThatCatchesTheError() {
    deploy(
        Bpmn.createExecutableProcess(process)
            .startEvent()
            .subProcess(
                "scope",
                scope ->
                    scope
                        .embeddedSubProcess()
                        .startEvent()
                        .serviceTask("work", task -> task.zeebeJobType(work))
                        .boundaryEvent("ineligible")
                        .error("nomination.ineligible")
                        .endEvent()
                        .moveToActivity("work")
                        .endEvent())
            .boundaryEvent("denied")
            .error("decision.denied")
            .zeebeOutputExpression("problem", "reason")
            .serviceTask("after", task -> task.zeebeJobType(after))
            .endEvent()
            .moveToActivity("scope")
            .endEvent()
            .done());
    start(process);

    client
        .newThrowErrorCommand(job(work).getKey())
        .errorCode("decision.denied")
        .variables(Map.of("problem", "no quorum", "noise", 1))
        .send()
        .join();

    assertThat(job(after).getVariablesAsMap()).isEqualTo(Map.of("reason", "no quorum"));
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/modeler/bpmn/error-events/#unhandled-errors">Unhandled
   *     errors</a>
   */
  @Test
  @DisplayName("21 a thrown error nobody catches is an incident")
  void shouldBeAnIncidentIfNobodyCatchesTheError() {
    deploy(oneTask());
    var instance = start(process);
    var job = job(work).getKey();

    client.newThrowErrorCommand(job).errorCode("unforeseen").send().join();

    var incident = incident(instance);
    assertThat(incident.getErrorType()).isEqualTo(IncidentErrorType.UNHANDLED_ERROR_EVENT);
    assertThat(incident.getElementId()).isEqualTo("work");
    assertThat(incident.getErrorMessage()).contains("unforeseen");
    noJob(work);
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/modeler/bpmn/message-events/#message-throw-events">Message
   *     throw events</a>
   */
  @Test
  @DisplayName("22 message end events are jobs, with headers")
  void shouldBeAJobAtTheEnd() {
    deploy(
        Bpmn.createExecutableProcess(process)
            .startEvent()
            .endEvent(
                "told",
                end ->
                    end.message("told")
                        .zeebeJobType(work)
                        .zeebeJobRetries("5")
                        .zeebeTaskHeader("outcome", "WITHDRAWN"))
            .done());
    var instance = start(process, Map.of("id", key));

    var job = job(work);

    assertThat(job.getElementId()).isEqualTo("told");
    assertThat(job.getRetries()).isEqualTo(5);
    assertThat(job.getCustomHeaders()).isEqualTo(Map.of("outcome", "WITHDRAWN"));
    assertThat(job.getVariablesAsMap()).isEqualTo(Map.of("id", key));
    waitsAt(instance, "told");
    complete(job);
    refused(client.newCancelInstanceCommand(instance), "NOT_FOUND");
  }

  /**
   * @see <a href="https://docs.camunda.io/docs/components/concepts/job-workers/#job-streaming">Job
   *     streaming</a>
   */
  @Test
  @DisplayName("23 a stream is pushed to, and pushed to again when a job failed")
  void shouldPushToAStream() throws Exception {
    deploy(oneTask());
    var pushed = new LinkedBlockingQueue<ActivatedJob>();
    var stream =
        client.newStreamJobsCommand().jobType(work).consumer(pushed::add).timeout(AN_HOUR).send();
    try {
      var job = firstPushed(pushed);
      client.newFailCommand(job.getKey()).retries(1).send().join();

      assertThat(pushed.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS))
          .returns(job.getKey(), ActivatedJob::getKey)
          .returns(1, ActivatedJob::getRetries);
    } finally {
      stream.cancel(true);
    }
  }

  /**
   * @see <a href="https://docs.camunda.io/docs/components/concepts/job-workers/#job-streaming">Job
   *     streaming</a>
   */
  @Test
  @DisplayName("23 what a stream or a poll that has gone would get is for others at once")
  void shouldGiveToOthersWhenAStreamOrPollHasGone() throws Exception {
    deploy(oneTask());
    var pushed = new LinkedBlockingQueue<ActivatedJob>();
    var stream =
        client.newStreamJobsCommand().jobType(work).consumer(pushed::add).timeout(AN_HOUR).send();
    firstPushed(pushed);
    stream.cancel(true);
    for (var i = 0; i < 10; i++) {
      var poll =
          client
              .newActivateJobsCommand()
              .jobType(work)
              .maxJobsToActivate(1)
              .timeout(AN_HOUR)
              .requestTimeout(PATIENCE)
              .send();
      // what is answered later on the same connection shows that the poll has come in
      client.newTopologyRequest().send().join();
      poll.cancel(true);

      var instance = start(process);

      assertThat(job(work).getProcessInstanceKey()).isEqualTo(instance);
    }
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/concepts/variables/#output-mappings">Output
   *     mappings</a>
   */
  @Test
  @DisplayName("24 with output mappings only what they name leaves")
  void shouldLetOutOnlyWhatIsMapped() {
    deploy(oneTask(task -> task.zeebeOutputExpression("result", "outcome")));
    var instance = start(process, Map.of("id", key));

    complete(job(work), Map.of("result", "AWARDED", "noise", 1));

    assertThat(job(after).getVariablesAsMap()).isEqualTo(Map.of("id", key, "outcome", "AWARDED"));
    soon(() -> assertThat(variablesOf(instance)).containsOnlyKeys("id", "outcome"));
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/concepts/variables/#variable-propagation">Variable
   *     propagation</a>
   */
  @Test
  @DisplayName("24 without, variables go to the nearest scope that has them, else the root")
  void shouldLetOutToTheScopeThatHasThem() {
    deploy(
        Bpmn.createExecutableProcess(process)
            .startEvent()
            .subProcess(
                "scope",
                scope ->
                    scope
                        .zeebeInputExpression("0", "local")
                        .embeddedSubProcess()
                        .startEvent()
                        .serviceTask("work", task -> task.zeebeJobType(work))
                        .serviceTask("after", task -> task.zeebeJobType(after))
                        .endEvent())
            .endEvent()
            .done());
    var instance = start(process, Map.of("global", 0));

    complete(job(work), Map.of("local", 1, "global", 2, "fresh", 3));

    job(after);
    soon(
        () ->
            assertThat(variablesOf(waitsAt(instance, "scope").getElementInstanceKey()))
                .isEqualTo(Map.of("local", "1")));
    soon(() -> assertThat(variablesOf(instance)).isEqualTo(Map.of("global", "2", "fresh", "3")));
  }

  /**
   * @see <a href="https://docs.camunda.io/docs/components/concepts/variables/#input-mappings">Input
   *     mappings</a>
   */
  @Test
  @DisplayName("25 input mappings make locals and change nothing outside")
  void shouldMakeLocals() {
    deploy(oneTask(task -> task.zeebeInputExpression("\"Mr \" + name", "name")));
    var instance = start(process, Map.of("name", "Ân"));

    var job = job(work);
    assertThat(job.getVariablesAsMap()).isEqualTo(Map.of("name", "Mr Ân"));
    complete(job, Map.of("name", "changed"));

    assertThat(job(after).getVariablesAsMap()).isEqualTo(Map.of("name", "Ân"));
    soon(() -> assertThat(variablesOf(instance)).isEqualTo(Map.of("name", "\"Ân\"")));
  }

  /**
   * @see <a href="https://docs.camunda.io/docs/self-managed/operational-guides/data-purge/">Data
   *     purge</a>
   */
  @Test
  @DisplayName("26 keys never repeat, not after a purge")
  @Tag("purge")
  void shouldNotRepeatKeysAfterAPurge() {
    var keys = new ArrayList<Long>();
    for (var round = 0; round < 3; round++) {
      keys.add(deploy(oneTask()).getProcesses().getFirst().getProcessDefinitionKey());
      keys.add(start(process));
      var job = job(work);
      keys.add(job.getKey());
      keys.add(job.getElementInstanceKey());

      purge();
    }

    assertThat(keys).doesNotHaveDuplicates();
  }

  /**
   * @see <a href="https://docs.camunda.io/docs/components/concepts/job-workers/#long-polling">Long
   *     polling</a>
   */
  @Test
  @DisplayName("27 a long poll answers when a job appears, or after its time")
  void shouldAnswerALongPoll() throws Exception {
    deploy(oneTask());
    var polling =
        client
            .newActivateJobsCommand()
            .jobType(work)
            .maxJobsToActivate(10)
            .requestTimeout(Duration.ofMinutes(10))
            .send();
    start(process);
    assertThat(polling.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).getJobs()).hasSize(1);

    var time = Duration.ofMillis(600);
    var began = System.nanoTime();
    assertThat(activate(work, 1, time)).isEmpty();
    assertThat(Duration.ofNanos(System.nanoTime() - began))
        .isBetween(time.minusMillis(50), PATIENCE);
  }

  /** A stream that is just being opened may miss what is there, and is pushed what comes. */
  private ActivatedJob firstPushed(LinkedBlockingQueue<ActivatedJob> pushed) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> {
              start(process);
              return pushed.poll(1, TimeUnit.SECONDS);
            },
            job -> job != null);
  }

  private ActivatedJob activateFor(Duration timeout) {
    return client
        .newActivateJobsCommand()
        .jobType(work)
        .maxJobsToActivate(1)
        .timeout(timeout)
        .requestTimeout(PATIENCE)
        .send()
        .join()
        .getJobs()
        .getFirst();
  }

  private BpmnModelInstance oneTask() {
    return oneTask(task -> {});
  }

  private BpmnModelInstance oneTask(Consumer<ServiceTaskBuilder> more) {
    return Bpmn.createExecutableProcess(process)
        .startEvent()
        .serviceTask("work", task -> more.accept(task.zeebeJobType(work)))
        .serviceTask("after", task -> task.zeebeJobType(after))
        .endEvent()
        .done();
  }
}
