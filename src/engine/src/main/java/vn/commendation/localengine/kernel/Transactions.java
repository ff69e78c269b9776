package vn.commendation.localengine.kernel;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.LongAdder;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.operaton.bpm.engine.impl.cfg.TransactionState;
import org.operaton.bpm.engine.impl.cfg.standalone.StandaloneTransactionContext;
import org.operaton.bpm.engine.impl.context.Context;
import org.operaton.bpm.engine.impl.interceptor.CommandContext;

/**
 * Operaton's transactions, for the engine's own tables too: what is written here and what Operaton
 * writes is committed together or not at all.
 */
public final class Transactions {

  /** Work on the connection of the transaction. */
  public interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  private final ProcessEngineConfigurationImpl configuration;
  private final LongAdder commits = new LongAdder();
  private final LongAdder rollbacks = new LongAdder();

  public Transactions(ProcessEngineConfigurationImpl configuration) {
    this.configuration = configuration;
    configuration.setTransactionContextFactory(WithSql::new);
  }

  /**
   * Ends the transaction even where Operaton wrote nothing itself: it leaves that out then, and
   * others' writes would be lost when the connection goes back to the pool.
   */
  private final class WithSql extends StandaloneTransactionContext {

    private boolean used;

    WithSql(CommandContext context) {
      super(context);
    }

    Connection connection() {
      var session = commandContext.getDbSqlSession().getSqlSession();
      if (!used) {
        used = true;
        addTransactionListener(TransactionState.COMMITTING, context -> session.commit(true));
        addTransactionListener(TransactionState.ROLLINGBACK, context -> session.rollback(true));
      }
      return session.getConnection();
    }

    @Override
    public void commit() {
      super.commit();
      commits.increment();
    }

    @Override
    public void rollback() {
      super.rollback();
      rollbacks.increment();
    }
  }

  /**
   * Runs work in one transaction, joining the one that is under way on this thread. Operaton's
   * services called within join it, too. It is the engine's own work, whoever is logged in on this
   * thread.
   */
  public <T> T call(Callable<T> work) {
    return configuration
        .getCommandExecutorTxRequired()
        .execute(context -> context.runWithoutAuthorization(work));
  }

  public void run(Runnable work) {
    call(
        () -> {
          work.run();
          return null;
        });
  }

  /** Runs SQL in the transaction under way on this thread, or in one of its own. */
  public <T> T sql(Work<T> work) {
    return call(() -> work.on(connection()));
  }

  /** The connection of the transaction under way. What Operaton has not flushed is not there. */
  public static Connection connection() {
    return ((WithSql) Context.getCommandContext().getTransactionContext()).connection();
  }

  /** How many were committed, also those that only read. */
  public long commits() {
    return commits.sum();
  }

  /** How many were undone. */
  public long rollbacks() {
    return rollbacks.sum();
  }

  /** Runs something on this thread once the transaction under way is committed. */
  public static void afterCommit(Runnable action) {
    Context.getCommandContext()
        .getTransactionContext()
        .addTransactionListener(TransactionState.COMMITTED, context -> action.run());
  }

  /** A new key; never given twice, not after a purge or a restart either. */
  public long nextKey() {
    return Long.parseLong(configuration.getIdGenerator().getNextId());
  }
}
