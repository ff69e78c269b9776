package vn.commendation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.commendation.engine.ProcessMigration.Problem;

/** Against the campaign, which has sub-processes, event sub-processes and events at edges. */
class ModelElementsTest {

  private final String model = read();
  private final ModelElements before = ModelElements.of(model);

  private static String read() {
    try {
      return Files.readString(Path.of("bpmn", "campaign.bpmn"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void shouldMapEverythingWhereNothingChanged() {
    assertThat(before.mapping(before, Map.of()))
        .hasSameSizeAs(before.byId())
        .containsEntry("ReminderDue", "ReminderDue")
        .allSatisfy((here, there) -> assertThat(there).isEqualTo(here));
  }

  @Test
  void shouldTellThatAnElementIsGoneUnlessItsNewIdIsGiven() {
    // given
    var now = ModelElements.of(model.replace("\"ResultReport\"", "\"FinalReport\""));
    var renamed = Map.of("ResultReport", "FinalReport");

    // then
    assertThat(before.problem("ResultReport", now, Map.of())).contains(Problem.MISSING);
    assertThat(before.mapping(now, Map.of())).doesNotContainKey("ResultReport");
    assertThat(before.problem("ResultReport", now, renamed)).isEmpty();
    assertThat(before.mapping(now, renamed)).containsEntry("ResultReport", "FinalReport");
  }

  @Test
  void shouldTellThatAnElementIsSomethingElse() {
    var now = ModelElements.of(model.replace("bpmn:userTask", "bpmn:manualTask"));

    assertThat(before.problem("DraftGuideline", now, Map.of())).contains(Problem.OTHER_KIND);
  }

  @Test
  void shouldTellThatAnEventIsOfAnotherKind() {
    // given
    var at = model.indexOf("id=\"WindowOpens\"");
    var definition = model.indexOf("<bpmn:timerEventDefinition", at);
    var end = model.indexOf("</bpmn:timerEventDefinition>", at);
    var changed =
        model.substring(0, definition)
            + "<bpmn:messageEventDefinition messageRef=\"MessageCampaignClosed\" />"
            + model.substring(end + "</bpmn:timerEventDefinition>".length());

    // then
    assertThat(before.problem("WindowOpens", ModelElements.of(changed), Map.of()))
        .contains(Problem.OTHER_KIND);
  }

  @Test
  void shouldTellThatAnElementLiesElsewhereOrIsAttachedToSomethingElse() {
    // given
    var elsewhere = ModelElements.of(model.replace("\"Window\"", "\"Entry\""));

    // then
    assertThat(before.problem("WindowEvents", elsewhere, Map.of())).contains(Problem.OTHER_PLACE);
    assertThat(before.problem("ReminderDue", elsewhere, Map.of())).contains(Problem.OTHER_PLACE);
    assertThat(before.problem("WindowEvents", elsewhere, Map.of("Window", "Entry"))).isEmpty();
    assertThat(before.problem("ReminderDue", elsewhere, Map.of("Window", "Entry"))).isEmpty();
  }
}
