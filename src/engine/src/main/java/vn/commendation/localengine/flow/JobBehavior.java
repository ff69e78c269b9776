package vn.commendation.localengine.flow;

import org.operaton.bpm.engine.impl.bpmn.behavior.ExternalTaskActivityBehavior;
import org.operaton.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.operaton.bpm.engine.impl.persistence.entity.ExternalTaskEntity;
import org.operaton.bpm.engine.impl.pvm.delegate.ActivityExecution;
import vn.commendation.localengine.kernel.EngineEvents;
import vn.commendation.localengine.kernel.Transactions;

/** An element done by a worker: a job is made, and the element is left when it is completed. */
final class JobBehavior extends ExternalTaskActivityBehavior implements Activities.Leaving {

  private final Activities activities;
  private final EngineEvents events;

  JobBehavior(Activities activities, EngineEvents events) {
    super(null, null);
    this.activities = activities;
    this.events = events;
  }

  @Override
  public void execute(ActivityExecution execution) throws Exception {
    activities.enter(execution, () -> create((ExecutionEntity) execution));
  }

  private void create(ExecutionEntity execution) {
    var job = activities.element(execution).job();
    var variables = Variables.visible(execution);
    var type = activities.feel().text(job.type(), variables);
    var retries = Numbers.whole(job.retries(), activities.feel().value(job.retries(), variables));
    ExternalTaskEntity.createAndInsert(execution, type, 0).setRetries(retries);
    Transactions.afterCommit(() -> events.jobAvailable(type));
  }

  @Override
  public void signal(ActivityExecution execution, String signalName, Object signalData) {
    leaveAgain(execution);
  }

  @Override
  public void leaveAgain(ActivityExecution execution) {
    activities.leave(execution, () -> leave(execution));
  }
}
