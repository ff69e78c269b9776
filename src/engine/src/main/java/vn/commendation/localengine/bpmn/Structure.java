package vn.commendation.localengine.bpmn;

import static vn.commendation.localengine.bpmn.Xml.BPMN;
import static vn.commendation.localengine.bpmn.Xml.OPERATON;
import static vn.commendation.localengine.bpmn.Xml.ZEEBE;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import vn.commendation.localengine.bpmn.Support.Kind;
import vn.commendation.localengine.bpmn.Support.Row;
import vn.commendation.localengine.bpmn.Support.Verdict;

/**
 * Looks at every element and attribute of a file for what is not supported, whatever prefixes it
 * uses. What belongs to other namespaces says how a model is drawn and edited; only what Operaton
 * itself would carry out is refused there.
 */
final class Structure {

  private static final String CAMUNDA_7 = "http://camunda.org/schema/1.0/bpmn";
  private static final Set<String> ANYTHING_INSIDE = Set.of("documentation", "text");
  private static final Set<String> SCOPES =
      Set.of(
          "definitions",
          "collaboration",
          "process",
          "subProcess",
          "adHocSubProcess",
          "transaction");

  /** What stands in a scope and is part of it. */
  private static final Set<String> PARTS =
      Set.of(
          "extensionElements",
          "multiInstanceLoopCharacteristics",
          "standardLoopCharacteristics",
          "property",
          "ioSpecification",
          "resourceRole",
          "performer",
          "humanPerformer",
          "potentialOwner",
          "correlationSubscription");

  private static final Set<String> WITHOUT_INPUT = Set.of("startEvent", "boundaryEvent");

  private final Support support;
  private final List<Problem> problems = new ArrayList<>();

  private Structure(Support support) {
    this.support = support;
  }

  static List<Problem> problems(Support support, Xml xml) {
    var structure = new Structure(support);
    var root = xml.rootElement();
    if (!BPMN.equals(root.getNamespaceURI()) || !"definitions".equals(root.getLocalName())) {
      return List.of(Problem.ofFile("it is no BPMN: its root is '" + root.getNodeName() + "'"));
    }
    structure.look(root);
    return structure.problems;
  }

  private void look(Element element) {
    if (BPMN.equals(element.getNamespaceURI())) {
      lookAtBpmn(element);
    } else if (ZEEBE.equals(element.getNamespaceURI())) {
      lookAtExtension(element);
    } else if (isOperatons(element)) {
      problem(element, "'" + element.getNodeName() + "' belongs to Camunda 7");
    }
  }

  private void lookAtBpmn(Element element) {
    var name = element.getLocalName();
    if (element.getParentNode() instanceof Element parent
        && !BPMN.equals(parent.getNamespaceURI())) {
      problem(element, "'%s' is not supported in '%s'".formatted(name, parent.getNodeName()));
      return;
    }
    var row = support.row(Kind.ELEMENT, name);
    if (name.endsWith("EventDefinition") && row != null) {
      if (!isOfEvent(element)) {
        problem(element, "'" + name + "' is not supported outside of an event");
        return;
      }
      if (row.verdict() == Verdict.REFUSED) {
        // said of the event
        return;
      }
    }
    if (refused(element, row, "'" + name + "'")) {
      return;
    }
    if ("process".equals(name) && !Boolean.parseBoolean(element.getAttribute("isExecutable"))) {
      return;
    }
    EventPlace.of(element)
        .ifPresent(
            place ->
                EventPlace.definitions(element)
                    .forEach(
                        definition ->
                            refused(
                                element,
                                support.row(Kind.EVENT, place.with(definition)),
                                "'" + place.with(definition) + "'")));
    lookAtAttributes(element);
    if (!ANYTHING_INSIDE.contains(name)) {
      Xml.children(element).forEach(this::look);
    }
  }

  private static boolean isOfEvent(Element element) {
    return EventPlace.of((Element) element.getParentNode()).isPresent();
  }

