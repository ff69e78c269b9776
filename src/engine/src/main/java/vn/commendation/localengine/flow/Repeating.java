package vn.commendation.localengine.flow;

import java.util.Date;
import org.operaton.bpm.engine.impl.context.Context;
import org.operaton.bpm.engine.impl.interceptor.CommandContext;
import org.operaton.bpm.engine.impl.jobexecutor.TimerEventJobHandler.TimerJobConfiguration;
import org.operaton.bpm.engine.impl.jobexecutor.TimerExecuteNestedActivityJobHandler;
import org.operaton.bpm.engine.impl.jobexecutor.TimerStartEventJobHandler;
import org.operaton.bpm.engine.impl.jobexecutor.TimerStartEventSubprocessJobHandler;
import org.operaton.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.operaton.bpm.engine.impl.persistence.entity.TimerEntity;
import org.operaton.bpm.engine.impl.pvm.process.ActivityImpl;
import org.operaton.bpm.engine.impl.pvm.process.ActivityStartBehavior;
import vn.commendation.localengine.bpmn.ElementModel.Timer;

/**
 * Timers that fire more than once: when one fires, the next is made, from the time that one was due
 * and with one time less to go. Operaton's own repeating counts otherwise.
 */
final class Repeating {

  private static final String CYCLE = "$cycle~";

  private final Activities activities;

  Repeating(Activities activities) {
    this.activities = activities;
  }

  /** For boundary events. */
  TimerExecuteNestedActivityJobHandler ofBoundary() {
    return new TimerExecuteNestedActivityJobHandler() {
      @Override
      public TimerJobConfiguration newConfiguration(String text) {
        return Configuration.of(text);
      }

      @Override
      public void execute(
          TimerJobConfiguration configuration,
          ExecutionEntity execution,
          CommandContext commandContext,
          String tenantId) {
        var activity = activity(execution, configuration);
        repeat(execution, (Configuration) configuration, activity, activity.getId());
        super.execute(configuration, execution, commandContext, tenantId);
      }
    };
  }

  /** For start events of event sub-processes. */
  TimerStartEventSubprocessJobHandler ofEventSubProcess() {
    return new TimerStartEventSubprocessJobHandler() {
      @Override
      public TimerJobConfiguration newConfiguration(String text) {
        return Configuration.of(text);
      }

      @Override
      public void execute(
          TimerJobConfiguration configuration,
          ExecutionEntity execution,
          CommandContext commandContext,
          String tenantId) {
        var activity = activity(execution, configuration);
        for (var each : activity.getActivities()) {
          if (each.getActivityBehavior() instanceof EventStartBehavior) {
            repeat(execution, (Configuration) configuration, activity, each.getId());
          }
        }
        super.execute(configuration, execution, commandContext, tenantId);
      }
    };
  }

  /** For start events of processes, which keep what is left of their cycle in the job. */
  TimerStartEventJobHandler ofStart() {
    return new TimerStartEventJobHandler() {
      @Override
      public TimerJobConfiguration newConfiguration(String processId) {
        return new StartConfiguration(processId);
      }

      @Override
      public void execute(
          TimerJobConfiguration configuration,
          ExecutionEntity execution,
          CommandContext commandContext,
          String tenantId) {
        var job = (TimerEntity) commandContext.getCurrentJob();
        repeat(job);
        var definition =
            commandContext
                .getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(job.getProcessDefinitionId());
        definition
            .createProcessInstance(null, definition.findActivity(job.getActivityId()))
            .start();
      }
    };
  }

  private static void repeat(TimerEntity job) {
    if (job.getRepeat() == null) {
      return;
    }
    // Operaton has put the time of the deployment between
    var parts = job.getRepeat().split("/");
    var next = Timers.cycle(job.getRepeat(), parts[0] + "/" + parts[parts.length - 1]).next();
    if (next.times() != 0) {
      job.setRepeat(next.toString());
      job.createNewTimerJob(Date.from(next.after(job.getDuedate().toInstant())));
    }
  }

  private static ActivityImpl activity(
      ExecutionEntity execution, TimerJobConfiguration configuration) {
    return execution.getProcessDefinition().findActivity(configuration.getTimerElementKey());
  }

  private void repeat(
      ExecutionEntity execution, Configuration fired, ActivityImpl activity, String eventId) {
    var timer = activities.element(execution, eventId).timer();
    if (timer.kind() != Timer.Kind.CYCLE
        || activity.getActivityStartBehavior() != ActivityStartBehavior.CONCURRENT_IN_FLOW_SCOPE) {
      return;
    }
    var cycle =
        fired.cycle == null
            ? Timers.cycle(timer, activities.feel(), Variables.visible(execution))
            : Timers.cycle(fired.cycle, fired.cycle);
    var next = cycle.next();
    if (next.times() == 0) {
      return;
    }
    var job = (TimerEntity) Context.getCommandContext().getCurrentJob();
    job.setJobHandlerConfiguration(new Configuration(fired.getTimerElementKey(), next.toString()));
    job.createNewTimerJob(Date.from(next.after(job.getDuedate().toInstant())));
  }

  /** By its text Operaton finds the timers of a former version. */
  private static final class StartConfiguration extends TimerJobConfiguration {

    StartConfiguration(String processId) {
      this.timerElementKey = processId;
    }

    @Override
    public boolean isFollowUpJobCreated() {
      return true;
    }

    @Override
    public String toCanonicalString() {
      return timerElementKey;
    }
  }

  /** Which event, and what of its cycle is left. */
  private static final class Configuration extends TimerJobConfiguration {

    private final String cycle;

    Configuration(String elementId, String cycle) {
      this.timerElementKey = elementId;
      this.cycle = cycle;
    }

    static Configuration of(String text) {
      var cycle = text.indexOf(CYCLE);
      return cycle < 0
          ? new Configuration(text, null)
          : new Configuration(text.substring(0, cycle), text.substring(cycle + CYCLE.length()));
    }

    @Override
    public String toCanonicalString() {
      return cycle == null ? timerElementKey : timerElementKey + CYCLE + cycle;
    }
  }
}
