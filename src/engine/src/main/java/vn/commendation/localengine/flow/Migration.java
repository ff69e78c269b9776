package vn.commendation.localengine.flow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.operaton.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.operaton.bpm.engine.impl.bpmn.parser.EventSubscriptionDeclaration;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.operaton.bpm.engine.impl.context.Context;
import org.operaton.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.operaton.bpm.engine.impl.migration.MigrateProcessInstanceCmd;
import org.operaton.bpm.engine.impl.migration.MigrationInstructionImpl;
import org.operaton.bpm.engine.impl.migration.MigrationPlanExecutionBuilderImpl;
import org.operaton.bpm.engine.impl.migration.MigrationPlanImpl;
import org.operaton.bpm.engine.impl.migration.instance.EmergingJobInstance;
import org.operaton.bpm.engine.impl.migration.instance.MigratingActivityInstance;
import org.operaton.bpm.engine.impl.migration.instance.MigratingJobInstance;
import org.operaton.bpm.engine.impl.migration.instance.parser.ActivityInstanceJobHandler;
import org.operaton.bpm.engine.impl.migration.instance.parser.EventSubscriptionInstanceHandler;
import org.operaton.bpm.engine.impl.migration.instance.parser.MigratingInstanceParseContext;
import org.operaton.bpm.engine.impl.migration.instance.parser.MigratingInstanceParser;
import org.operaton.bpm.engine.impl.migration.validation.instance.MigratingProcessInstanceValidationReportImpl;
import org.operaton.bpm.engine.impl.persistence.entity.JobEntity;
import org.operaton.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.operaton.bpm.engine.impl.pvm.PvmActivity;
import org.operaton.bpm.engine.impl.pvm.process.ActivityImpl;
import org.operaton.bpm.engine.impl.pvm.process.ActivityStartBehavior;
import org.operaton.bpm.engine.impl.pvm.process.ScopeImpl;
import org.operaton.bpm.engine.runtime.ActivityInstance;
import vn.commendation.localengine.bpmn.ProcessModels;
import vn.commendation.localengine.flow.MigrationCheck.Side;
import vn.commendation.localengine.kernel.EngineEvents;
import vn.commendation.localengine.kernel.EngineEvents.InstanceMigrated;
import vn.commendation.localengine.kernel.Refusal;
import vn.commendation.localengine.kernel.Sql;

/**
 * Moves running instances to another definition: Operaton's own migration, with Camunda 8's meaning
 * where the two differ. What stopped with an incident migrates too; events are opened where no
 * instruction leads to them and nothing interrupted their scope; jobs stay as they were made.
 *
 * @see <a
 *     href="https://docs.camunda.io/docs/components/concepts/process-instance-migration/">Process
 *     instance migration</a>
 */
final class Migration {

  private final ProcessEngineConfigurationImpl configuration;
  private final ProcessModels models;
  private final EngineEvents events;

  Migration(
      ProcessEngineConfigurationImpl configuration, ProcessModels models, EngineEvents events) {
    this.configuration = configuration;
    this.models = models;
    this.events = events;
  }

  /**
   * Migrates an instance that nobody else changes meanwhile, in the transaction under way.
   *
   * @throws Refusal INVALID_ARGUMENT, FAILED_PRECONDITION; then the transaction must not go on
   */
  void migrate(long key, Flow.MigrationPlan wished) {
    var id = Long.toString(key);
    var tree = configuration.getRuntimeService().getActivityInstance(id);
    var source = definition(tree.getProcessDefinitionId());
    var target = definition(wished.definitionId());
    var active = new LinkedHashSet<String>();
    collect(tree, active);
    active.remove(source.getId());
    var taken = taken(key);
    var mapped =
        new MigrationCheck(key, side(source), side(target)).check(wished.mappings(), active, taken);

    var jobs = new JobHeaders(models);
    var headers = jobs.remembered(id);
    FlowSession.current().migrating();
    new Command(plan(source, target, mapped))
        .migrateProcessInstance(Context.getCommandContext(), id, null, target, true);
    var failure = FlowSession.current().failure();
    if (failure != null) {
      throw Refusal.state(
          "Expected to migrate process instance '%d' but an event cannot be waited for: %s"
              .formatted(key, failure.getMessage()));
    }
    jobs.keep(headers);
    rename(key, taken, mapped);
    if (!source.getKey().equals(target.getKey())) {
      events.instanceMigrated(new InstanceMigrated(key, target.getKey()));
    }
  }

  private ProcessDefinitionEntity definition(String id) {
    return configuration.getDeploymentCache().findDeployedProcessDefinitionById(id);
  }

  private Side side(ProcessDefinitionEntity definition) {
    return new Side(models.of(definition.getId()), definition.getKey());
  }

  private static void collect(ActivityInstance instance, Set<String> elements) {
    elements.add(Activities.elementId(instance.getActivityId()));
    for (var child : instance.getChildActivityInstances()) {
      collect(child, elements);
    }
  }

  /** A multi-instance element is two activities of Operaton's. */
  private MigrationPlanImpl plan(
      ProcessDefinitionEntity source, ProcessDefinitionEntity target, Map<String, String> mapped) {
    var plan = new MigrationPlanImpl(source.getId(), target.getId());
    var model = models.of(source.getId());
    mapped.forEach(
        (from, to) -> {
          if (source.findActivity(from) == null) {
            return;
          }
          plan.getInstructions().add(new MigrationInstructionImpl(from, to));
          if (model.element(from).loop() != null) {
            plan.getInstructions()
                .add(
                    new MigrationInstructionImpl(
                        BpmnParse.getIdForMiBody(from), BpmnParse.getIdForMiBody(to)));
          }
        });
    return plan;
  }

