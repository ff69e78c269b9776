package vn.commendation.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientHttpException;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.MigrationPlan;
import io.camunda.client.api.command.MigrationPlan.MigrationPlanBuilderFinalStep;
import io.camunda.client.api.search.enums.ElementInstanceType;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.response.ProcessDefinition;
import io.grpc.Status.Code;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.commendation.engine.ProcessMigration.InstanceStatus;
import vn.commendation.engine.ProcessMigration.Problem;
import vn.commendation.engine.ProcessMigration.Status;
import vn.commendation.storage.Utc;

/**
 * Does what {@link ProcessMigrations} wrote. After a crash it begins again where it was: a check as
 * a whole, a move with the instances that are left.
 */
@Component
class ProcessMigrationRunner {

  /** Answers that the same command will get again however often it is sent. */
  private static final Set<Code> REFUSED =
      Set.of(Code.INVALID_ARGUMENT, Code.FAILED_PRECONDITION, Code.UNIMPLEMENTED);

  private final CamundaClient camunda;
  private final EngineInstances instances;
  private final ModelDeployment models;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final EngineJson json;
  private final Clock clock;

  ProcessMigrationRunner(
      CamundaClient camunda,
      EngineInstances instances,
      ModelDeployment models,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      EngineJson json,
      Clock clock) {
    this.camunda = camunda;
    this.instances = instances;
    this.models = models;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.json = json;
    this.clock = clock;
  }

  private record Asked(
      String id, String processId, Map<String, String> renamed, Status status, Long targetKey) {}

  /** Where an instance stands. */
  private record Standing(long instance, int version, Set<String> elements) {}

  private record Ready(long processInstanceKey, int version) {}

  /** That it cannot be done for any instance; the text is for whoever asked. */
  private static final class Impossible extends RuntimeException {

    private Impossible(String message) {
      super(message);
    }
  }

  void run(String id) {
    // the newest version is that of this product, not of the one before
    models.requireDeployed();
    var asked = asked(id);
    try {
      if (asked.status() == Status.CHECKING) {
        check(asked);
      } else if (asked.status() == Status.MOVING) {
        move(asked);
      }
    } catch (Impossible e) {
      end(asked, Status.FAILED, e.getMessage());
    }
  }

  private Asked asked(String id) {
    return jdbc.sql("select * from process_migration where id = ?")
        .param(id)
        .query(
            (row, n) ->
                new Asked(
                    id,
                    row.getString("process_id"),
                    json.read(row.getString("renamed"), ProcessMigrations.Renamed.class).elements(),
                    Status.valueOf(row.getString("status")),
                    row.getObject("target_key", Long.class)))
        .single();
  }

