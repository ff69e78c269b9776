package vn.commendation.reliability;

import java.util.function.Predicate;

/**
 * Where the engine can be killed: at a method of it, when it is entered or when it has done its
 * work. Nothing of this is in the engine itself.
 */
public enum KillPoint {
  /** What was asked for is in the database, and who asked does not know. */
  AFTER_COMMIT(
      "org.operaton.bpm.engine.impl.db.sql.DbSqlSession",
      "commit",
      When.LEFT,
      60,
      thread -> thread.startsWith("grpc-") || thread.startsWith("http-")),

  /** The job is locked for a worker that has not got it. */
  PUSH("vn.commendation.localengine.job.Line", "give", When.ENTERED, 12),

  /** Some resources are written, others not; nothing is committed. */
  DEPLOYMENT("vn.commendation.localengine.deployment.DeploymentTables", "insert", When.ENTERED, 20),

  /** The message is kept, and the instance that takes it does not have it. */
  CORRELATION("vn.commendation.localengine.message.Correlation", "take", When.ENTERED, 8),

  /** A timer is fired; what follows is not committed. */
  TIMER(
      "org.operaton.bpm.engine.impl.persistence.entity.TimerEntity", "preExecute", When.ENTERED, 3),

  /** Some instances of the body are done, others not. */
  MULTI_INSTANCE("vn.commendation.localengine.flow.MultiInstance", "collect", When.LEFT, 6),

  /** A decision has its answer, and the instance has not. */
  DECISION("vn.commendation.localengine.decision.DecisionEngine", "evaluate", When.LEFT, 15),

  /** The task is done and the next steps are taken; nothing is committed. */
  USER_TASK("vn.commendation.localengine.flow.OperatonFlow", "completeTask", When.LEFT, 6);

  /** On which side of the method. */
  enum When {
    ENTERED,
    LEFT
  }

  final String type;
  final String method;
  final When when;

  /** Of so many passings one is chosen by the seed: more where it is passed more often. */
  final int most;

  private final Predicate<String> threads;

  KillPoint(String type, String method, When when, int most) {
    this(type, method, when, most, thread -> true);
  }

  /**
   * @param threads those that count, by their names
   */
  KillPoint(String type, String method, When when, int most, Predicate<String> threads) {
    this.type = type;
    this.method = method;
    this.when = when;
    this.most = most;
    this.threads = threads;
  }

  boolean counts(Thread thread) {
    return threads.test(thread.getName());
  }
}
