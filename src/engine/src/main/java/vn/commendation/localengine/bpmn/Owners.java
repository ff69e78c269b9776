package vn.commendation.localengine.bpmn;

import io.camunda.zeebe.model.bpmn.instance.Artifact;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.Definitions;
import io.camunda.zeebe.model.bpmn.instance.EventDefinition;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.RootElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Which element people see when something is wrong with a part of it. */
final class Owners {

  private Owners() {}

  static Problem problem(ModelElementInstance element, String reason) {
    var owner = owner(element);
    var type = owner.getElementType().getTypeName();
    var id = owner instanceof BaseElement base && base.getId() != null ? base.getId() : "";
    var own = element == owner ? "" : element.getElementType().getTypeName() + ": ";
    return new Problem(id, type, own + sentence(reason));
  }

  private static ModelElementInstance owner(ModelElementInstance element) {
    var owner = element;
    while (!isSeen(owner) && owner.getParentElement() != null) {
      owner = owner.getParentElement();
    }
    return owner;
  }

  private static boolean isSeen(ModelElementInstance element) {
    return element instanceof FlowElement
        || element instanceof Artifact
        || element instanceof Definitions
        || (element instanceof RootElement && !(element instanceof EventDefinition));
  }

  /** Whether an element belongs to a process that is not executable, and so is left out. */
  static boolean isLeftOut(ModelElementInstance element) {
    for (var each = element; each != null; each = each.getParentElement()) {
      if (each instanceof Process process) {
        return !process.isExecutable();
      }
    }
    return false;
  }

  private static String sentence(String reason) {
    return reason.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
