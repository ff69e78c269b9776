package vn.commendation.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.search.enums.ElementInstanceState;
import io.camunda.client.api.search.enums.ElementInstanceType;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.client.api.search.response.SearchResponse;
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

  private static final int PAGE = 200;

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
    var keys = new ArrayList<Long>();
    pages(
        after ->
            camunda
                .newProcessInstanceSearchRequest()
                .filter(
                    filter ->
                        filter
                            .processDefinitionId(process.processId())
                            .state(ProcessInstanceState.ACTIVE))
                .sort(sort -> sort.processInstanceKey().asc())
                .page(
                    page -> {
                      page.limit(PAGE);
                      after.accept(page::after);
                    })
                .send()
                .join(),
        instance -> keys.add(instance.getProcessInstanceKey()));
    var elements = new HashMap<Long, List<String>>();
    pages(
        after ->
            camunda
                .newElementInstanceSearchRequest()
                .filter(
                    filter ->
                        filter
                            .processDefinitionId(process.processId())
                            .state(ElementInstanceState.ACTIVE))
                .sort(sort -> sort.elementInstanceKey().asc())
                .page(
                    page -> {
                      page.limit(PAGE);
                      after.accept(page::after);
                    })
                .send()
                .join(),
        element -> {
          if (!NO_PLACES.contains(element.getType())) {
            elements
                .computeIfAbsent(element.getProcessInstanceKey(), key -> new ArrayList<>())
                .add(element.getElementId());
          }
        });
    return described(process, keys, key -> elements.getOrDefault(key, List.of()));
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
        .page(page -> page.limit(PAGE))
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
    if (keys.isEmpty()) {
      return Set.of();
    }
    return camunda
        .newProcessInstanceSearchRequest()
        .filter(
            filter ->
                filter
                    .processInstanceKey(key -> key.in(List.copyOf(keys)))
                    .state(
                        state ->
                            state.in(
                                ProcessInstanceState.COMPLETED, ProcessInstanceState.TERMINATED)))
        .page(page -> page.limit(keys.size()))
        .send()
        .join()
        .items()
        .stream()
        .map(ProcessInstance::getProcessInstanceKey)
        .collect(Collectors.toSet());
  }

  private List<Running> described(
      CaseProcess process, List<Long> keys, Function<Long, List<String>> elements) {
    var described = new ArrayList<Running>();
    for (var from = 0; from < keys.size(); from += PAGE) {
      var part = keys.subList(from, Math.min(from + PAGE, keys.size()));
      var ids = new HashMap<Long, String>();
      var tokens = new HashMap<Long, String>();
      camunda
          .newVariableSearchRequest()
          .filter(
              filter ->
                  filter
                      .name(name -> name.in(process.idVariable(), CaseInstances.TOKEN))
                      .processInstanceKey(key -> key.in(part)))
          .page(page -> page.limit(4 * PAGE))
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

  /** Asks page by page until there are no more. */
  private static <T> void pages(
      Function<Consumer<Consumer<String>>, SearchResponse<T>> ask, Consumer<T> take) {
    String cursor = null;
    while (true) {
      var from = cursor;
      var answer =
          ask.apply(
              after -> {
                if (from != null) {
                  after.accept(from);
                }
              });
      answer.items().forEach(take);
      cursor = answer.page().endCursor();
      if (answer.items().size() < PAGE || cursor == null) {
        return;
      }
    }
  }
}
