package vn.commendation.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.commendation.engine.EngineCommands;
import vn.commendation.nomination.NominationStatus;
import vn.commendation.publication.Disclosures;
import vn.commendation.publication.Objection;
import vn.commendation.publication.ObjectionSource;
import vn.commendation.publication.Objections;

/** What an objection to nominee 19 does to the batch, and to the others in it. */
class DisclosureFlowTest extends FlowFixture {

  private final Objections objections = mock();
  private final DisclosureFlow flow =
      new DisclosureFlow(
          steps,
          cases,
          opening,
          nominations,
          mock(Disclosures.class),
          objections,
          mock(EngineCommands.class),
          userTasks,
          notices,
          clock);

  @ParameterizedTest
  @CsvSource({
    "PAUSED, uphold, OBJECTION_UPHELD",
    "PAUSED, dismiss, IN",
    "SPLIT_OFF, uphold, OBJECTION_UPHELD",
    "WITHDRAWN, uphold, WITHDRAWN",
  })
  void shouldLetAnObjectionTouchItsNomineeOnly(
      ItemStatus before, String decision, ItemStatus after) {
    objection();
    dossier.item("n19").orElseThrow().become(before, null);

    var result =
        flow.recordObjection(
            dossier.getId(), "o1", "chuyenvien", entry(decision, "Đã xác minh", ""));

    assertThat(result.outcome()).isEqualTo(decision);
    assertThat(dossier.items())
        .extracting(DossierItem::status)
        .containsExactly(ItemStatus.IN, after, ItemStatus.IN);
    then(userTasks).should().closed("o1");
  }

  @Test
  void shouldLeadBackToTheTaskWhenTheAnswerDoesNotCount() {
    objection();

    var result = flow.recordObjection(dossier.getId(), "o1", "chuyenvien", entry("uphold", "", ""));

    assertThat(result.denial()).isNotNull();
    then(userTasks).should().opened("o1", DisclosureFlow.answer(41, "o1"));
  }

  @Test
  void shouldGoOnInABatchOfItsOwnWhenAnObjectionIsDismissedTooLate() {
    objection();
    var item = dossier.item("n19").orElseThrow();
    item.become(ItemStatus.SPLIT_OFF, null);
    dossier.moveTo(DossierStatus.NO_NOMINEE, null, Batches.NOW);

    flow.recordObjection(dossier.getId(), "o1", "chuyenvien", entry("dismiss", "Không đúng", ""));

    then(opening)
        .should()
        .splitOff(eq(dossier), eq(List.of(item)), eq(false), eq("chuyenvien"), any());
  }

  @Test
  void shouldEndTheNominationAndNothingElseWhenAnObjectionIsUpheldTooLate() {
    objection();
    dossier.item("n19").orElseThrow().become(ItemStatus.SPLIT_OFF, null);
    dossier.moveTo(DossierStatus.ISSUED, null, Batches.NOW);

    flow.recordObjection(
        dossier.getId(), "o1", "chuyenvien", entry("uphold", "Đúng như kiến nghị", ""));

    then(nominations)
        .should()
        .end(
            "n19",
            NominationStatus.OBJECTION_UPHELD,
            "chuyenvien",
            "Đúng như kiến nghị",
            null,
            TODAY);
    then(opening).shouldHaveNoInteractions();
    assertThat(dossier.status()).isEqualTo(DossierStatus.ISSUED);
  }

  @Test
  void shouldNotResumeWhileAnotherObjectionIsOpen() {
    objection();
    given(objections.of(dossier.getId())).willReturn(List.of(objection("o1"), objection("o2")));
    dossier.item("n19").orElseThrow().become(ItemStatus.PAUSED, null);

    flow.recordObjection(dossier.getId(), "o1", "chuyenvien", entry("dismiss", "Không đúng", ""));

    assertThat(dossier.item("n19").orElseThrow().status()).isEqualTo(ItemStatus.PAUSED);
  }

  private void objection() {
    given(objections.get("o1")).willReturn(objection("o1"));
    given(objections.of(dossier.getId())).willReturn(List.of(objection("o1")));
  }

  private Objection objection(String id) {
    return new Objection(
        id,
        dossier.getId(),
        "n19",
        "Người 19",
        ObjectionSource.ACCOUNT,
        "nhanvien1",
        "0900",
        null,
        null,
        null,
        "Không đúng người",
        Batches.NOW,
        null,
        null,
        null,
        null);
  }
}
