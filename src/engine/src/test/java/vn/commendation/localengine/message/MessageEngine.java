package vn.commendation.localengine.message;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.ExecutionListener;
import org.operaton.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.operaton.bpm.engine.impl.persistence.entity.ExternalTaskEntity;
import org.operaton.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.operaton.bpm.engine.impl.pvm.process.ActivityImpl;
import org.operaton.bpm.engine.impl.pvm.process.ScopeImpl;
import org.operaton.bpm.engine.impl.util.xml.Element;
import vn.commendation.localengine.flow.EventNames;
import vn.commendation.localengine.flow.Flow;
import vn.commendation.localengine.kernel.EngineEvents;
import vn.commendation.localengine.kernel.Keys;
import vn.commendation.localengine.kernel.Transactions;
import vn.commendation.localengine.store.Databases;
import vn.commendation.localengine.store.EngineConfiguration;
import vn.commendation.localengine.store.EngineSettings.Login;

/**
 * Operaton with processes that wait for messages, and no more of the local engine: the instances
 * are moved by Operaton itself, and what is done to them can be made to fail.
 */
final class MessageEngine implements AutoCloseable {

  final HikariDataSource database;
  final EngineConfiguration configuration;
  final ProcessEngine operaton;
  final Transactions transactions;
  volatile EngineEvents events = new EngineEvents();

  /** Called before an instance is started or moved on by a message. */
  volatile Runnable beforeDelivery = () -> {};

  MessageEngine(Login login) {
    database = Databases.pool("messages", login, 20);
    Databases.migrate(database);
    configuration = new EngineConfiguration(database);
    configuration.setProcessEngineName("messages-" + System.nanoTime());
    configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new Events())));
    operaton = configuration.buildProcessEngine();
    transactions = new Transactions(configuration);
  }

  /** Messages of a process that has just started. */
  Messages messages() {
    events = new EngineEvents();
    return new Messages(transactions, new OperatonFlow(), events);
  }

  /** What is told of a migration; the instance itself stays where it is. */
  void migrated(long instanceKey, String processId) {
    transactions.run(
        () -> events.instanceMigrated(new EngineEvents.InstanceMigrated(instanceKey, processId)));
  }

  private String deploy(String process, String body) {
    var xml =
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"
            xmlns:operaton="http://operaton.org/schema/1.0/bpmn">
          <message id="waited" name="${subscription}"/>
          %s
        </definitions>
        """
            .formatted(body.replace("PROCESS", process));
    return operaton
        .getRepositoryService()
        .createDeployment()
        .addString(process + ".bpmn", xml)
        .deployWithResult()
        .getDeployedProcessDefinitions()
        .getFirst()
        .getId();
  }

  /** Deploys: starts without a message, waits for one, then for a person. */
  String waiting(String process) {
    return deploy(
        process,
        """
        <process id="PROCESS" isExecutable="true">
          <startEvent id="start"/>
          <sequenceFlow id="f1" sourceRef="start" targetRef="catch"/>
          <intermediateCatchEvent id="catch">
            <messageEventDefinition messageRef="waited"/>
          </intermediateCatchEvent>
          <sequenceFlow id="f2" sourceRef="catch" targetRef="after"/>
          <userTask id="after"/>
        </process>
        """);
  }

  /** Deploys: starts by a message, waits for a person. */
  String startedBy(String process, String name) {
    return deploy(
        process,
        """
        <message id="started" name="NAME"/>
        <process id="PROCESS" isExecutable="true">
          <startEvent id="start"><messageEventDefinition messageRef="started"/></startEvent>
          <sequenceFlow id="f1" sourceRef="start" targetRef="after"/>
          <userTask id="after"/>
        </process>
        """
            .replace("NAME", name));
  }

  /** Deploys: starts by a message, waits for one, then for a person. */
  String aggregating(String process, String name) {
    return deploy(
        process,
        """
        <message id="started" name="NAME"/>
        <process id="PROCESS" isExecutable="true">
          <startEvent id="start"><messageEventDefinition messageRef="started"/></startEvent>
          <sequenceFlow id="f1" sourceRef="start" targetRef="catch"/>
          <intermediateCatchEvent id="catch">
            <messageEventDefinition messageRef="waited"/>
          </intermediateCatchEvent>
          <sequenceFlow id="f2" sourceRef="catch" targetRef="after"/>
          <userTask id="after"/>
        </process>
        """
            .replace("NAME", name));
  }

  /** Variables with which an instance waits for a message. */
  static Map<String, Object> waitingFor(String name, String key) {
    return Map.of("subscription", EventNames.of(name, key), "name", name, "key", key);
  }

  String start(String process, String name, String key) {
    return operaton
        .getRuntimeService()
        .startProcessInstanceByKey(process, waitingFor(name, key))
        .getId();
  }

  String startAtCatch(String definitionId, String name, String key) {
    return operaton
        .getRuntimeService()
        .createProcessInstanceById(definitionId)
        .startBeforeActivity("catch")
        .setVariables(waitingFor(name, key))
        .execute()
        .getId();
  }

  private final class Events implements BpmnParseListener {

    @Override
    public void parseIntermediateCatchEvent(
        Element element, ScopeImpl scope, ActivityImpl activity) {
      activity.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) this::opened);
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
      process.addListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) this::ended);
    }

    private void opened(DelegateExecution execution) {
      var name = (String) execution.getVariable("name");
      var key = (String) execution.getVariable("key");
      Transactions.afterCommit(
          () -> events.subscriptionOpened(new EngineEvents.SubscriptionOpened(name, key)));
    }

    private void ended(DelegateExecution execution) {
      var key = Keys.of(execution.getProcessInstanceId());
      Transactions.afterCommit(() -> events.instanceEnded(new EngineEvents.InstanceEnded("", key)));
    }
  }

  private final class OperatonFlow implements Flow {

    @Override
    public long startByMessage(
        String definitionId, String startElement, Map<String, Object> variables) {
      beforeDelivery.run();
      return Keys.of(
          operaton
              .getRuntimeService()
              .createProcessInstanceById(definitionId)
              .startBeforeActivity(startElement)
              .setVariables(variables)
              .execute()
              .getId());
    }

    @Override
    public void deliver(String executionId, String eventName, Map<String, Object> variables) {
      beforeDelivery.run();
      operaton.getRuntimeService().messageEventReceived(eventName, executionId, variables);
    }

    @Override
    public long create(
        String definitionId, Map<String, Object> variables, List<String> startElements) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void completeJob(ExternalTaskEntity job, Map<String, Object> variables) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean throwError(
        ExternalTaskEntity job, String errorCode, String message, Map<String, Object> variables) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void completeTask(long taskKey, Map<String, Object> variables) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void modify(long processInstanceKey, Modification modification) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void migrate(long processInstanceKey, MigrationPlan plan) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void cancel(long processInstanceKey) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void setVariables(
        long elementInstanceKey, Map<String, Object> variables, boolean local) {
      throw new UnsupportedOperationException();
    }
  }

  @Override
  public void close() {
    operaton.close();
    database.close();
  }
}
