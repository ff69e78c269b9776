package vn.commendation.localengine.bpmn;

import static vn.commendation.localengine.bpmn.Xml.BPMN;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/** Whether what elements refer to is there, and of the right kind. */
final class References {

  private static final Set<String> ROOT = Set.of("definitions");
  private static final Set<String> ACTIVITIES =
      Set.of(
          "task",
          "manualTask",
          "serviceTask",
          "sendTask",
          "receiveTask",
          "userTask",
          "scriptTask",
          "businessRuleTask",
          "subProcess",
          "callActivity",
          "transaction",
          "adHocSubProcess");

  private final Xml xml;
  private final Map<String, Element> byId = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  References(Xml xml) {
    this.xml = xml;
    xml.all(BPMN, "*").forEach(element -> byId.put(element.getAttribute("id"), element));
  }

  List<Problem> problems() {
    for (var element : xml.all(BPMN, "*")) {
      switch (element.getLocalName()) {
        case "messageEventDefinition" ->
            root((Element) element.getParentNode(), element, "message");
        case "receiveTask", "sendTask" -> root(element, element, "message");
        case "errorEventDefinition" -> root((Element) element.getParentNode(), element, "error");
        case "sequenceFlow" -> {
          beside(element, "sourceRef");
          beside(element, "targetRef");
        }
        case "boundaryEvent" -> beside(element, "attachedToRef");
        default -> {}
      }
      if (element.hasAttribute("default")) {
        var flow = byId.get(element.getAttribute("default"));
        if (flow == null || !"sequenceFlow".equals(flow.getLocalName())) {
          problem(element, "its default '%s' is no sequence flow", element.getAttribute("default"));
        }
      }
    }
    return problems;
  }

  private void root(Element owner, Element element, String type) {
    if (!element.hasAttribute(type + "Ref")) {
      return;
    }
    var id = element.getAttribute(type + "Ref");
    var found = byId.get(id);
    if (found == null
        || !type.equals(found.getLocalName())
        || !ROOT.contains(found.getParentNode().getLocalName())) {
      problem(owner, "refers to the " + type + " '%s', which is not in the file", id);
    }
  }

  private void beside(Element element, String attribute) {
    var id = element.getAttribute(attribute);
    var found = byId.get(id);
    if (found == null || !isKind(found, attribute)) {
      problem(element, attribute + " '%s' is nothing that it can refer to", id);
    } else if (found.getParentNode() != element.getParentNode()) {
      problem(element, attribute + " '%s' is not in the same process or sub-process", id);
    }
  }

  private static boolean isKind(Element element, String attribute) {
    var name = element.getLocalName();
    return ACTIVITIES.contains(name)
        || (!"attachedToRef".equals(attribute)
            && (name.endsWith("Gateway") || name.endsWith("Event")));
  }

  private void problem(Element element, String reason, String id) {
    problems.add(
        new Problem(element.getAttribute("id"), element.getLocalName(), reason.formatted(id)));
  }
}
