package vn.commendation.localengine.bpmn;

import static vn.commendation.localengine.bpmn.Xml.BPMN;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * Whether the elements of a file fit together, beyond what Camunda's library looks at. All they
 * refer to is there.
 */
final class Wiring {

  /** What the engine stores ids and names in. */
  private static final int LONGEST = 255;

  private static final int LONGEST_TAG = 64;

  private static final Set<String> GATEWAYS = Set.of("exclusiveGateway", "parallelGateway");

  private final Xml xml;
  private final Map<String, Element> byId = new HashMap<>();
  private final Map<String, List<Element>> outgoing = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  Wiring(Xml xml) {
    this.xml = xml;
    for (var element : xml.all(BPMN, "*")) {
      byId.put(element.getAttribute("id"), element);
    }
    for (var flow : xml.executable("sequenceFlow")) {
      outgoing.computeIfAbsent(flow.getAttribute("sourceRef"), id -> new ArrayList<>()).add(flow);
    }
  }

  List<Problem> problems() {
    for (var element : xml.executable("*")) {
      length(element, "id", LONGEST);
      switch (element.getLocalName()) {
        case "sequenceFlow" -> flow(element);
        case "process" -> {
          length(element, "name", LONGEST);
          versionTag(element);
          starts(element);
          loops(element);
        }
        case "userTask" -> userTask(element);
        case "boundaryEvent" -> boundary(element);
        default -> {}
      }
    }
    xml.all(BPMN, "message").forEach(message -> length(message, "name", LONGEST));
    return problems;
  }

  private void length(Element element, String attribute, int longest) {
    if (element.getAttribute(attribute).length() > longest) {
      problem(element, attribute + " is longer than " + longest + " characters");
    }
  }

  private void versionTag(Element process) {
    var tag = Xml.extension(process, "versionTag");
    if (tag != null && tag.getAttribute("value").length() > LONGEST_TAG) {
      problem(process, "its version tag is longer than " + LONGEST_TAG + " characters");
    }
  }

  private void flow(Element flow) {
    var source = byId.get(flow.getAttribute("sourceRef"));
    var target = byId.get(flow.getAttribute("targetRef"));
    if (isEventSubProcess(source) || isEventSubProcess(target)) {
      problem(flow, "an event sub-process is started by its event, and followed by nothing");
    }
    if ("startEvent".equals(target.getLocalName())) {
      problem(flow, "nothing comes before a start event");
    }
    if (!isListed(flow, source, "outgoing")) {
      unlistedSource(flow, source);
    }
    if ("boundaryEvent".equals(target.getLocalName()) && !isListed(flow, target, "incoming")) {
      problem(flow, "nothing comes before a boundary event");
    }
  }

  /** Camunda's library sees only flows that their elements list, which they need not do. */
  private static boolean isListed(Element flow, Element element, String list) {
    return Xml.children(element, BPMN).stream()
        .anyMatch(
            each ->
                list.equals(each.getLocalName())
                    && flow.getAttribute("id").equals(each.getTextContent().strip()));
  }

  private void unlistedSource(Element flow, Element source) {
    var conditional = Xml.child(flow, BPMN, "conditionExpression") != null;
    var exclusive = "exclusiveGateway".equals(source.getLocalName());
    if (conditional && !exclusive) {
      problem(flow, "conditions are only supported at an exclusive gateway");
    }
    if ("endEvent".equals(source.getLocalName())) {
      problem(flow, "nothing follows an end event");
    }
    if (exclusive
        && !conditional
        && outgoing.get(source.getAttribute("id")).size() > 1
        && !flow.getAttribute("id").equals(source.getAttribute("default"))) {
      problem(flow, "must have a condition or be the default flow");
    }
  }

  /** An instance that is not started by a message has but one place to start at. */
  private void starts(Element process) {
    Xml.children(process, BPMN).stream()
        .filter(event -> "startEvent".equals(event.getLocalName()))
        .filter(event -> !EventPlace.definitions(event).contains("message"))
        .skip(1)
        .forEach(
            event ->
                problem(
                    event,
                    "beside message start events a process may have one none or timer start event"));
  }

  private void userTask(Element task) {
    if (Xml.extension(task, "userTask") == null) {
      problem(task, "a user task done by job workers is not supported: it needs zeebe:userTask");
    }
  }

  private void boundary(Element event) {
    if (isEventSubProcess(byId.get(event.getAttribute("attachedToRef")))) {
      problem(event, "nothing is attached to an event sub-process");
    }
  }

  /** Ways that lead in a circle and never wait: an instance would never come out. */
  private void loops(Element process) {
    var free = new LinkedHashSet<String>();
    for (var element : xml.all(BPMN, "*")) {
      if (isPassedThrough(element) && isIn(element, process)) {
        var loop = loop(element, new ArrayList<>(), free);
        if (!loop.isEmpty()) {
          problem(process, "a loop that never waits is not allowed: " + String.join(" > ", loop));
          return;
        }
      }
    }
  }

  private List<String> loop(Element element, List<String> way, Set<String> free) {
    var id = element.getAttribute("id");
    if (way.contains(id)) {
      var loop = new ArrayList<>(way.subList(way.indexOf(id), way.size()));
      loop.add(id);
      return loop;
    }
    if (free.contains(id)) {
      return List.of();
    }
    way.add(id);
    for (var flow : outgoing.getOrDefault(id, List.of())) {
      var next = byId.get(flow.getAttribute("targetRef"));
      if (isPassedThrough(next)) {
        var loop = loop(next, way, free);
        if (!loop.isEmpty()) {
          return loop;
        }
      }
    }
    way.removeLast();
    free.add(id);
    return List.of();
  }

  private static boolean isPassedThrough(Element element) {
    return switch (element.getLocalName()) {
      case "task", "manualTask" -> true;
      case "intermediateThrowEvent" -> EventPlace.definitions(element).contains(EventPlace.NONE);
      default -> GATEWAYS.contains(element.getLocalName());
    };
  }

  private static boolean isIn(Element element, Element process) {
    for (var each = element.getParentNode(); each != null; each = each.getParentNode()) {
      if (each == process) {
        return true;
      }
    }
    return false;
  }

  private static boolean isEventSubProcess(Element element) {
    return Boolean.parseBoolean(element.getAttribute("triggeredByEvent"));
  }

  private void problem(Element element, String reason) {
    problems.add(new Problem(element.getAttribute("id"), element.getLocalName(), reason));
  }
}
