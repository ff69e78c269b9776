package vn.commendation.localengine.flow;

import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.BusinessRuleTask;
import io.camunda.zeebe.model.bpmn.instance.CatchEvent;
import io.camunda.zeebe.model.bpmn.instance.EventBasedGateway;
import io.camunda.zeebe.model.bpmn.instance.ExclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.IntermediateCatchEvent;
import io.camunda.zeebe.model.bpmn.instance.ParallelGateway;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.ReceiveTask;
import io.camunda.zeebe.model.bpmn.instance.ScriptTask;
import io.camunda.zeebe.model.bpmn.instance.SendTask;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import io.camunda.zeebe.model.bpmn.instance.ThrowEvent;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import vn.commendation.localengine.bpmn.ElementModel;
import vn.commendation.localengine.bpmn.ProcessModel;
import vn.commendation.localengine.flow.Flow.Mapping;
import vn.commendation.localengine.kernel.Refusal;

/**
 * Whether an instance can be migrated as it is wished. What Camunda's documentation refuses is
 * refused here, before anything is changed.
 *
 * @see <a
 *     href="https://docs.camunda.io/docs/components/concepts/process-instance-migration/#limitations">Limitations</a>
 */
final class MigrationCheck {

  private static final Set<Class<?>> SUPPORTED =
      Set.of(
          SubProcess.class,
          ServiceTask.class,
          UserTask.class,
          ReceiveTask.class,
          SendTask.class,
          BusinessRuleTask.class,
          ScriptTask.class,
          ExclusiveGateway.class,
          EventBasedGateway.class,
          ParallelGateway.class,
          IntermediateCatchEvent.class,
          BoundaryEvent.class);

  /** One process of a file. */
  record Side(ProcessModel model, String processId) {

    /** An element of this process; null if it has none with that id. */
    FlowElement element(String id) {
      var found = model.element(id, FlowElement.class);
      return found != null && isHere(found) ? found : null;
    }

    private boolean isHere(FlowElement element) {
      var parent = element.getParentElement();
      while (parent != null && !(parent instanceof Process)) {
        parent = parent.getParentElement();
      }
      return parent instanceof Process process && process.getId().equals(processId);
    }

    <T extends FlowElement> Stream<T> all(Class<T> type) {
      return model.instance().getModelElementsByType(type).stream().filter(this::isHere);
    }

    /** Events an element waits for while it is active; those of the process for its id. */
    Stream<CatchEvent> events(String owner) {
      return all(CatchEvent.class).filter(event -> owner.equals(owner(event)));
    }

    /** The element that waits for an event on behalf of it; null for an event by itself. */
    String owner(CatchEvent event) {
      return switch (event) {
        case BoundaryEvent boundary -> boundary.getAttachedTo().getId();
        case StartEvent start ->
            start.getParentElement() instanceof SubProcess process && process.triggeredByEvent()
                ? ((io.camunda.zeebe.model.bpmn.instance.BaseElement) process.getParentElement())
                    .getId()
                : null;
        default ->
            incoming(event)
                .map(SequenceFlow::getSource)
                .filter(EventBasedGateway.class::isInstance)
                .map(FlowNode::getId)
                .findFirst()
                .orElse(null);
      };
    }

    Stream<SequenceFlow> incoming(FlowNode node) {
      return all(SequenceFlow.class).filter(flow -> node.equals(flow.getTarget()));
    }

    String scope(FlowElement element) {
      return ((io.camunda.zeebe.model.bpmn.instance.BaseElement) element.getParentElement())
          .getId();
    }
  }

  private final long instance;
  private final Side source;
  private final Side target;
  private final Map<String, String> mapped = new LinkedHashMap<>();

  MigrationCheck(long instance, Side source, Side target) {
    this.instance = instance;
    this.source = source;
    this.target = target;
  }

  /**
   * Looks at the instructions, and then at every element.
   *
   * @param active ids of the elements that are active
   * @param taken ids of the sequence flows that were taken
   * @return what is mapped to what, the process too
   * @throws Refusal INVALID_ARGUMENT, FAILED_PRECONDITION
   */
  Map<String, String> check(List<Mapping> mappings, Set<String> active, Set<String> taken) {
    mappings.forEach(this::exists);
    mapped.put(source.processId(), target.processId());
    mapped.forEach(this::alike);
    catchEvents(active);
    active.forEach(id -> element(source.element(id), taken));
    return mapped;
  }

  private void exists(Mapping mapping) {
    if (mapping.source().equals(source.processId())) {
      return;
    }
    if (source.element(mapping.source()) == null) {
      throw Refusal.invalid(
          "Expected to migrate process instance '%d' but mapping instructions contain a non-existing source element id '%s'"
              .formatted(instance, mapping.source()));
    }
    if (target.element(mapping.target()) == null) {
      throw Refusal.invalid(
          "Expected to migrate process instance '%d' but mapping instructions contain a non-existing target element id '%s'"
              .formatted(instance, mapping.target()));
    }
    if (mapped.put(mapping.source(), mapping.target()) != null) {
      throw Refusal.invalid(
          "Expected to migrate process instance '%d' but the mapping instructions contain duplicate source element ids '%s'"
              .formatted(instance, mapping.source()));
    }
  }

  /** An element stays what it is. */
  private void alike(String sourceId, String targetId) {
    if (sourceId.equals(source.processId())) {
      return;
    }
    var from = source.element(sourceId);
    var to = target.element(targetId);
    different("type", from, type(from), to, type(to));
    different("event", from, event(from), to, event(to));
    var was = source.model().element(sourceId);
    var will = target.model().element(targetId);
    different("implementation", from, implementation(was), to, implementation(will));
    different("multi-instance", from, loop(was), to, loop(will));
  }

