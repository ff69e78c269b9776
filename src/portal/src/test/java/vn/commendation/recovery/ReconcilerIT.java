package vn.commendation.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;
import static vn.commendation.platform.AtOnce.together;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.ElementInstanceState;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.commendation.engine.CaseInstances;
import vn.commendation.engine.CaseProcess;
import vn.commendation.engine.EngineInstances;
import vn.commendation.nomination.Cases;
import vn.commendation.nomination.Cases.Draft;
import vn.commendation.nomination.NominationStatus;
import vn.commendation.nomination.Nominations;
import vn.commendation.platform.LocalPlatformTest;
import vn.commendation.platform.Stored;
import vn.commendation.recovery.Reconciliations.Line;

/** Cases and instances that parted, how that is found, and that mending it twice mends it once. */
@LocalPlatformTest
class ReconcilerIT {

  private static final String PROCESS = "nomination";

  @Autowired private ApplicationContext application;
  @Autowired private Recovery recovery;
  @Autowired private Reconciliations reconciliations;
  @Autowired private Rebuild rebuild;
  @Autowired private EngineInstances engine;
  @Autowired private CaseInstances instances;
  @Autowired private CamundaClient camunda;
  @Autowired private Nominations nominations;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;

  private Losses losses;
  private CaseProcess process;
  private Cases cases;
  private Stored stored;

  @BeforeEach
  void prepare() {
    losses = new Losses(application);
    process = losses.process(PROCESS);
    cases = new Cases(nominations);
    stored = new Stored(jdbc);
  }

  @Test
  void shouldFindWhatDisagreesAndTellTheAdministratorAndMendItOnce() throws Exception {
    // given
    var right = submitted();
    var gone = submitted();
    losses.lose(PROCESS, gone.id());
    var elsewhere = submitted();
    move(elsewhere);
    var twice = submitted();
    var second = begin(twice.id());
    var stranger = UUID.randomUUID().toString();
    begin(stranger);
    // about to move: a command is on its way
    var moving = submitted();
    losses.lose(PROCESS, moving.id());
    pending(moving.id());

    // when
    recovery.compare("quantri");
    var id = finished();

    // then
    assertThat(lines(id))
        .extracting(line -> line.drift().businessId(), line -> line.drift().kind())
        .contains(
            tuple(gone.id(), DriftKind.ENDED),
            tuple(elsewhere.id(), DriftKind.ELSEWHERE),
            tuple(twice.id(), DriftKind.SECOND),
            tuple(stranger, DriftKind.UNKNOWN))
        .doesNotContain(
            tuple(right.id(), DriftKind.ENDED),
            tuple(moving.id(), DriftKind.ENDED),
            tuple(moving.id(), DriftKind.MISSING));
    stored.awaitNotice("quantri", "engine-drift", "/operations/reconciliation");
    assertThat(recovery.report().orElseThrow().counts()).containsKey(DriftKind.ELSEWHERE);

    // and when two want it mended, which only an administrator may
    var ours =
        lines(id).stream()
            .map(Line::drift)
            .filter(
                drift ->
                    List.of(gone.id(), elsewhere.id(), twice.id(), stranger)
                        .contains(drift.businessId()))
            .toList();
    reconciliations.finish(id, ours, 4, 4);
    assertThatThrownBy(() -> recovery.rebuild(id, "chanhvp"))
        .isInstanceOf(AccessDeniedException.class);
    assertThat(
            together(() -> recovery.rebuild(id, "quantri"), () -> recovery.rebuild(id, "quantri")))
        .containsExactlyInAnyOrder(true, false);

    // then each has one instance, at its step
    await().until(() -> recovery.report().orElseThrow().reconciliation().rebuildEnds() != null);
    assertThat(lines(id))
        .extracting(line -> line.drift().businessId(), Line::outcome)
        .containsExactlyInAnyOrder(
            tuple(gone.id(), Outcome.REBUILT),
            tuple(elsewhere.id(), Outcome.REBUILT),
            tuple(twice.id(), Outcome.REBUILT),
            tuple(stranger, Outcome.CANCELLED));
    for (var draft : List.of(right, gone, elsewhere, twice)) {
      losses.awaitRight(PROCESS, draft.id());
    }
    assertThat(instance(twice)).isNotEqualTo(second);
    assertThat(engine.running(process, stranger)).isEmpty();
    assertThat(
            jdbc.sql("select actor from audit_entry where subject_id = ?")
                .param(id)
                .query(String.class)
                .list())
        .containsExactly("quantri");
    jdbc.sql("delete from engine_command where business_id = ? and status = 'PENDING'")
        .param(moving.id())
        .update();
    losses.rebuild(PROCESS, moving.id());
  }