  private void check(Asked asked) {
    var versions = versions(asked.processId());
    var target = versions.getFirst();
    var elements = elements(target);
    asked
        .renamed()
        .values()
        .forEach(
            now -> {
              if (!elements.byId().containsKey(now)) {
                throw new Impossible(
                    "Version %d has no element %s".formatted(target.getVersion(), now));
              }
            });
    var lines = new ArrayList<Object[]>();
    for (var version : versions.subList(1, versions.size())) {
      var before = elements(version);
      standing(version).forEach(standing -> lines.add(line(asked, standing, before, elements)));
    }
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("delete from process_migration_instance where migration_id = ?")
              .param(asked.id())
              .update();
          lines.forEach(
              line ->
                  jdbc.sql(
                          """
                          insert into process_migration_instance
                            (migration_id, process_instance_key, version, elements, status,
                             problem, detail)
                          values (?, ?, ?, left(?, 1000), ?, ?, ?)""")
                      .params(line)
                      .update());
          jdbc.sql("update process_migration set target_key = ?, target_version = ? where id = ?")
              .params(target.getProcessDefinitionKey(), target.getVersion(), asked.id())
              .update();
          end(asked, Status.CHECKED, null);
        });
  }

  private static Object[] line(
      Asked asked, Standing standing, ModelElements before, ModelElements target) {
    Problem problem = null;
    String where = null;
    for (var element : standing.elements()) {
      var found = before.problem(element, target, asked.renamed());
      if (found.isPresent()) {
        problem = found.get();
        where = element;
        break;
      }
    }
    return new Object[] {
      asked.id(),
      standing.instance(),
      standing.version(),
      String.join(", ", standing.elements()),
      (problem == null ? InstanceStatus.READY : InstanceStatus.BLOCKED).name(),
      problem == null ? null : problem.name(),
      where
    };
  }

  /** The instances of a version that run, and where they stand. */
  private List<Standing> standing(ProcessDefinition version) {
    var elements = new HashMap<Long, Set<String>>();
    var key = version.getProcessDefinitionKey();
    instances
        .active(filter -> filter.processDefinitionKey(key))
        .forEach(instance -> elements.put(instance.getProcessInstanceKey(), new TreeSet<>()));
    instances.activeElements(filter -> filter.processDefinitionKey(key)).stream()
        .filter(element -> element.getType() != ElementInstanceType.PROCESS)
        .filter(element -> elements.containsKey(element.getProcessInstanceKey()))
        .forEach(
            element -> elements.get(element.getProcessInstanceKey()).add(element.getElementId()));
    return elements.entrySet().stream()
        .map(entry -> new Standing(entry.getKey(), version.getVersion(), entry.getValue()))
        .toList();
  }

  private void move(Asked asked) {
    var versions = versions(asked.processId());
    var target = versions.getFirst();
    if (asked.targetKey() != target.getProcessDefinitionKey()) {
      throw new Impossible("Version %d is newer: check again".formatted(target.getVersion()));
    }
    var elements = elements(target);
    var plans = new HashMap<Integer, MigrationPlan>();
    for (var ready : ready(asked)) {
      var plan =
          plans.computeIfAbsent(
              ready.version(),
              number ->
                  versions.stream()
                      .filter(version -> version.getVersion() == number)
                      .findFirst()
                      .map(version -> plan(asked, elements(version), elements))
                      .orElseThrow(() -> new Impossible("Version %d is gone".formatted(number))));
      move(asked, ready.processInstanceKey(), plan);
    }
    end(asked, Status.DONE, null);
  }

  private List<Ready> ready(Asked asked) {
    return jdbc.sql(
            """
            select process_instance_key, version from process_migration_instance
            where migration_id = ? and status = 'READY' order by process_instance_key""")
        .param(asked.id())
        .query(Ready.class)
        .list();
  }

  private static MigrationPlan plan(Asked asked, ModelElements before, ModelElements target) {
    var builder = MigrationPlan.newBuilder().withTargetProcessDefinitionKey(asked.targetKey());
    MigrationPlanBuilderFinalStep plan = null;
    for (var pair : before.mapping(target, asked.renamed()).entrySet()) {
      // every step is the same builder, which collects them
      plan = builder.addMappingInstruction(pair.getKey(), pair.getValue());
    }
    return Objects.requireNonNull(plan, "what is ready can be mapped").build();
  }

  /** Asks first where it is: after a crash it may have been moved already. */
  private void move(Asked asked, long instance, MigrationPlan plan) {
    try {
      var found = camunda.newProcessInstanceGetRequest(instance).send().join();
      if (found.getState() != ProcessInstanceState.ACTIVE) {
        note(asked, instance, InstanceStatus.GONE, null);
      } else if (found.getProcessDefinitionKey().equals(asked.targetKey())) {
        note(asked, instance, InstanceStatus.MOVED, null);
      } else {
        camunda.newMigrateProcessInstanceCommand(instance).migrationPlan(plan).send().join();
        note(asked, instance, InstanceStatus.MOVED, null);
      }
    } catch (RuntimeException e) {
      var code = code(e);
      if (code == Code.NOT_FOUND) {
        note(asked, instance, InstanceStatus.GONE, null);
      } else if (REFUSED.contains(code)) {
        note(asked, instance, InstanceStatus.REFUSED, e.getMessage());
      } else {
        throw e;
      }
    }
  }

  private static Code code(RuntimeException e) {
    if (e instanceof ClientStatusException answer) {
      return answer.getStatusCode();
    }
    return e instanceof ClientHttpException answer && answer.code() == 404
        ? Code.NOT_FOUND
        : Code.UNKNOWN;
  }

  private void note(Asked asked, long instance, InstanceStatus status, String detail) {
    jdbc.sql(
            """
            update process_migration_instance
            set status = :status, problem = if(:status = 'REFUSED', 'REFUSED', null),
              detail = left(:detail, 500)
            where migration_id = :id and process_instance_key = :instance""")
        .param("status", status.name())
        .param("detail", detail)
        .param("id", asked.id())
        .param("instance", instance)
        .update();
  }

  private void end(Asked asked, Status status, String error) {
    jdbc.sql(
            """
            update process_migration set status = ?, error = left(?, 500), ended_at = ?
            where id = ?""")
        .params(status.name(), error, Utc.now(clock), asked.id())
        .update();
  }

  /** All versions of a process, the newest first. */
  private List<ProcessDefinition> versions(String processId) {
    var versions =
        Pages.all(
            after ->
                camunda
                    .newProcessDefinitionSearchRequest()
                    .filter(filter -> filter.processDefinitionId(processId))
                    .sort(sort -> sort.version().desc())
                    .page(page -> page.limit(Pages.SIZE).after(after))
                    .send()
                    .join());
    if (versions.isEmpty()) {
      throw new Impossible("The engine has no process " + processId);
    }
    return versions;
  }

  private ModelElements elements(ProcessDefinition version) {
    return ModelElements.of(
        camunda.newProcessDefinitionGetXmlRequest(version.getProcessDefinitionKey()).send().join());
  }
}
