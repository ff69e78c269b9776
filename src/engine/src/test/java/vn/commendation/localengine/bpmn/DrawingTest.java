package vn.commendation.localengine.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import vn.commendation.localengine.expression.Feel;

/** Of a drawing Operaton gets what there is something to draw for. */
class DrawingTest {

  private static final String DRAWING =
      """
      <d:BPMNDiagram xmlns:d="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:c="http://www.omg.org/spec/DD/20100524/DC" id="Diagram"><d:BPMNPlane id="Plane" bpmnElement="P">
      <d:BPMNShape id="Kept" bpmnElement="S"><c:Bounds x="0" y="0" width="9" height="9"/></d:BPMNShape>
      <d:BPMNShape id="Left" bpmnElement="Gone"><c:Bounds x="0" y="0" width="9" height="9"/></d:BPMNShape>
      </d:BPMNPlane></d:BPMNDiagram></b:definitions>
      """;

  @Test
  void shouldLeaveOutWhatDrawsNothing() {
    var model =
        new String(Models.process("<b:startEvent id='S'/>"), StandardCharsets.UTF_8)
            .replace("</b:definitions>", DRAWING)
            .getBytes(StandardCharsets.UTF_8);

    var translated =
        new String(new Translator(new Feel()).translate(model), StandardCharsets.UTF_8);

    assertThat(translated).contains("\"Plane\"", "\"Kept\"").doesNotContain("\"Left\"");
  }
}
