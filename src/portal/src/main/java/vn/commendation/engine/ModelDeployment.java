package vn.commendation.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the models once the application is up, for as long as it takes: the portal works while
 * the engine is down, and commands wait until models and forms are there.
 */
@Component
class ModelDeployment {

  private static final Logger log = LoggerFactory.getLogger(ModelDeployment.class);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);

  private final CamundaClient camunda;
  private final EngineCluster cluster;
  private final ApplicationEventPublisher events;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("model-deployment").daemon().factory());
  private volatile boolean deployed;

  ModelDeployment(CamundaClient camunda, EngineCluster cluster, ApplicationEventPublisher events) {
    this.camunda = camunda;
    this.cluster = cluster;
    this.events = events;
  }

  /**
   * Lets a command pass once the models are deployed.
   *
   * @throws IllegalStateException until then; the command is tried again later
   */
  void requireDeployed() {
    if (!deployed) {
      throw new IllegalStateException("The models are not deployed yet");
    }
  }

  @Order(Ordered.HIGHEST_PRECEDENCE)
  @EventListener(ApplicationReadyEvent.class)
  void start() {
    executor.execute(() -> attempt(Duration.ofMillis(500)));
  }

  @EventListener(ContextClosedEvent.class)
  void stop() {
    executor.shutdownNow();
  }

  private void attempt(Duration pause) {
    try {
      renew();
      deployed = true;
      log.info("Models are deployed");
      events.publishEvent(new ModelsDeployed(this));
    } catch (IOException | RuntimeException e) {
      log.warn("Models not ready, next attempt in {}: {}", pause, e.getMessage());
      var next = pause.multipliedBy(2);
      executor.schedule(
          () -> attempt(next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE),
          pause.toMillis(),
          TimeUnit.MILLISECONDS);
    }
  }

  /** Meets the engine anew, which may be another one by now, and gives it the models. */
  void renew() throws IOException {
    cluster.recognise();
    deploy();
  }

  private void deploy() throws IOException {
    var command = camunda.newDeployResourceCommand();
    DeployResourceCommandStep2 models = null;
    for (var resource :
        new PathMatchingResourcePatternResolver().getResources("classpath:bpmn/*.*")) {
      // every step is the same command, which collects the resources
      models = command.addResourceBytes(resource.getContentAsByteArray(), resource.getFilename());
    }
    Objects.requireNonNull(models, "no models on the class path").send().join();
  }
}