  @Test
  void shouldTieACaseToTheInstanceThatWasCreatedBeforeTheMachineDied() {
    var draft = submitted();
    losses.lose(PROCESS, draft.id());
    var token = claim(draft);
    var created =
        engine.create(
            process,
            transaction.execute(status -> process.release(draft.id()).orElseThrow()),
            token);

    assertThat(rebuild.mend(process, draft.id())).isEqualTo(Outcome.TIED);

    assertThat(instance(draft)).isEqualTo(created);
    losses.awaitRight(PROCESS, draft.id());
    assertThat(rebuild.mend(process, draft.id())).isEqualTo(Outcome.RIGHT);
    assertThat(
            jdbc.sql("select element_id from open_task where business_id = ?")
                .param(draft.id())
                .query(String.class)
                .single())
        .isEqualTo("OfficeReview");
  }

  @Test
  void shouldBeginAgainAfterAClaimThatWasNeverCarriedOut() {
    var draft = submitted();
    losses.lose(PROCESS, draft.id());
    claim(draft);

    losses.rebuild(PROCESS, draft.id());

    losses.awaitRight(PROCESS, draft.id());
  }

  @Test
  void shouldLeaveOneInstanceWhereSeveralCarryOneClaim() {
    var draft = submitted();
    losses.lose(PROCESS, draft.id());
    var token = claim(draft);
    var placement = transaction.execute(status -> process.release(draft.id()).orElseThrow());
    engine.create(process, placement, token);
    engine.create(process, placement, token);

    losses.rebuild(PROCESS, draft.id());

    losses.awaitRight(PROCESS, draft.id());
  }

  private String claim(Draft draft) {
    return transaction.execute(
        status -> {
          process.release(draft.id());
          return instances.claim(draft.id(), PROCESS);
        });
  }

  private String finished() {
    await()
        .until(
            () ->
                recovery.report().filter(report -> !report.reconciliation().running()).isPresent());
    return recovery.report().orElseThrow().reconciliation().id();
  }

  private List<Line> lines(String id) {
    return reconciliations.lines(id, 0, 10_000);
  }

  private Draft submitted() {
    var draft = cases.submitted(Cases.IN_HOUSE);
    await()
        .untilAsserted(
            () ->
                assertThat(nominations.details(draft.id(), draft.nominator()).summary().status())
                    .isEqualTo(NominationStatus.OFFICE_REVIEW));
    losses.awaitRight(PROCESS, draft.id());
    return draft;
  }

  private void move(Draft draft) {
    var task =
        camunda
            .newElementInstanceSearchRequest()
            .filter(
                filter ->
                    filter
                        .processInstanceKey(instance(draft))
                        .elementId("OfficeReview")
                        .state(ElementInstanceState.ACTIVE))
            .send()
            .join()
            .singleItem()
            .getElementInstanceKey();
    camunda
        .newModifyProcessInstanceCommand(instance(draft))
        .activateElement("AwaitDossier")
        .and()
        .terminateElement(task)
        .send()
        .join();
  }

  private long begin(String nominationId) {
    return camunda
        .newCreateInstanceCommand()
        .bpmnProcessId(PROCESS)
        .latestVersion()
        .variable("nominationId", nominationId)
        .startBeforeElement("AwaitDossier")
        .send()
        .join()
        .getProcessInstanceKey();
  }

  private void pending(String businessId) {
    var id = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into engine_command
              (id, message_name, correlation_key, message_id, business_id, variables, status,
               created_at)
            values (:id, 'test', :id, :id, :business, '{}', 'PENDING', utc_timestamp(6))""")
        .param("id", id)
        .param("business", businessId)
        .update();
  }

  private long instance(Draft draft) {
    return stored.instance(PROCESS, draft.id());
  }
}
