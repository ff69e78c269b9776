package vn.commendation.localengine.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.apache.ibatis.transaction.TransactionFactory;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.operaton.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.operaton.bpm.dmn.feel.impl.juel.FeelEngineFactoryImpl;
import org.operaton.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.operaton.bpm.engine.impl.bpmn.parser.EventSubscriptionDeclaration;
import org.operaton.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.operaton.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import vn.commendation.localengine.kernel.LogContext;

/**
 * Operaton as the engine needs it. Ids are numbers, since they are the interface's keys; the whole
 * history is kept; variables are JSON. Parts add their behaviour before the engine is built.
 */
public final class EngineConfiguration extends StandaloneProcessEngineConfiguration {

  private static final int LONGEST_WAIT_MILLIS = 1_000;

  /** Each case takes about a hundred. */
  private static final int IDS_AT_ONCE = 1_000;

  public EngineConfiguration(DataSource dataSource) {
    setDataSource(dataSource);
    setTransactionFactory(transactions());
    setIdBlockSize(IDS_AT_ONCE);
    setDatabaseSchemaUpdate(DB_SCHEMA_UPDATE_TRUE);
    setHistory(HISTORY_FULL);
    setEnforceHistoryTimeToLive(false);
    // what has ended is removed elsewhere, with the engine's own tables; nor is it noted in
    // thirteen
    // of Operaton's, whenever an instance ends, when that may be
    setHistoryCleanupEnabled(false);
    setHistoryRemovalTimeStrategy(HISTORY_REMOVAL_TIME_STRATEGY_NONE);
    setHistoryCleanupStrategy(HISTORY_CLEANUP_STRATEGY_END_TIME_BASED);
    // a timer may lose against what somebody else does to its instance at the same time
    setDefaultNumberOfRetries(3);
    setLoggingContextProcessInstanceId(LogContext.INSTANCE);
    setLoggingContextActivityId(LogContext.ELEMENT);
    setLoggingContextActivityName(null);
    setLoggingContextApplicationName(null);
    setLoggingContextProcessDefinitionId(null);
    setLoggingContextTenantId(null);
    setLoggingContextEngineName(null);
    setMetricsEnabled(false);
    setTaskMetricsEnabled(false);
    setDbMetricsReporterActivate(false);
    setDefaultSerializationFormat(JsonValues.FORMAT);
    // nobody changes a value in place
    setImplicitVariableUpdateDetectionEnabled(false);
    setCustomPreVariableSerializers(new ArrayList<>(List.of(new JsonValues())));
    withoutDecisions();
    setJobExecutor(jobs());
    setJobExecutorActivate(false);
  }

  @Override
  protected void initSerialization() {
    super.initSerialization();
    var types = getVariableSerializers();
    var texts = new Texts();
    var usual = types.getSerializerByName(texts.getName());
    var index = types.getSerializerIndex(usual);
    types.removeSerializer(usual);
    types.addSerializer(texts, index);
  }

  /** A message starts an instance of every process that it starts; Operaton allows but one. */
  @Override
  protected BpmnDeployer getBpmnDeployer() {
    var usual = super.getBpmnDeployer();
    var deployer =
        new BpmnDeployer() {
          @Override
          protected boolean isSameMessageStartEventSubscriptionAlreadyPresent(
              EventSubscriptionDeclaration subscription, String tenantId) {
            return false;
          }
        };
    deployer.setExpressionManager(usual.getExpressionManager());
    deployer.setIdGenerator(usual.getIdGenerator());
    deployer.setBpmnParser(usual.getBpmnParser());
    return deployer;
  }

  /** Decisions are evaluated elsewhere; the default would load expressions of another version. */
  private void withoutDecisions() {
    setDmnEnabled(false);
    var decisions = new DefaultDmnEngineConfiguration();
    decisions.setFeelEngineFactory(new FeelEngineFactoryImpl());
    setDmnEngineConfiguration(decisions);
  }

  /** The pool's connections begin transactions by themselves, and are given back so. */
  private static TransactionFactory transactions() {
    var factory = new JdbcTransactionFactory();
    var properties = new Properties();
    properties.setProperty("skipSetAutoCommitOnClose", "true");
    factory.setProperties(properties);
    return factory;
  }

  private static DefaultJobExecutor jobs() {
    var jobs = new DefaultJobExecutor();
    jobs.setCorePoolSize(2);
    jobs.setMaxPoolSize(2);
    jobs.setQueueSize(8);
    // a timer nobody hinted at is late by no more than this
    jobs.setWaitTimeInMillis(LONGEST_WAIT_MILLIS);
    jobs.setMaxWait(LONGEST_WAIT_MILLIS);
    return jobs;
  }
}
