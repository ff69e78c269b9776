package vn.commendation.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.search.enums.ElementInstanceState;
import io.camunda.client.api.search.enums.ElementInstanceType;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.filter.ElementInstanceFilter;
import io.camunda.client.api.search.filter.ProcessInstanceFilter;
import io.camunda.client.api.search.response.ElementInstance;
import io.camunda.client.api.search.response.ProcessInstance;
import io.grpc.Status.Code;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import vn.commendation.engine.CaseInstances.Rebuilt;

/**
 * The instances that run in the engine, and new ones for cases that lack theirs. Everything is
 * asked in pages; answers may lag a second or two behind the engine.
 */
@Service
public class EngineInstances {

  /** What holds other elements, and what is over as soon as it has begun. */
  private static final Set<ElementInstanceType> NO_PLACES =
      Set.of(
          ElementInstanceType.PROCESS,
          ElementInstanceType.SUB_PROCESS,
          ElementInstanceType.EVENT_SUB_PROCESS,
          ElementInstanceType.START_EVENT,
          ElementInstanceType.SEQUENCE_FLOW);

  private final CamundaClient camunda;
  private final ModelDeployment models;
  private final EngineJson json;

  EngineInstances(CamundaClient camunda, ModelDeployment models, EngineJson json) {
    this.camunda = camunda;
    this.models = models;
    this.json = json;
  }

  /**
   * An instance that runs.
   *
   * @param businessId the case it names; {@code null} if it names none
   * @param token of {@link CaseInstances}; {@code null} if the case began with it
   * @param elements where it stands, each as often as it stands there
   */
  public record Running(long key, String businessId, String token, List<String> elements) {

    /** Whether it is the one a case was given. */
    public boolean isOf(Rebuilt rebuilt) {
      return rebuilt == null
          ? token == null
          : rebuilt.token().equals(token)
              && (rebuilt.processInstanceKey() == null || rebuilt.processInstanceKey() == key);
    }
  }

  /** Meets the engine, which may be another one than before, and gives it the models. */
  public void renew() {
    try {
      models.renew();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether the engine answers at all. */
  public boolean answers() {
    try {
      camunda.newTopologyRequest().send().join();
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }

  /** Every instance of a process that runs. */
  public List<Running> running(CaseProcess process) {
    var keys =
        active(filter -> filter.processDefinitionId(process.processId())).stream()
            .map(ProcessInstance::getProcessInstanceKey)
            .toList();
    var elements =
        activeElements(filter -> filter.processDefinitionId(process.processId())).stream()
            .filter(element -> !NO_PLACES.contains(element.getType()))
            .collect(
                Collectors.groupingBy(
                    ElementInstance::getProcessInstanceKey,
                    Collectors.mapping(ElementInstance::getElementId, Collectors.toList())));
    return described(process, keys, key -> elements.getOrDefault(key, List.of()));
  }

  /** All instances that run, of those a filter lets pass. */
  List<ProcessInstance> active(Consumer<ProcessInstanceFilter> which) {
    return Pages.all(
        after ->
            camunda
                .newProcessInstanceSearchRequest()
                .filter(which.andThen(filter -> filter.state(ProcessInstanceState.ACTIVE)))
                .sort(sort -> sort.processInstanceKey().asc())
                .page(page -> page.limit(Pages.SIZE).after(after))
                .send()
                .join());
  }

  /** All elements that are active, of those a filter lets pass. */
  List<ElementInstance> activeElements(Consumer<ElementInstanceFilter> which) {
    return Pages.all(
        after ->
            camunda
                .newElementInstanceSearchRequest()
                .filter(which.andThen(filter -> filter.state(ElementInstanceState.ACTIVE)))
                .sort(sort -> sort.elementInstanceKey().asc())
                .page(page -> page.limit(Pages.SIZE).after(after))
                .send()
                .join());
  }

  /** The instances of one case that run. */
  public List<Running> running(CaseProcess process, String businessId) {
    var value = json.write(process.value(businessId));
    var keys =
        camunda
            .newProcessInstanceSearchRequest()
            .filter(
                filter ->
                    filter
                        .processDefinitionId(process.processId())
                        .state(ProcessInstanceState.ACTIVE)
                        .variables(Map.of(process.idVariable(), value)))
            .send()
            .join()
            .items()
            .stream()
            .map(ProcessInstance::getProcessInstanceKey)
            .toList();
    return described(process, keys, this::elements);
  }

  private List<String> elements(long instance) {
    return camunda
        .newElementInstanceSearchRequest()
        .filter(filter -> filter.processInstanceKey(instance).state(ElementInstanceState.ACTIVE))
        .page(page -> page.limit(Pages.SIZE))
        .send()
        .join()
        .items()
        .stream()
        .filter(element -> !NO_PLACES.contains(element.getType()))
        .map(element -> element.getElementId())
        .toList();
  }

  /** The instances among these that have ended. */
  public Set<Long> ended(Collection<Long> keys) {
    return Pages.parts(List.copyOf(keys)).stream()
        .flatMap(part -> endedOf(part).stream())
        .map(ProcessInstance::getProcessInstanceKey)
        .collect(Collectors.toSet());
  }

  private List<ProcessInstance> endedOf(List<Long> keys) {
    return camunda
        .newProcessInstanceSearchRequest()
        .filter(
            filter ->
                filter
                    .processInstanceKey(key -> key.in(keys))
                    .state(
                        state ->
                            state.in(
                                ProcessInstanceState.COMPLETED, ProcessInstanceState.TERMINATED)))
        .page(page -> page.limit(Pages.SIZE))
        .send()
        .join()
        .items();
  }

  private List<Running> described(
      CaseProcess process, List<Long> keys, Function<Long, List<String>> elements) {
    var described = new ArrayList<Running>();
    for (var part : Pages.parts(keys)) {
      var ids = new HashMap<Long, String>();
      var tokens = new HashMap<Long, String>();
      camunda
          .newVariableSearchRequest()
          .filter(
              filter ->
                  filter
                      .name(name -> name.in(process.idVariable(), CaseInstances.TOKEN))
                      .processInstanceKey(key -> key.in(part)))
          .page(page -> page.limit(4 * Pages.SIZE))
          .send()
          .join()
          .items()
          .stream()
          .filter(variable -> variable.getScopeKey().equals(variable.getProcessInstanceKey()))
          .forEach(
              variable -> {
                var value = json.read(variable.getValue(), Object.class);
                if (variable.getName().equals(CaseInstances.TOKEN)) {
                  tokens.put(variable.getProcessInstanceKey(), String.valueOf(value));
                } else {
                  ids.put(variable.getProcessInstanceKey(), process.businessId(value));
                }
              });
      part.forEach(
          key ->
              described.add(new Running(key, ids.get(key), tokens.get(key), elements.apply(key))));
    }
    return described;
  }

  /** Starts an instance of a case at its place. */
  public long create(CaseProcess process, Placement placement, String token) {
    var variables = new HashMap<>(placement.variables());
    variables.put(CaseInstances.TOKEN, token);
    var command =
        camunda
            .newCreateInstanceCommand()
            .bpmnProcessId(process.processId())
            .latestVersion()
            .variables(variables);
    placement.elements().forEach(command::startBeforeElement);
    return command.send().join().getProcessInstanceKey();
  }

  /** Ends an instance that carries no case any more; one that has ended is left alone. */
  public void cancel(long key) {
    try {
      camunda.newCancelInstanceCommand(key).send().join();
    } catch (ClientStatusException e) {
      if (e.getStatusCode() != Code.NOT_FOUND) {
        throw e;
      }
    }
  }
}