  private static Set<String> taken(long key) {
    return Set.copyOf(
        Sql.list(
            "select sequence_flow_id from ENG_SEQUENCE_FLOW where process_instance_key = ?",
            row -> row.getString(1),
            key));
  }

  /** Sequence flows that were taken are those of the new model, as far as they are mapped. */
  private static void rename(long key, Set<String> taken, Map<String, String> mapped) {
    var renamed = taken.stream().filter(mapped::containsKey).toList();
    renamed.forEach(
        flow ->
            Sql.update(
                "delete from ENG_SEQUENCE_FLOW where process_instance_key = ?"
                    + " and sequence_flow_id = ?",
                key,
                flow));
    renamed.forEach(flow -> FlowSession.current().take(key, mapped.get(flow)));
  }

  /** Operaton's migration of one instance, which was looked at before. */
  private final class Command extends MigrateProcessInstanceCmd {

    private final MigrationPlanImpl plan;

    Command(MigrationPlanImpl plan) {
      super(new MigrationPlanExecutionBuilderImpl(null, plan), true);
      this.plan = plan;
    }

    @Override
    public Void migrateProcessInstance(
        org.operaton.bpm.engine.impl.interceptor.CommandContext context,
        String instanceId,
        org.operaton.bpm.engine.migration.MigrationPlan ignored,
        ProcessDefinitionEntity target,
        boolean skipJavaSerializationFormatCheck) {
      var report = new MigratingProcessInstanceValidationReportImpl();
      var migrating = new Parser(new Opening(plan, target)).parse(instanceId, plan, report);
      if (report.hasFailures()) {
        throw Refusal.state(
            "Expected to migrate process instance '%s' but it is not in a wait state: %s"
                .formatted(instanceId, report.getFailures()));
      }
      executeInContext(
          () -> deleteUnmappedActivityInstances(migrating), migrating.getSourceDefinition());
      executeInContext(() -> migrateProcessInstance(migrating), migrating.getTargetDefinition());
      return null;
    }
  }

  /** Which events are opened that were not waited for. */
  private record Opening(Set<String> mapped, ProcessDefinitionEntity target) {

    Opening(MigrationPlanImpl plan, ProcessDefinitionEntity target) {
      this(new HashSet<>(), target);
      plan.getInstructions().forEach(each -> mapped.add(each.getTargetActivityId()));
    }

    boolean opens(MigratingActivityInstance owner, String eventId) {
      return !mapped.contains(eventId)
          && !(isStart(target.findActivity(eventId)) && isInterrupted(owner));
    }

    private static boolean isStart(ActivityImpl event) {
      return event.getFlowScope() instanceof ActivityImpl scope && scope.isTriggeredByEvent();
    }

    private static boolean isInterrupted(MigratingActivityInstance owner) {
      var source = owner.getSourceScope().getProcessDefinition();
      for (var child : owner.getActivityInstance().getChildActivityInstances()) {
        var activity = source.findActivity(child.getActivityId());
        if (activity.isTriggeredByEvent()
            && activity.getActivityStartBehavior() == ActivityStartBehavior.INTERRUPT_EVENT_SCOPE) {
          return true;
        }
      }
      return false;
    }
  }

  private final class Parser extends MigratingInstanceParser {

    Parser(Opening opening) {
      super(configuration.getProcessEngine());
      dependentActivityInstanceJobHandler = new JobsOfActivity(opening);
      dependentEventSubscriptionHandler = new SubscriptionsOfActivity(opening);
    }
  }

  private static final class SubscriptionsOfActivity extends EventSubscriptionInstanceHandler {

    private final Opening opening;

    SubscriptionsOfActivity(Opening opening) {
      this.opening = opening;
    }

    @Override
    protected void addEmergingEventSubscriptions(
        MigratingActivityInstance owner, Map<String, EventSubscriptionDeclaration> declarations) {
      declarations.keySet().removeIf(event -> !opening.opens(owner, event));
      super.addEmergingEventSubscriptions(owner, declarations);
    }
  }

  private static final class JobsOfActivity extends ActivityInstanceJobHandler {

    private final Opening opening;

    JobsOfActivity(Opening opening) {
      this.opening = opening;
    }

    @Override
    public void handle(
        MigratingInstanceParseContext context,
        MigratingActivityInstance activity,
        List<JobEntity> jobs) {
      super.handle(context, activity, jobs);
      var execution = activity.resolveRepresentativeExecution();
      if (!activity.getSourceScope().getId().equals(execution.getActivityId())) {
        return;
      }
      for (var job : new ArrayList<>(execution.getJobs())) {
        if (GoOn.TYPE.equals(job.getJobHandlerType())) {
          var parked = new Parked(job, activity.getTargetScope());
          activity.addMigratingDependentInstance(parked);
          context.submit(parked);
          context.consume(job);
        }
      }
    }

    @Override
    protected void addEmergingTimerJobs(
        MigratingInstanceParseContext context,
        MigratingActivityInstance owner,
        Map<String, TimerDeclarationImpl> before,
        Map<String, TimerDeclarationImpl> declarations) {
      declarations.forEach(
          (event, declaration) -> {
            if (opening.opens(owner, event)) {
              owner.addEmergingDependentInstance(new EmergingJobInstance(declaration));
            }
          });
    }
  }

  /** An execution that stopped with an incident. */
  private static final class Parked extends MigratingJobInstance {

    Parked(JobEntity job, ScopeImpl target) {
      super(job, null, target);
    }

    @Override
    public void migrateState() {
      super.migrateState();
      // Operaton leaves out what usually has something else at work within
      jobEntity.getExecution().setActivity((PvmActivity) targetScope);
    }

    @Override
    protected void migrateJobHandlerConfiguration() {
      // where it stopped is the same
    }
  }
}