  private void different(String what, FlowElement from, String was, FlowElement to, String will) {
    if (!was.equals(will)) {
      throw refused(
          "element with id '%s' and %s '%s' is mapped to an element with id '%s' and different %s '%s'. Elements must be mapped to elements of the same %s."
              .formatted(from.getId(), what, was, to.getId(), what, will, what));
    }
  }

  private static String type(FlowElement element) {
    var name = element.getElementType().getTypeName();
    return element instanceof SubProcess process && process.triggeredByEvent()
        ? "eventSubProcess"
        : name;
  }

  private static String event(FlowElement element) {
    var definitions =
        switch (element) {
          case CatchEvent event -> event.getEventDefinitions();
          case ThrowEvent event -> event.getEventDefinitions();
          default -> List.<io.camunda.zeebe.model.bpmn.instance.EventDefinition>of();
        };
    return definitions.stream()
        .map(definition -> definition.getElementType().getTypeName())
        .findFirst()
        .orElse("none");
  }

  private static String implementation(ElementModel element) {
    if (element.job() != null) {
      return "job worker";
    }
    return element.decision() != null ? "decision" : "none";
  }

  private static String loop(ElementModel element) {
    return element.loop() == null ? "none" : "sequential";
  }

  /** What waits for an event goes on waiting for it where its element goes. */
  private void catchEvents(Set<String> active) {
    var targets = new HashSet<String>();
    for (var each : mapped.entrySet()) {
      if (!(source.element(each.getKey()) instanceof CatchEvent event)) {
        continue;
      }
      if (!targets.add(each.getValue())) {
        throw refused(
            "multiple mapping instructions target the same catch event '%s'"
                .formatted(each.getValue()));
      }
      var owner = source.owner(event);
      var isActive = owner != null && (active.contains(owner) || isProcess(owner));
      var newOwner = target.owner((CatchEvent) target.element(each.getValue()));
      if (isActive && !Objects.equals(mapped.get(owner), newOwner)) {
        throw refused(
            "the catch event with id '%s' is attached to the element '%s' and is mapped to a catch event with id '%s' that is attached to '%s'. Catch events must not be detached."
                .formatted(each.getKey(), owner, each.getValue(), newOwner));
      }
    }
  }

  private boolean isProcess(String id) {
    return id.equals(source.processId());
  }

  private void element(FlowElement element, Set<String> taken) {
    var id = element.getId();
    if (!mapped.containsKey(id)) {
      throw refused(
          "no mapping instruction defined for active element with id '%s'. Elements cannot be migrated without a mapping."
              .formatted(id));
    }
    if (!isSupported(element)) {
      throw refused(
          "active element with id '%s' has an unsupported type. The migration of a %s is not supported."
              .formatted(id, type(element)));
    }
    var scope = target.scope(target.element(mapped.get(id)));
    if (!scope.equals(mapped.get(source.scope(element)))) {
      throw refused(
          "the flow scope of active element with id '%s' is changed. The flow scope of the active element is expected to be '%s' but was '%s'. The flow scope cannot be changed during migration yet."
              .formatted(id, mapped.get(source.scope(element)), scope));
    }
    if (element instanceof ParallelGateway gateway) {
      joining(gateway, taken);
    }
    sameMessages(id);
  }

  private static boolean isSupported(FlowElement element) {
    return element instanceof StartEvent start
        ? start.getParentElement() instanceof SubProcess process && process.triggeredByEvent()
        : SUPPORTED.stream().anyMatch(type -> type.isInstance(element));
  }

  private void joining(ParallelGateway gateway, Set<String> taken) {
    var goal = (FlowNode) target.element(mapped.get(gateway.getId()));
    var flows = target.incoming(goal).map(SequenceFlow::getId).toList();
    if (flows.size() < source.incoming(gateway).count()) {
      throw refused(
          "the target gateway '%s' has fewer incoming sequence flows than the joining gateway '%s'"
              .formatted(goal.getId(), gateway.getId()));
    }
    source
        .incoming(gateway)
        .map(SequenceFlow::getId)
        .filter(taken::contains)
        .filter(flow -> !flows.contains(mapped.get(flow)))
        .findFirst()
        .ifPresent(
            flow -> {
              throw refused(
                  "the sequence flow '%s', taken to the joining gateway '%s', is not mapped to one that leads to '%s'"
                      .formatted(flow, gateway.getId(), goal.getId()));
            });
  }

  /** Camunda cannot close and open a subscription of one name at one element. */
  private void sameMessages(String id) {
    var closed =
        source
            .events(id)
            .filter(event -> !mapped.containsKey(event.getId()))
            .map(event -> message(source, event))
            .filter(Objects::nonNull)
            .toList();
    target
        .events(mapped.get(id))
        .filter(event -> !mapped.containsValue(event.getId()))
        .map(event -> message(target, event))
        .filter(closed::contains)
        .findFirst()
        .ifPresent(
            name -> {
              throw refused(
                  "active element with id '%s' attempts to subscribe to a message it is already subscribed to with name '%s'. Migrating active elements that subscribe to a message they are already subscribed to is not possible yet. Please provide a mapping instruction to message catch event with id '%s' to migrate the respective message subscription."
                      .formatted(id, name, mapped.get(id)));
            });
  }

  private static String message(Side side, CatchEvent event) {
    var subscription = side.model().element(event.getId()).subscription();
    return subscription == null ? null : subscription.messageName();
  }

  private Refusal refused(String reason) {
    return Refusal.state(
        "Expected to migrate process instance '%d' but %s".formatted(instance, reason));
  }
}
