package vn.commendation.localengine.flow;

import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.Date;
import org.operaton.bpm.engine.OptimisticLockingException;
import org.operaton.bpm.engine.ProcessEnginePersistenceException;
import org.operaton.bpm.engine.impl.interceptor.Command;
import org.operaton.bpm.engine.impl.jobexecutor.DefaultFailedJobCommandFactory;
import org.operaton.bpm.engine.impl.util.ClockUtil;

/**
 * What becomes of a timer that could not fire: if the database was in the way it fires later; only
 * what would fail again is an incident.
 */
final class JobFailures extends DefaultFailedJobCommandFactory {

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final String NOBODY = "later";

  @Override
  public Command<Object> getCommand(String jobId, Throwable exception) {
    return isPassing(exception) ? later(jobId) : super.getCommand(jobId, exception);
  }

  private static boolean isPassing(Throwable exception) {
    for (var cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof OptimisticLockingException
          || cause instanceof ProcessEnginePersistenceException
          || cause instanceof SQLTransientException
          || cause instanceof SQLRecoverableException) {
        return true;
      }
    }
    return false;
  }

  /** The time it is due stays: a repeating timer counts from there. */
  private static Command<Object> later(String jobId) {
    return context -> {
      var job = context.getJobManager().findJobById(jobId);
      if (job != null) {
        job.setLockOwner(NOBODY);
        job.setLockExpirationTime(Date.from(ClockUtil.getCurrentTime().toInstant().plus(PAUSE)));
      }
      return null;
    };
  }
}
