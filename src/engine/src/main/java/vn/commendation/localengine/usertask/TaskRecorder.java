package vn.commendation.localengine.usertask;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.operaton.bpm.engine.delegate.TaskListener;
import org.operaton.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.operaton.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.operaton.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.operaton.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.operaton.bpm.engine.impl.context.Context;
import org.operaton.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.operaton.bpm.engine.impl.history.event.HistoryEvent;
import org.operaton.bpm.engine.impl.history.event.HistoryEventTypes;
import org.operaton.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.operaton.bpm.engine.impl.persistence.entity.TaskEntity;
import org.operaton.bpm.engine.impl.pvm.process.ActivityImpl;
import org.operaton.bpm.engine.impl.pvm.process.ScopeImpl;
import org.operaton.bpm.engine.impl.util.xml.Element;
import vn.commendation.localengine.bpmn.ElementModel;
import vn.commendation.localengine.bpmn.ProcessModels;
import vn.commendation.localengine.expression.Feel;
import vn.commendation.localengine.flow.Variables;

/**
 * Keeps the rows of user tasks, whoever changes a task: the interface, Operaton's Tasklist, an
 * event that cancels it.
 */
public final class TaskRecorder extends AbstractProcessEnginePlugin {

  private final ProcessModels models;
  private final Feel feel;
  private final Forms forms;

  public TaskRecorder(ProcessModels models, Feel feel, Forms forms) {
    this.models = models;
    this.feel = feel;
    this.forms = forms;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    var given = configuration.getCustomPostBPMNParseListeners();
    var listeners = new ArrayList<BpmnParseListener>(given == null ? List.of() : given);
    listeners.add(new Parsed());
    configuration.setCustomPostBPMNParseListeners(listeners);
    var history = configuration.getCustomHistoryEventHandlers();
    var handlers = new ArrayList<HistoryEventHandler>(history == null ? List.of() : history);
    handlers.add(new Migrated());
    configuration.setCustomHistoryEventHandlers(handlers);
  }

  private final class Parsed extends AbstractBpmnParseListener {
    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
      if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior behavior) {
        var definition = behavior.getTaskDefinition();
        definition.addBuiltInTaskListener(
            TaskListener.EVENTNAME_CREATE, recording(TaskRecorder.this::created));
        definition.addBuiltInTaskListener(
            TaskListener.EVENTNAME_UPDATE, recording(TaskRows::update));
        definition.addBuiltInTaskListener(
            TaskListener.EVENTNAME_COMPLETE, recording(TaskRecorder::completed));
        definition.addBuiltInTaskListener(
            TaskListener.EVENTNAME_DELETE, recording(TaskRows::cancel));
      }
    }
  }

  /** A task is of another definition when its instance is. */
  private static final class Migrated implements HistoryEventHandler {

    @Override
    public void handleEvent(HistoryEvent event) {
      if (event instanceof HistoricTaskInstanceEventEntity task
          && event.isEventOfType(HistoryEventTypes.TASK_INSTANCE_MIGRATE)) {
        TaskRows.migrate(task);
      }
    }

    @Override
    public void handleEvents(List<HistoryEvent> all) {
      all.forEach(this::handleEvent);
    }
  }

  private interface Recording {
    void of(TaskEntity task) throws SQLException;
  }

  private static TaskListener recording(Recording recording) {
    return task -> {
      try {
        recording.of((TaskEntity) task);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    };
  }

  private void created(TaskEntity task) throws SQLException {
    var definition = task.getProcessDefinitionId();
    var element = task.getTaskDefinitionKey();
    var model = models.of(definition);
    TaskRows.insert(
        task,
        new TaskRows.Details(
            forms.formOf(definition, element),
            externalForm(task, model.element(element)),
            model.headers(element)));
  }

  private String externalForm(TaskEntity task, ElementModel element) {
    var reference = element.userTask().externalReference();
    return reference == null
        ? null
        : feel.optionalText(reference, Variables.visible(task.getExecution()));
  }

  /** Who is logged in did it, whatever was claimed; through the interface it is the assignee. */
  private static void completed(TaskEntity task) throws SQLException {
    var user = Context.getCommandContext().getAuthenticatedUserId();
    TaskRows.complete(task, user == null ? task.getAssignee() : user);
  }
}
