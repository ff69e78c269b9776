package vn.commendation.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static vn.commendation.dossier.Batches.NOW;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DossierTest {

  @ParameterizedTest
  @EnumSource(ItemStatus.class)
  void shouldGoOnWithThoseStandingOnly(ItemStatus status) {
    var dossier = Batches.of(18, 19);
    dossier.item("n18").orElseThrow().become(status, null);

    var stands = EnumSet.of(ItemStatus.IN, ItemStatus.PASSED, ItemStatus.SIGNED).contains(status);
    assertThat(dossier.standing())
        .extracting(DossierItem::nominationId)
        .containsExactlyElementsOf(stands ? List.of("n18", "n19") : List.of("n19"));
  }

  @ParameterizedTest
  @EnumSource(DossierStatus.class)
  void shouldStayWhereItEnded(DossierStatus status) {
    var dossier = Batches.of(18);
    dossier.moveTo(status, NOW, NOW);

    if (status.ended()) {
      assertThatIllegalStateException()
          .isThrownBy(() -> dossier.moveTo(DossierStatus.SIGNATURE, null, NOW));
    } else {
      dossier.moveTo(DossierStatus.SIGNATURE, null, NOW);
      assertThat(dossier.status()).isEqualTo(DossierStatus.SIGNATURE);
    }
  }

  @Test
  void shouldBeCarriedByOneProcessInstanceOnly() {
    var dossier = Batches.of(18);

    dossier.carriedBy(41);

    assertThatIllegalStateException().isThrownBy(() -> dossier.carriedBy(42));
  }

  @Test
  void shouldCarryTheVotesOverIntoTheBatchThatGoesOn() {
    var dossier = Batches.of(18, 19);
    var voted = dossier.item("n18").orElseThrow();
    voted.votes(new BallotRow("n18", 6, 1, 1, 0, 2), 8);
    voted.become(ItemStatus.PASSED, "6/9");
    dossier.met(LocalDate.of(2026, 11, 19), "Biên bản", 9, "thuky");

    var next = dossier.followUp("TTr-2026-002", List.of(voted), true, NOW);

    assertThat(voted.status()).isEqualTo(ItemStatus.SPLIT_OFF);
    assertThat(dossier.standing()).extracting(DossierItem::nominationId).containsExactly("n19");
    assertThat(next.followUpOf()).isEqualTo(dossier.getId());
    assertThat(next.ballotRequired()).isFalse();
    assertThat(next.disclosureRequired()).isFalse();
    assertThat(next.conflictNoted()).isTrue();
    assertThat(next.councilSize()).isEqualTo(9);
    assertThat(next.items())
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.status()).isEqualTo(ItemStatus.PASSED);
              assertThat(item.votesFor()).isEqualTo(6);
              assertThat(item.entitled()).isEqualTo(8);
            });
  }

  @Test
  void shouldResumeWhereAPausedNomineeStood() {
    var dossier = Batches.of(18, 19);
    var voted = dossier.item("n18").orElseThrow();
    voted.votes(new BallotRow("n18", 6, 1, 1, 0, null), 8);
    voted.become(ItemStatus.PAUSED, null);
    var unvoted = dossier.item("n19").orElseThrow();
    unvoted.become(ItemStatus.PAUSED, null);

    voted.resume();
    unvoted.resume();

    assertThat(voted.status()).isEqualTo(ItemStatus.PASSED);
    assertThat(unvoted.status()).isEqualTo(ItemStatus.IN);
  }
}
