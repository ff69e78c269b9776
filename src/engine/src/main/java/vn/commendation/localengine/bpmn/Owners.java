package vn.commendation.localengine.bpmn;

import io.camunda.zeebe.model.bpmn.instance.Artifact;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.Definitions;
import io.camunda.zeebe.model.bpmn.instance.Error;
import io.camunda.zeebe.model.bpmn.instance.ErrorEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.EventDefinition;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.Message;
import io.camunda.zeebe.model.bpmn.instance.MessageEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.ReceiveTask;
import io.camunda.zeebe.model.bpmn.instance.RootElement;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Which element people see when something is wrong with a part of it. */
final class Owners {

  private Owners() {}

  static Problem problem(ModelElementInstance element, String reason) {
    var owner = owner(element);
    var type = owner.getElementType().getTypeName();
    var id = owner instanceof BaseElement base && base.getId() != null ? base.getId() : "";
    var own = element == owner ? "" : element.getElementType().getTypeName() + ": ";
    return new Problem(id, type, own + sentence(reason) + usage(owner));
  }

  /** What people see of a message or an error is the elements that refer to it. */
  private static String usage(ModelElementInstance root) {
    var model = root.getModelInstance();
    var users =
        switch (root) {
          case Message message ->
              Stream.concat(
                  model.getModelElementsByType(MessageEventDefinition.class).stream()
                      .filter(definition -> message.equals(definition.getMessage())),
                  model.getModelElementsByType(ReceiveTask.class).stream()
                      .filter(task -> message.equals(task.getMessage())));
          case Error error ->
              model.getModelElementsByType(ErrorEventDefinition.class).stream()
                  .filter(definition -> error.equals(definition.getError()));
          default -> Stream.<ModelElementInstance>empty();
        };
    var ids =
        users
            .map(Owners::owner)
            .map(owner -> "'" + ((BaseElement) owner).getId() + "'")
            .collect(Collectors.joining(", "));
    return ids.isEmpty() ? "" : " (used by " + ids + ")";
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
