package vn.commendation.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.springframework.context.ApplicationContext;
import vn.commendation.engine.CaseInstances;
import vn.commendation.engine.CaseProcess;
import vn.commendation.engine.EngineInstances;

/** Takes the instance of a case away and gives it another one. */
class Losses {

  private final List<CaseProcess> processes;
  private final EngineInstances engine;
  private final CaseInstances instances;
  private final Rebuild rebuild;

  Losses(ApplicationContext application) {
    this.processes = application.getBeanProvider(CaseProcess.class).stream().toList();
    this.engine = application.getBean(EngineInstances.class);
    this.instances = application.getBean(CaseInstances.class);
    this.rebuild = application.getBean(Rebuild.class);
  }

  CaseProcess process(String id) {
    return processes.stream().filter(one -> one.processId().equals(id)).findFirst().orElseThrow();
  }

  /** The case loses its instance, once that stands where the case does. */
  void lose(String process, String businessId) {
    awaitRight(process, businessId);
    forget(process, businessId);
  }

  /** The case loses its instance, wherever that stands. */
  void forget(String process, String businessId) {
    engine.running(process(process), businessId).forEach(instance -> engine.cancel(instance.key()));
    assertThat(engine.running(process(process), businessId)).isEmpty();
  }

  /** The case is given an instance, once, however often that is asked for. */
  void rebuild(String process, String businessId) {
    assertThat(rebuild.mend(process(process), businessId)).isEqualTo(Outcome.REBUILT);
  }

  void loseAndRebuild(String process, String businessId) {
    lose(process, businessId);
    rebuild(process, businessId);
    awaitRight(process, businessId);
    assertThat(rebuild.mend(process(process), businessId)).isEqualTo(Outcome.RIGHT);
  }

  /** Waits until a case and its only instance agree. */
  void awaitRight(String process, String businessId) {
    await()
        .untilAsserted(
            () -> {
              var running = engine.running(process(process), businessId);
              assertThat(running).hasSize(1);
              assertThat(
                      Comparison.kind(
                          process(process),
                          process(process).find(businessId).orElseThrow(),
                          instances.of(businessId).orElse(null),
                          running))
                  .as("%s", running)
                  .isNull();
            });
  }

  /** Waits until a case and its instance have ended. */
  void awaitEnd(String process, String businessId) {
    await()
        .untilAsserted(
            () -> {
              assertThat(process(process).find(businessId)).isEmpty();
              assertThat(engine.running(process(process), businessId)).isEmpty();
            });
  }
}
