package vn.commendation.localengine.flow;

import org.operaton.bpm.engine.impl.bpmn.behavior.EventSubProcessStartEventActivityBehavior;
import org.operaton.bpm.engine.impl.pvm.delegate.ActivityExecution;

/** The start event of an event sub-process, with what came with the event. */
final class EventStartBehavior extends EventSubProcessStartEventActivityBehavior
    implements Activities.Leaving {

  private final Activities activities;

  EventStartBehavior(Activities activities) {
    this.activities = activities;
  }

  @Override
  public void execute(ActivityExecution execution) {
    leaveAgain(execution);
  }

  @Override
  public void leaveAgain(ActivityExecution execution) {
    activities.leave(execution, () -> leave(execution));
  }
}
