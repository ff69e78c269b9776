package vn.commendation.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.Event;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Gateway;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnEdge;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnLabel;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnShape;
import io.camunda.zeebe.model.bpmn.instance.dc.Bounds;
import io.camunda.zeebe.model.bpmn.instance.di.Waypoint;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The diagrams can be read: nothing crosses, overlaps or hides anything else. */
class ModelLayoutTest {

  static List<Model> models() {
    return Model.all();
  }

  @ParameterizedTest
  @MethodSource("models")
  void shouldLayOutEveryElementAndFlow(Model model) {
    assertThat(shapes(model).keySet()).hasSameElementsAs(model.elements(FlowNode.class));
    assertThat(edges(model).keySet()).hasSameElementsAs(model.elements(SequenceFlow.class));
  }

  @ParameterizedTest
  @MethodSource("models")
  void shouldPlaceEveryLabel(Model model) {
    var named =
        Stream.concat(
            model.elements(FlowElement.class).stream()
                .filter(element -> element instanceof Event || element instanceof Gateway),
            model.elements(SequenceFlow.class).stream().filter(flow -> flow.getName() != null));

    assertThat(labels(model).keySet()).hasSameElementsAs(named.toList());
  }

  @ParameterizedTest
  @MethodSource("models")
  void shouldDrawFlowsHorizontallyAndVerticallyFromBorderToBorder(Model model) {
    var shapes = shapes(model);
    edges(model)
        .forEach(
            (flow, segments) -> {
              assertThat(segments)
                  .as(flow.getId())
                  .allMatch(line -> line.getX1() == line.getX2() || line.getY1() == line.getY2());
              var first = segments.getFirst();
              var last = segments.getLast();
              assertThat(onBorder(shapes.get(flow.getSource()), first.getX1(), first.getY1()))
                  .as("start of " + flow.getId())
                  .isTrue();
              assertThat(onBorder(shapes.get(flow.getTarget()), last.getX2(), last.getY2()))
                  .as("end of " + flow.getId())
                  .isTrue();
            });
  }