  private void lookAtAttributes(Element element) {
    for (var attribute : attributes(element)) {
      if (isOperatons(attribute)) {
        problem(element, "'" + attribute.getName() + "' belongs to Camunda 7");
      } else if (ZEEBE.equals(attribute.getNamespaceURI())) {
        refused(
            element,
            support.row(Kind.EXTENSION_ATTRIBUTE, Support.ANY + "@" + attribute.getLocalName()),
            "'" + attribute.getName() + "'");
      } else if (attribute.getNamespaceURI() == null) {
        var own =
            support.row(Kind.ATTRIBUTE, element.getLocalName() + "@" + attribute.getLocalName());
        var row =
            own != null
                ? own
                : support.row(Kind.ATTRIBUTE, Support.ANY + "@" + attribute.getLocalName());
        if (row != null) {
          lookAtValue(element, attribute, row);
        }
      }
    }
    if ("multiInstanceLoopCharacteristics".equals(element.getLocalName())
        && !element.hasAttribute("isSequential")) {
      problem(
          element, "a parallel multi-instance activity is not supported: one after the other only");
    }
  }

  private void lookAtExtension(Element element) {
    var name = element.getLocalName();
    var title = "'zeebe:" + name + "'";
    var row = support.row(Kind.EXTENSION, name);
    if (refused(element, row, title)) {
      return;
    }
    var host = (Element) element.getParentNode();
    if (host.getLocalName().equals("extensionElements")) {
      host = (Element) host.getParentNode();
    }
    if (!row.hosts().isEmpty() && !row.hosts().contains(host.getLocalName())) {
      problem(element, title + " is not supported on a " + host.getLocalName());
      return;
    }
    if ("input".equals(name) && WITHOUT_INPUT.contains(owner(element).getLocalName())) {
      problem(element, "nothing can be mapped into a " + owner(element).getLocalName());
    }
    for (var attribute : attributes(element)) {
      if (attribute.getNamespaceURI() == null || ZEEBE.equals(attribute.getNamespaceURI())) {
        var key = name + "@" + attribute.getLocalName();
        var attributeRow = support.row(Kind.EXTENSION_ATTRIBUTE, key);
        if (!refused(element, attributeRow, "'" + attribute.getLocalName() + "' of " + title)) {
          lookAtValue(element, attribute, attributeRow);
        }
      }
    }
    Xml.children(element).forEach(this::look);
  }

  private void lookAtValue(Element element, Attr attribute, Row row) {
    var value = attribute.getValue().strip();
    if (row.verdict() == Verdict.REFUSED
        || (row.only() != null && !row.only().equalsIgnoreCase(value))) {
      problem(
          element,
          "%s=\"%s\" of '%s' is not supported%s"
              .formatted(
                  attribute.getLocalName(), value, element.getLocalName(), because(row.note())));
    }
  }

  private boolean refused(Element element, Row row, String title) {
    if (row == null) {
      problem(element, title + " is not known");
      return true;
    }
    if (row.verdict() == Verdict.REFUSED) {
      problem(element, title + " is not supported" + because(row.note()));
      return true;
    }
    return false;
  }

  private static String because(String note) {
    return note.isEmpty() ? "" : ": " + note;
  }

  private void problem(Element element, String reason) {
    var owner = owner(element);
    problems.add(new Problem(owner.getAttribute("id"), owner.getLocalName(), reason));
  }

  /** The element people see: what stands in a process, a sub-process or the file itself. */
  private static Element owner(Element element) {
    var owner = element;
    while (owner.getParentNode() instanceof Element parent && !isSeen(owner, parent)) {
      owner = parent;
    }
    return owner;
  }

  private static boolean isSeen(Element element, Element parent) {
    return BPMN.equals(element.getNamespaceURI())
        && SCOPES.contains(parent.getLocalName())
        && !PARTS.contains(element.getLocalName());
  }

  private static boolean isOperatons(Node node) {
    return OPERATON.equals(node.getNamespaceURI()) || CAMUNDA_7.equals(node.getNamespaceURI());
  }

  private static List<Attr> attributes(Element element) {
    var attributes = new ArrayList<Attr>();
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      var attribute = (Attr) element.getAttributes().item(i);
      if (!"http://www.w3.org/2000/xmlns/".equals(attribute.getNamespaceURI())) {
        attributes.add(attribute);
      }
    }
    return attributes;
  }
}
