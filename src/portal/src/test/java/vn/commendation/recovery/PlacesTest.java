package vn.commendation.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.EndEvent;
import io.camunda.zeebe.model.bpmn.instance.EventBasedGateway;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Gateway;
import io.camunda.zeebe.model.bpmn.instance.IntermediateCatchEvent;
import io.camunda.zeebe.model.bpmn.instance.MessageEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import java.io.File;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.commendation.engine.CaseProcess;

/**
 * Wherever an instance can wait, its case has a status it waits in: an element more in a model is a
 * place more to rebuild at.
 */
class PlacesTest {

  static Stream<CaseProcess> processes() {
    return Stream.of(
            "nomination.NominationInstances",
            "dossier.DossierInstances",
            "campaign.CampaignInstances",
            "revocation.RevocationInstances")
        .map(PlacesTest::process);
  }

  /** What it says of its elements needs nothing it is handed. */
  private static CaseProcess process(String name) {
    try {
      var type = Class.forName("vn.commendation." + name);
      var constructor = type.getDeclaredConstructors()[0];
      constructor.setAccessible(true);
      return (CaseProcess) constructor.newInstance(new Object[constructor.getParameterCount()]);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("processes")
  void shouldKnowEveryElementAnInstanceCanWaitAt(CaseProcess process) {
    var model = Bpmn.readModelFromFile(new File("bpmn/" + process.processId() + ".bpmn"));
    var waiting = new TreeSet<String>();
    for (var node : model.getModelElementsByType(FlowNode.class)) {
      if (waits(node)) {
        waiting.add(node.getId());
      }
    }
    waiting.removeAll(process.passing());

    assertThat(process.elements()).containsAll(waiting);
    assertThat(model.getModelElementsByType(FlowNode.class).stream().map(FlowNode::getId).toList())
        .as("what is named exists")
        .containsAll(process.elements())
        .containsAll(process.passing());
    assertThat(process.elements()).containsAll(process.besides());
  }

  private static boolean waits(FlowNode node) {
    return switch (node) {
      case StartEvent start -> false;
      case BoundaryEvent boundary -> false;
      case SubProcess container -> false;
      // begun by the gateway before it
      case IntermediateCatchEvent event -> !behindEventGateway(event);
      case EventBasedGateway gateway -> true;
      case Gateway gateway -> false;
      case EndEvent end -> !end.getChildElementsByType(MessageEventDefinition.class).isEmpty();
      default -> true;
    };
  }

  private static boolean behindEventGateway(IntermediateCatchEvent event) {
    return event.getIncoming().stream()
        .anyMatch(flow -> flow.getSource() instanceof EventBasedGateway);
  }
}
