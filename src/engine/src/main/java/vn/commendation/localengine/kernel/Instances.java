package vn.commendation.localengine.kernel;

/**
 * Holds a process instance until the transaction under way ends: who comes second waits, and then
 * sees what the first one did. Operaton reads an instance in several steps and finds out only at
 * its end that somebody else changed it; half of one state and half of another break it before.
 */
public final class Instances {

  private static final String OF =
      "select i.ID_ from %s x join ACT_RU_EXECUTION i on i.ID_ = x.PROC_INST_ID_"
          + " where x.ID_ = ? for update";

  private Instances() {}

  /** Holds the instance with this key, if there is one. */
  public static void hold(long key) {
    hold("select ID_ from ACT_RU_EXECUTION where ID_ = ? for update", Long.toString(key));
  }

  /** Holds the instance of a job. */
  public static void holdOfJob(long key) {
    LogContext.note(LogContext.JOB, Long.toString(key));
    hold(OF.formatted("ACT_RU_EXT_TASK"), Long.toString(key));
  }

  /** Holds the instance of a user task. */
  public static void holdOfTask(long key) {
    LogContext.note(LogContext.TASK, Long.toString(key));
    hold(OF.formatted("ACT_RU_TASK"), Long.toString(key));
  }

  /** Holds the instance of an execution. */
  public static void holdOfExecution(String id) {
    hold(OF.formatted("ACT_RU_EXECUTION"), id);
  }

  private static void hold(String sql, String id) {
    Sql.list(sql, row -> row.getString(1), id)
        .forEach(instance -> LogContext.note(LogContext.INSTANCE, instance));
  }
}
