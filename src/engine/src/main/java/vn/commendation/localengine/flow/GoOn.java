package vn.commendation.localengine.flow;

import org.operaton.bpm.engine.impl.interceptor.CommandContext;
import org.operaton.bpm.engine.impl.jobexecutor.JobHandler;
import org.operaton.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.operaton.bpm.engine.impl.persistence.entity.ExecutionEntity;

/** The job with which a stopped execution waits: executed once its incident is resolved. */
final class GoOn implements JobHandler<GoOn.Configuration> {

  static final String TYPE = "go-on";

  private final Activities activities;

  GoOn(Activities activities) {
    this.activities = activities;
  }

  record Configuration(Activities.Stop stop) implements JobHandlerConfiguration {
    @Override
    public String toCanonicalString() {
      return stop.name();
    }
  }

  @Override
  public String getType() {
    return TYPE;
  }

  @Override
  public void execute(
      Configuration configuration,
      ExecutionEntity execution,
      CommandContext commandContext,
      String tenantId) {
    try {
      activities.goOn(execution, configuration.stop());
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Configuration newConfiguration(String canonicalString) {
    return new Configuration(Activities.Stop.valueOf(canonicalString));
  }
}
