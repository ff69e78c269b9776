package vn.commendation.engine;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.EventDefinition;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.commendation.engine.ProcessMigration.Problem;

/**
 * The elements of one version of a process, as far as they decide whether an instance that stands
 * at one of them can go on in another version.
 *
 * @see <a
 *     href="https://docs.camunda.io/docs/8.8/components/concepts/process-instance-migration/">Process
 *     instance migration</a>
 */
record ModelElements(Map<String, Element> byId) {

  /**
   * @param kind what it is, with the kind of its event
   * @param place id of what it lies in or, as a boundary event, is attached to; empty for the
   *     process itself
   */
  record Element(String kind, String place) {}

  static ModelElements of(String xml) {
    var model =
        Bpmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    return new ModelElements(
        model.getModelElementsByType(FlowNode.class).stream()
            .collect(
                Collectors.toMap(FlowNode::getId, node -> new Element(kind(node), place(node)))));
  }

  private static String kind(FlowNode node) {
    return Stream.of(
            Stream.of(node.getElementType().getTypeName()),
            node.getChildElementsByType(EventDefinition.class).stream()
                .map(definition -> definition.getElementType().getTypeName()),
            node.getChildElementsByType(MultiInstanceLoopCharacteristics.class).stream()
                .map(loop -> loop.isSequential() ? "sequential" : "parallel"))
        .flatMap(part -> part)
        .collect(Collectors.joining(" "));
  }

  private static String place(FlowNode node) {
    if (node instanceof BoundaryEvent event) {
      return event.getAttachedTo().getId();
    }
    return node.getParentElement() instanceof SubProcess scope ? scope.getId() : "";
  }

  /**
   * Why an instance that stands at an element cannot go on in another version.
   *
   * @param renamed ids here and ids there, of elements whose id is another there
   */
  Optional<Problem> problem(String id, ModelElements target, Map<String, String> renamed) {
    var here = byId.get(id);
    var there = target.byId.get(renamed.getOrDefault(id, id));
    if (here == null || there == null) {
      return Optional.of(Problem.MISSING);
    }
    if (!there.kind().equals(here.kind())) {
      return Optional.of(Problem.OTHER_KIND);
    }
    return there.place().equals(renamed.getOrDefault(here.place(), here.place()))
        ? Optional.empty()
        : Optional.of(Problem.OTHER_PLACE);
  }

  /**
   * What can be mapped: not only where an instance stands, so that what waits beside it, such as a
   * timer at its edge, goes on waiting instead of beginning anew.
   */
  Map<String, String> mapping(ModelElements target, Map<String, String> renamed) {
    var mapping = new HashMap<String, String>();
    byId.keySet().stream()
        .filter(id -> problem(id, target, renamed).isEmpty())
        .forEach(id -> mapping.put(id, renamed.getOrDefault(id, id)));
    return mapping;
  }
}
