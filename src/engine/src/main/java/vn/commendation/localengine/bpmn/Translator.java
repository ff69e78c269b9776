package vn.commendation.localengine.bpmn;

import static vn.commendation.localengine.bpmn.Xml.BPMN;
import static vn.commendation.localengine.bpmn.Xml.OPERATON;
import static vn.commendation.localengine.bpmn.Xml.ZEEBE;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3c.dom.Element;
import vn.commendation.localengine.expression.Feel;

/**
 * A Camunda 8 model as Operaton can parse it. Only the structure is written here; what an element
 * does is attached to it when it is parsed ({@code flow}), from the model itself. Where Operaton
 * asks for an expression it gets a call of the bean {@code flow}.
 */
public final class Translator {

  /** Name of the bean that expressions of translated models call. */
  public static final String BEAN = "flow";

  private static final String DRAWING = "http://www.omg.org/spec/BPMN/20100524/DI";
  private static final String HISTORY = "P3650D";
  private static final Set<String> TIMES = Set.of("timeDate", "timeDuration", "timeCycle");

  private final Feel feel;

  public Translator(Feel feel) {
    this.feel = feel;
  }

  /** Translates a model that was found valid. */
  public byte[] translate(byte[] bpmn) {
    var xml = new Xml(bpmn);
    xml.all(BPMN, "process").forEach(Translator::process);
    for (var element : xml.all(BPMN, "*")) {
      switch (element.getLocalName()) {
        case "serviceTask", "sendTask", "endEvent", "intermediateThrowEvent" -> job(element);
        case "businessRuleTask" -> decision(element);
        case "scriptTask" -> script(element);
        case "userTask" -> form(element);
        case "messageEventDefinition" -> message(xml, element, (Element) element.getParentNode());
        case "receiveTask" -> message(xml, element, element);
        case "timerEventDefinition" -> timer(element);
        case "exclusiveGateway" -> conditions(xml, element);
        case "multiInstanceLoopCharacteristics" -> multiInstance(element);
        default -> {}
      }
    }
    xml.all(BPMN, "extensionElements").forEach(Translator::dropZeebe);
    dropWhatDrawsNothing(xml);
    return xml.bytes();
  }

  /** A drawing may be left of what is no more; Operaton would refuse it. */
  private static void dropWhatDrawsNothing(Xml xml) {
    var ids =
        xml.all(BPMN, "*").stream()
            .map(element -> element.getAttribute("id"))
            .collect(Collectors.toSet());
    for (var drawing : xml.all(DRAWING, "*")) {
      if (drawing.hasAttribute("bpmnElement")
          && !ids.contains(drawing.getAttribute("bpmnElement"))) {
        drawing.getParentNode().removeChild(drawing);
      }
    }
  }

  private static void process(Element process) {
    operaton(process, "historyTimeToLive", HISTORY);
    // Operaton takes what is not said for the contrary when it reads a process a second time
    if (!process.hasAttribute("isExecutable")) {
      process.setAttribute("isExecutable", "false");
    }
    var tag = Xml.extension(process, "versionTag");
    if (tag != null) {
      operaton(process, "versionTag", tag.getAttribute("value"));
    }
  }

  private static void job(Element element) {
    if (Xml.extension(element, "taskDefinition") == null) {
      return;
    }
    var definition = Xml.child(element, BPMN, "messageEventDefinition");
    var carrier = definition == null ? element : definition;
    operaton(carrier, "type", "external");
    // the real type is evaluated when the job is made
    operaton(carrier, "topic", "job");
  }

  private static void decision(Element element) {
    if (Xml.extension(element, "taskDefinition") != null) {
      job(element);
    } else {
      operaton(element, "expression", "${true}");
    }
  }

  private static void script(Element element) {
    if (Xml.extension(element, "taskDefinition") != null) {
      throw new IllegalStateException("not translated: " + element.getAttribute("id"));
    }
    element.setAttribute("scriptFormat", "juel");
    var script = element.getOwnerDocument().createElementNS(BPMN, "script");
    script.setTextContent("${true}");
    element.appendChild(script);
  }

  private static void form(Element element) {
    var form = Xml.extension(element, "formDefinition");
    if (form != null && form.hasAttribute("formId")) {
      operaton(element, "formRef", form.getAttribute("formId"));
      operaton(element, "formRefBinding", "latest");
    }
  }

  /** What waits gets a message of its own, whose name is made when the wait begins. */
  private void message(Xml xml, Element reference, Element waiting) {
    if (!reference.hasAttribute("messageRef") || Xml.extension(waiting, "taskDefinition") != null) {
      return;
    }
    var process = (Element) waiting.getParentNode();
    var given = xml.byId(reference.getAttribute("messageRef"));
    if ("startEvent".equals(waiting.getLocalName()) && "process".equals(process.getLocalName())) {
      var name = given.getAttribute("name");
      if (Feel.isExpression(name)) {
        given.setAttribute("name", feel.text(name, Map.of()));
      }
      return;
    }
    var id = waiting.getAttribute("id");
    var message = xml.root(BPMN, "message");
    message.setAttribute("id", "MessageOf_" + id);
    message.setAttribute("name", call("message", id));
    reference.setAttribute("messageRef", "MessageOf_" + id);
  }

  private void timer(Element definition) {
    var event = (Element) definition.getParentNode();
    var ofProcess =
        "startEvent".equals(event.getLocalName())
            && "process".equals(event.getParentNode().getLocalName());
    for (var time : Xml.children(definition, BPMN)) {
      if (!TIMES.contains(time.getLocalName())) {
        continue;
      }
      if (ofProcess) {
        time.setTextContent(String.valueOf(feel.value(time.getTextContent().strip(), Map.of())));
      } else {
        // repeating is the flow's business: each time is a date of its own
        var date = definition.getOwnerDocument().createElementNS(BPMN, "timeDate");
        date.setTextContent(call("due", event.getAttribute("id")));
        definition.replaceChild(date, time);
      }
    }
  }

  /** Which way is taken is decided from the model; Operaton only wants to see conditions. */
  private static void conditions(Xml xml, Element gateway) {
    List<Element> outgoing =
        xml.all(BPMN, "sequenceFlow").stream()
            .filter(flow -> flow.getAttribute("sourceRef").equals(gateway.getAttribute("id")))
            .toList();
    for (var flow : outgoing) {
      var condition = Xml.child(flow, BPMN, "conditionExpression");
      if (condition == null) {
        continue;
      }
      if (outgoing.size() == 1 || flow.getAttribute("id").equals(gateway.getAttribute("default"))) {
        flow.removeChild(condition);
      } else {
        condition.setTextContent("${true}");
      }
    }
  }

  private static void multiInstance(Element loop) {
    operaton(loop, "collection", "${true}");
    var completion = Xml.child(loop, BPMN, "completionCondition");
    if (completion != null) {
      loop.removeChild(completion);
    }
  }

  private static String call(String method, String id) {
    return "${" + BEAN + "." + method + "(execution,'" + id + "')}";
  }

  private static void operaton(Element element, String name, String value) {
    element.setAttributeNS(OPERATON, "operaton:" + name, value);
  }

  private static void dropZeebe(Element extensions) {
    Xml.children(extensions, ZEEBE).forEach(extensions::removeChild);
  }
}