  @ParameterizedTest
  @MethodSource("models")
  void shouldNotCrossFlows(Model model) {
    var problems = new ArrayList<String>();
    var edges = List.copyOf(edges(model).entrySet());
    for (int i = 0; i < edges.size(); i++) {
      for (int j = i + 1; j < edges.size(); j++) {
        if (!forkOrJoin(edges.get(i).getKey(), edges.get(j).getKey())
            && touch(edges.get(i).getValue(), edges.get(j).getValue())) {
          problems.add(edges.get(i).getKey().getId() + " and " + edges.get(j).getKey().getId());
        }
      }
    }

    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("models")
  void shouldNotLeadFlowsThroughShapes(Model model) {
    var problems = new ArrayList<String>();
    edges(model)
        .forEach(
            (flow, segments) ->
                shapes(model)
                    .forEach(
                        (node, bounds) -> {
                          boolean ownEnd =
                              node.equals(flow.getSource()) || node.equals(flow.getTarget());
                          boolean container = contains(node, flow);
                          if (!ownEnd
                              && !container
                              && segments.stream().anyMatch(bounds::intersectsLine)) {
                            problems.add(flow.getId() + " through " + node.getId());
                          }
                        }));

    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("models")
  void shouldNotOverlapShapes(Model model) {
    var problems = new ArrayList<String>();
    var shapes = shapes(model);
    shapes.forEach(
        (one, bounds) ->
            shapes.forEach(
                (other, otherBounds) -> {
                  boolean belongs = one.equals(other) || holds(one, other) || holds(other, one);
                  if (!belongs && bounds.intersects(otherBounds)) {
                    problems.add(one.getId() + " and " + other.getId());
                  }
                }));

    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("models")
  void shouldKeepLabelsClear(Model model) {
    var problems = new ArrayList<String>();
    var labels = labels(model);
    labels.forEach(
        (element, label) -> {
          shapes(model)
              .forEach(
                  (node, bounds) -> {
                    if (!contains(node, element) && bounds.intersects(label)) {
                      problems.add("label of " + element.getId() + " on " + node.getId());
                    }
                  });
          edges(model)
              .forEach(
                  (flow, segments) -> {
                    if (segments.stream().anyMatch(label::intersectsLine)) {
                      problems.add("label of " + element.getId() + " on " + flow.getId());
                    }
                  });
          labels.forEach(
              (other, otherLabel) -> {
                if (!other.equals(element) && otherLabel.intersects(label)) {
                  problems.add("labels of " + element.getId() + " and " + other.getId());
                }
              });
        });

    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("models")
  void shouldRunStraightFromTheStartToAnEnd(Model model) {
    var edges = edges(model);
    var starts =
        model.elements(StartEvent.class).stream()
            .filter(start -> !(start.getParentElement() instanceof SubProcess));

    assertThat(starts)
        .allSatisfy(
            start -> {
              FlowNode node = start;
              while (!node.getOutgoing().isEmpty()) {
                node =
                    node.getOutgoing().stream()
                        .filter(flow -> runsStraightRight(edges.get(flow)))
                        .findAny()
                        .orElseThrow(() -> new AssertionError("the path bends"))
                        .getTarget();
              }
            });
  }

  private static boolean runsStraightRight(List<Line2D> segments) {
    var line = segments.getFirst();
    return segments.size() == 1 && line.getY1() == line.getY2() && line.getX1() < line.getX2();
  }

  /** Such flows may share a line: it still leads from one element or to one element. */
  private static boolean forkOrJoin(SequenceFlow one, SequenceFlow other) {
    return one.getSource().equals(other.getSource()) || one.getTarget().equals(other.getTarget());
  }

  private static boolean touch(List<Line2D> one, List<Line2D> other) {
    return one.stream().anyMatch(line -> other.stream().anyMatch(line::intersectsLine));
  }

  private static boolean holds(FlowNode holder, FlowNode held) {
    return contains(holder, held)
        || held instanceof BoundaryEvent event && holder.equals(event.getAttachedTo());
  }

  /** At any depth: sub-processes may lie in sub-processes. */
  private static boolean contains(FlowNode container, FlowElement element) {
    var parent = element.getParentElement();
    while (parent instanceof FlowNode node) {
      if (node.equals(container)) {
        return true;
      }
      parent = node.getParentElement();
    }
    return false;
  }

  private static boolean onBorder(Rectangle2D bounds, double x, double y) {
    var inside =
        new Rectangle2D.Double(
            bounds.getX() + 1, bounds.getY() + 1, bounds.getWidth() - 2, bounds.getHeight() - 2);
    return bounds.intersectsLine(x, y, x, y) && !inside.intersectsLine(x, y, x, y);
  }

  private static Map<FlowNode, Rectangle2D> shapes(Model model) {
    return model.elements(BpmnShape.class).stream()
        .collect(
            Collectors.toMap(
                shape -> (FlowNode) shape.getBpmnElement(), shape -> rectangle(shape.getBounds())));
  }

  private static Map<SequenceFlow, List<Line2D>> edges(Model model) {
    return model.elements(BpmnEdge.class).stream()
        .collect(
            Collectors.toMap(
                edge -> (SequenceFlow) edge.getBpmnElement(),
                edge -> segments(List.copyOf(edge.getWaypoints()))));
  }

  private static Map<FlowElement, Rectangle2D> labels(Model model) {
    return model.elements(BpmnLabel.class).stream()
        .collect(
            Collectors.toMap(ModelLayoutTest::labelled, label -> rectangle(label.getBounds())));
  }

  private static FlowElement labelled(BpmnLabel label) {
    return (FlowElement)
        (label.getParentElement() instanceof BpmnShape shape
            ? shape.getBpmnElement()
            : ((BpmnEdge) label.getParentElement()).getBpmnElement());
  }

  private static List<Line2D> segments(List<Waypoint> points) {
    return IntStream.range(1, points.size())
        .<Line2D>mapToObj(
            i ->
                new Line2D.Double(
                    points.get(i - 1).getX(),
                    points.get(i - 1).getY(),
                    points.get(i).getX(),
                    points.get(i).getY()))
        .toList();
  }

  private static Rectangle2D rectangle(Bounds bounds) {
    return new Rectangle2D.Double(
        bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
  }
}
