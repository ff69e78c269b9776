package vn.commendation.scheduling;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.MDC;

/**
 * Which case, instance, job or durable task the lines of the log are about while something is done
 * about it. Keys and ids only: what tells of people does not belong into a log.
 */
public final class LogContext {

  /** Id of a case, batch, campaign or revocation. */
  public static final String CASE = "case";

  /** Key of a process instance. */
  public static final String INSTANCE = "instance";

  /** Key of a job. */
  public static final String JOB = "job";

  /** Type of a job. */
  public static final String TYPE = "type";

  /** Key of a user task. */
  public static final String USER_TASK = "userTask";

  /** Name and id of a durable task. */
  public static final String TASK = "task";

  private final List<MDC.MDCCloseable> notes = new ArrayList<>();

  private LogContext() {}

  /** Begins with one. */
  public static LogContext of(String name, Object value) {
    return new LogContext().and(name, value);
  }

  /** Adds one; nothing for null. */
  public LogContext and(String name, Object value) {
    if (value != null) {
      notes.add(MDC.putCloseable(name, value.toString()));
    }
    return this;
  }

  /** Does something and forgets what was noted for it. */
  public <T> T during(Supplier<T> work) {
    try {
      return work.get();
    } finally {
      notes.forEach(MDC.MDCCloseable::close);
    }
  }

  public void during(Runnable work) {
    during(
        () -> {
          work.run();
          return null;
        });
  }
}
