package vn.commendation.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static vn.commendation.dossier.Batches.account;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.directory.SigningCapacity;
import vn.commendation.publication.Objection;
import vn.commendation.publication.Objections;
import vn.commendation.work.OpenStep;

/** Whom a batch waits for. */
class DossierStepsTest {

  private static final Account CLERK = account("vanthu", 6, Role.CLERK);
  private static final Account CLERK_ON_LIST = account("vanthu18", 18, Role.CLERK);
  private static final Account OFFICER = account("chuyenvien", 5, Role.OFFICE_OFFICER);
  private static final Account OFFICER_ON_LIST = account("chuyenvien19", 19, Role.OFFICE_OFFICER);
  private static final Account OBJECTOR = account("chanhvp", 4, Role.OFFICE_CHIEF);
  private static final Account DIRECTOR = account("giamdoc", 1, Role.DIRECTOR);

  private final DossierRepository dossiers = mock();
  private final Signatories signatories = mock();
  private final Objections objections = mock();
  private final Directory directory = mock();
  private final DossierSteps steps = new DossierSteps(dossiers, signatories, objections, directory);
  private final Dossier dossier = Batches.of(18, 19);

  @BeforeEach
  void people() {
    given(dossiers.findById(dossier.getId())).willReturn(Optional.of(dossier));
    given(directory.accountsWith(Set.of(Role.CLERK))).willReturn(List.of(CLERK, CLERK_ON_LIST));
    given(directory.accountsWith(Set.of(Role.OFFICE_OFFICER, Role.OFFICE_CHIEF)))
        .willReturn(List.of(OFFICER, OFFICER_ON_LIST, OBJECTOR));
    given(directory.activeAccount("giamdoc")).willReturn(Optional.of(DIRECTOR));
    given(directory.activeAccount("phogiamdoc")).willReturn(Optional.empty());
  }

  @Test
  void shouldWaitForNobodyOnItsList() {
    dossier.moveTo(DossierStatus.NUMBER, null, Batches.NOW);

    var step = steps.open(dossier.getId()).orElseThrow();

    assertThat(step.name()).isEqualTo("dossier-status.NUMBER");
    assertThat(step.about()).isEqualTo("TTr-2026-001 – Khen thưởng năm 2026");
    assertThat(step.path()).isEqualTo("/dossiers/" + dossier.getId());
    assertThat(step.actors()).containsExactly(CLERK);
  }

  @Test
  void shouldWaitForThoseWhoMaySignItToday() {
    dossier.moveTo(DossierStatus.SIGNATURE, Batches.NOW, Batches.NOW);
    given(signatories.of(dossier))
        .willReturn(
            List.of(
                new Signatory("giamdoc", "Nguyễn Văn Hùng", 1, SigningCapacity.HEAD),
                new Signatory("phogiamdoc", "Đặng Thị Phương", 2, SigningCapacity.FOR_HEAD)));

    assertThat(steps.open(dossier.getId()).orElseThrow().actors()).containsExactly(DIRECTOR);
  }

  @Test
  void shouldWaitForNobodyWhileTheListIsPublicOrTheBatchHasEnded() {
    for (var status :
        List.of(DossierStatus.DISCLOSURE, DossierStatus.PROCESSING, DossierStatus.ISSUED)) {
      dossier.moveTo(status, null, Batches.NOW);

      assertThat(steps.open(dossier.getId())).isEmpty();
    }
  }

  @Test
  void shouldWantAnObjectionResolvedBeforeTheDisclosureEndsByWhoHasNoPartInIt() {
    var until = Batches.NOW.plusSeconds(600);
    dossier.disclosed(until);
    Objection objection = mock();
    given(objection.id()).willReturn("o1");
    given(objection.dossierId()).willReturn(dossier.getId());
    given(objection.nominationId()).willReturn("n19");
    given(objection.nomineeName()).willReturn("Người 19");
    given(objection.raisedBy()).willReturn("chanhvp");
    given(objection.upheld()).willReturn(null);
    given(dossiers.due(any(), any(), any())).willReturn(List.of());
    given(dossiers.findByIdIn(Set.of(dossier.getId()))).willReturn(List.of(dossier));
    given(objections.openUntil(any(), anyInt())).willReturn(List.of(objection));
    given(objections.find("o1")).willReturn(Optional.of(objection));

    assertThat(steps.dueUntil(until, 9))
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.id()).isEqualTo("o1");
              assertThat(step.dueAt()).isEqualTo(until);
              assertThat(step.actors()).containsExactly(OFFICER);
            });
    assertThat(steps.open("o1").map(OpenStep::name)).contains("dossier-objection-open");
    given(objection.upheld()).willReturn(true);
    assertThat(steps.open("o1")).isEmpty();
  }
}
