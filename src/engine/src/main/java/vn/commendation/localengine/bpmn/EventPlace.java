package vn.commendation.localengine.bpmn;

import static vn.commendation.localengine.bpmn.Xml.BPMN;

import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** Where an event stands; it decides what it may wait for or throw. */
enum EventPlace {
  PROCESS_START("start event of a process"),
  SUB_PROCESS_START("start event of a sub-process"),
  EVENT_START("start event of an event sub-process, interrupting"),
  EVENT_START_BESIDE("start event of an event sub-process, not interrupting"),
  CATCH("intermediate catch event"),
  BOUNDARY("boundary event, interrupting"),
  BOUNDARY_BESIDE("boundary event, not interrupting"),
  THROW("intermediate throw event"),
  END("end event");

  /** Stands for the definition of an event that has none. */
  static final String NONE = "none";

  private static final String DEFINITION = "EventDefinition";

  final String title;

  EventPlace(String title) {
    this.title = title;
  }

  /** Where an element stands, if it is an event. */
  static Optional<EventPlace> of(Element element) {
    return switch (element.getLocalName()) {
      case "startEvent" -> Optional.of(start(element));
      case "intermediateCatchEvent" -> Optional.of(CATCH);
      case "boundaryEvent" ->
          Optional.of(isFalse(element, "cancelActivity") ? BOUNDARY_BESIDE : BOUNDARY);
      case "intermediateThrowEvent" -> Optional.of(THROW);
      case "endEvent" -> Optional.of(END);
      default -> Optional.empty();
    };
  }

  private static EventPlace start(Element event) {
    var scope = (Element) event.getParentNode();
    if ("process".equals(scope.getLocalName())) {
      return PROCESS_START;
    }
    if (!Boolean.parseBoolean(scope.getAttribute("triggeredByEvent"))) {
      return SUB_PROCESS_START;
    }
    return isFalse(event, "isInterrupting") ? EVENT_START_BESIDE : EVENT_START;
  }

  private static boolean isFalse(Element element, String attribute) {
    return "false".equals(element.getAttribute(attribute));
  }

  /** What an event waits for or throws: names such as {@code message}. */
  static List<String> definitions(Element event) {
    var definitions =
        Xml.children(event, BPMN).stream()
            .map(Element::getLocalName)
            .filter(name -> name.endsWith(DEFINITION))
            .map(name -> name.substring(0, name.length() - DEFINITION.length()))
            .toList();
    return definitions.isEmpty() ? List.of(NONE) : definitions;
  }

  /** Name of an event in the table of what is supported. */
  String with(String definition) {
    return title + ": " + definition;
  }
}
