package vn.commendation.localengine.deployment;

import java.io.ByteArrayInputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.operaton.bpm.engine.ParseException;
import org.operaton.bpm.engine.RepositoryService;
import org.operaton.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.operaton.bpm.engine.impl.persistence.entity.OperatonFormDefinitionEntity;
import org.operaton.bpm.engine.repository.ProcessDefinition;
import vn.commendation.localengine.bpmn.Translator;
import vn.commendation.localengine.bpmn.Validator;
import vn.commendation.localengine.decision.DecisionEngine;
import vn.commendation.localengine.deployment.Files.DecisionFile;
import vn.commendation.localengine.deployment.Files.FormFile;
import vn.commendation.localengine.deployment.Files.Source;
import vn.commendation.localengine.kernel.Keys;
import vn.commendation.localengine.kernel.Refusal;
import vn.commendation.localengine.kernel.Transactions;

/**
 * Deploys processes, decisions and forms, all of them or none.
 *
 * <p>A resource is known again when the latest version of its id has the same name and the same
 * bytes. If all are known again nothing is written; if one is not, each gets a next version, so
 * that what was deployed together can be found together.
 *
 * @see <a
 *     href="https://docs.camunda.io/docs/apis-tools/zeebe-api/gateway-service/#deployresource-rpc">DeployResource</a>
 * @see <a href="https://github.com/camunda/camunda/issues/19859">Versions of resources deployed
 *     together</a>
 */
public final class Deployments {

  private final RepositoryService repository;
  private final Transactions transactions;
  private final Validator validator;
  private final Translator translator;
  private final DecisionEngine decisionEngine;

  /** Held until the commit: versions are counted up from what is there. */
  private final ReentrantLock lock = new ReentrantLock();

  public Deployments(
      RepositoryService repository,
      Transactions transactions,
      Validator validator,
      Translator translator,
      DecisionEngine decisionEngine) {
    this.repository = repository;
    this.transactions = transactions;
    this.validator = validator;
    this.translator = translator;
    this.decisionEngine = decisionEngine;
  }

  /**
   * Deploys files.
   *
   * @throws Refusal INVALID_ARGUMENT with all that is wrong, a line each: nothing given, an unknown
   *     kind, not readable, not valid, not supported, an id twice
   */
  public Deployment deploy(List<Resource> resources) {
    lock.lock();
    try {
      // what is known again was found valid before
      var known = transactions.sql(tables -> known(new DeploymentTables(tables), resources));
      if (known.isPresent()) {
        return known.get();
      }
      var files = Files.read(resources, validator, decisionEngine);
      return transactions.sql(tables -> create(new DeploymentTables(tables), files));
    } finally {
      lock.unlock();
    }
  }

  private Optional<Deployment> known(DeploymentTables tables, List<Resource> resources)
      throws SQLException {
    var known = empty(transactions.nextKey());
    var given = new HashSet<String>();
    for (var resource : resources) {
      var file = Source.of(resource);
      if (!given.add(file.name() + '/' + file.checksum()) || !tables.addKnown(file, known)) {
        return Optional.empty();
      }
    }
    return resources.isEmpty() ? Optional.empty() : Optional.of(known);
  }

  private Deployment create(DeploymentTables tables, Files files) throws SQLException {
    var created = empty(transactions.nextKey());
    var operatons = operaton(files);
    for (var file : files.processes) {
      for (var item : file.processes()) {
        var definition = operatons.processes.get(item.id());
        tables.insert(created, file, item, definition);
        created
            .processes()
            .add(
                process(
                    Keys.of(definition.getId()),
                    item.id(),
                    definition.getVersion(),
                    file.source()));
      }
    }
    for (var file : files.decisions) {
      var requirements =
          requirements(file, transactions.nextKey(), tables.nextRequirements(file.model().id()));
      tables.insert(created, file, requirements);
      created.decisionRequirements().add(requirements);
      for (var item : file.model().decisions()) {
        var decision =
            new Deployment.Decision(
                transactions.nextKey(),
                item.id(),
                item.name(),
                tables.nextDecision(item.id()),
                requirements.id(),
                requirements.key());
        tables.insert(created, decision, item.versionTag());
        created.decisions().add(decision);
      }
    }
    for (var file : files.forms) {
      var definition = operatons.forms.get(file.id());
      var form = form(file, Keys.of(definition.getId()), definition.getVersion());
      tables.insert(created, file, form);
      created.forms().add(form);
    }
    return created;
  }

  private record Operatons(
      Map<String, ProcessDefinition> processes, Map<String, OperatonFormDefinitionEntity> forms) {}

  /** Processes and forms live in Operaton, too: they run and are shown there. */
  private Operatons operaton(Files files) {
    var operatons = new Operatons(new HashMap<>(), new HashMap<>());
    if (files.processes.isEmpty() && files.forms.isEmpty()) {
      return operatons;
    }
    var names = new LinkedHashSet<String>();
    var builder = repository.createDeployment();
    for (var file : files.processes) {
      builder.addInputStream(
          unique(file.source().name(), names),
          new ByteArrayInputStream(translator.translate(file.source().content())));
    }
    for (var file : files.forms) {
      builder.addInputStream(
          unique(file.source().name(), names), new ByteArrayInputStream(file.source().content()));
    }
    try {
      var deployment = (DeploymentEntity) builder.name(names.getFirst()).deployWithResult();
      orEmpty(deployment.getDeployedProcessDefinitions())
          .forEach(process -> operatons.processes.put(process.getKey(), process));
      orEmpty(deployment.getDeployedArtifacts(OperatonFormDefinitionEntity.class))
          .forEach(form -> operatons.forms.put(form.getKey(), form));
      return operatons;
    } catch (ParseException e) {
      throw Files.refusal(e.getMessage());
    }
  }

  /** Operaton tells the files of a deployment apart by their names. */
  private static String unique(String name, Set<String> names) {
    var unique = name;
    for (int i = 2; !names.add(unique); i++) {
      unique = i + "/" + name;
    }
    return unique;
  }

  private static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : list;
  }

  private static Deployment empty(long key) {
    return new Deployment(
        key, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }

  private static Deployment.Process process(long key, String id, int version, Source source) {
    return new Deployment.Process(key, id, version, source.name());
  }

  private static Deployment.DecisionRequirements requirements(
      DecisionFile file, long key, int version) {
    return new Deployment.DecisionRequirements(
        key, file.model().id(), file.model().name(), version, file.source().name());
  }

  private static Deployment.Form form(FormFile file, long key, int version) {
    return new Deployment.Form(key, file.id(), version, file.source().name());
  }
}
