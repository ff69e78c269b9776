package vn.commendation.nomination;

import static io.camunda.process.test.api.CamundaAssert.assertThatProcessInstance;
import static io.camunda.process.test.api.assertions.ProcessInstanceSelectors.byKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.commendation.nomination.Cases.IN_HOUSE;

import io.camunda.client.CamundaClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.commendation.engine.MigratedInstance;
import vn.commendation.engine.ProcessMigration;
import vn.commendation.engine.ProcessMigration.InstanceStatus;
import vn.commendation.engine.ProcessMigration.Problem;
import vn.commendation.engine.ProcessMigration.Status;
import vn.commendation.engine.ProcessMigrations;
import vn.commendation.nomination.Cases.Draft;
import vn.commendation.platform.LocalPlatform;
import vn.commendation.platform.LocalPlatformTest;
import vn.commendation.platform.PlatformClock;
import vn.commendation.platform.Stored;

/** A new version of a model beside running cases, which then move to it and go to their ends. */
@LocalPlatformTest
class MigrationIT {

  private static final String ADMIN = "quantri";
  private static final String NEW_ID = "AwaitTheDossier";
  private static final int MOST = 10_000;

  @Autowired private ProcessMigrations migrations;
  @Autowired private Nominations nominations;
  @Autowired private CamundaClient camunda;
  @Autowired private JdbcClient jdbc;

  /** Other tests may have moved it. */
  @Autowired private Clock today;

  private Cases cases;
  private Tasklist tasklist;
  private Stored stored;

  @BeforeEach
  void prepare(LocalPlatform platform) {
    cases = new Cases(nominations);
    tasklist = new Tasklist(platform);
    stored = new Stored(jdbc);
  }

  /** The tests that follow expect the model of the product, and so may what they left behind. */
  @AfterEach
  void backToTheModelOfTheProduct() throws IOException {
    deploy(model());
    var back = checked(Map.of(NEW_ID, "AwaitDossier"));
    migrations.move(back.id(), ADMIN, ADMIN);
    awaitEnd(back.id(), Status.DONE);
  }

  @Test
  void shouldMoveRunningCasesToANewVersionAndCarryThemToTheirEnds(PlatformClock clock)
      throws IOException {
    // given
    var reviewed = cases.submitted(IN_HOUSE);
    awaitStatus(reviewed, NominationStatus.OFFICE_REVIEW);
    var returned = cases.submitted(IN_HOUSE);
    review(
        returned,
        Map.of("decision", "return", "reason", "Bổ sung", "reopen", List.of("achievements")));
    awaitStatus(returned, NominationStatus.SUPPLEMENT);
    var accepted = cases.submitted(IN_HOUSE);
    review(accepted, Map.of("decision", "accept"));
    awaitStatus(accepted, NominationStatus.ACCEPTED);
    var due = nominations.details(returned.id(), returned.nominator()).summary().dueAt();

    // when
    deploy(model().replace("\"AwaitDossier\"", "\"" + NEW_ID + "\""));
    var fresh = cases.submitted(IN_HOUSE);
    awaitStatus(fresh, NominationStatus.OFFICE_REVIEW);

    // then a migration that leaves an element out says which, and for whom
    var incomplete = checked(Map.of());
    assertThat(found(incomplete, accepted))
        .satisfies(
            one -> {
              assertThat(one.status()).isEqualTo(InstanceStatus.BLOCKED);
              assertThat(one.problem()).isEqualTo(Problem.MISSING);
              assertThat(one.detail()).isEqualTo("AwaitDossier");
              assertThat(one.owner().path()).endsWith(accepted.id());
            });
    assertThat(List.of(reviewed, returned))
        .allSatisfy(
            one -> assertThat(found(incomplete, one).status()).isEqualTo(InstanceStatus.READY));
    assertThat(migrations.instances(incomplete.id(), 0, MOST))
        .extracting(MigratedInstance::processInstanceKey)
        .doesNotContain(instance(fresh));
    assertThat(version(accepted)).isLessThan(incomplete.targetVersion());

    // and one that names something the new version has not, is refused as a whole
    var wrong = migrations.check("nomination", Map.of("AwaitDossier", "Nowhere"), ADMIN, ADMIN);
    assertThat(awaitEnd(wrong, Status.FAILED).error()).contains("Nowhere");

    // when
    var complete = checked(Map.of("AwaitDossier", NEW_ID));
    assertThat(migrations.move(complete.id(), ADMIN, ADMIN)).isTrue();
    assertThat(migrations.move(complete.id(), ADMIN, ADMIN)).isFalse();
    awaitEnd(complete.id(), Status.DONE);

    // then
    assertThat(List.of(reviewed, returned, accepted))
        .allSatisfy(
            one -> {
              assertThat(found(complete, one).status()).isEqualTo(InstanceStatus.MOVED);
              assertThat(version(one)).isEqualTo(complete.targetVersion());
            });
    assertThatProcessInstance(byKey(instance(accepted))).hasActiveElements(NEW_ID);
    nominations.withdraw(accepted.id(), "Đề nghị nhầm người", accepted.nominator());
    assertThatProcessInstance(byKey(instance(accepted)))
        .isCompleted()
        .hasCompletedElements("EndWithdrawn");
    review(reviewed, Map.of("decision", "accept"));
    assertThatProcessInstance(byKey(instance(reviewed))).hasActiveElements(NEW_ID);

    // and a timer that ran keeps its time
    clock.advance(Duration.between(today.instant(), due).minusHours(1));
    stored.awaitNotice(returned.nominator(), "supplement-due", returned.id());
    assertThat(status(returned)).isEqualTo(NominationStatus.SUPPLEMENT);
    clock.advance(Duration.between(today.instant(), due).plusMinutes(1));
    awaitStatus(returned, NominationStatus.EXPIRED);
    assertThatProcessInstance(byKey(instance(returned))).isCompleted();
  }

  private static String model() throws IOException {
    return Files.readString(Path.of("bpmn", "nomination.bpmn"));
  }

  private void deploy(String model) {
    camunda
        .newDeployResourceCommand()
        .addResourceStringUtf8(model, "nomination.bpmn")
        .send()
        .join();
  }

  private ProcessMigration checked(Map<String, String> renamed) {
    return awaitEnd(migrations.check("nomination", renamed, ADMIN, ADMIN), Status.CHECKED);
  }

  private ProcessMigration awaitEnd(String id, Status status) {
    return await()
        .until(() -> migrations.find(id).orElseThrow(), migration -> migration.status() == status);
  }

  private MigratedInstance found(ProcessMigration migration, Draft draft) {
    return migrations.instances(migration.id(), 0, MOST).stream()
        .filter(one -> one.processInstanceKey() == instance(draft))
        .findFirst()
        .orElseThrow();
  }

  private int version(Draft draft) {
    return camunda
        .newProcessInstanceGetRequest(instance(draft))
        .send()
        .join()
        .getProcessDefinitionVersion();
  }

  private void review(Draft draft, Map<String, Object> entered) {
    awaitStatus(draft, NominationStatus.OFFICE_REVIEW);
    tasklist.complete("chuyenvien", instance(draft), "OfficeReview", entered);
  }

  private long instance(Draft draft) {
    return stored.instance("nomination", draft.id());
  }

  private NominationStatus status(Draft draft) {
    return nominations.details(draft.id(), draft.nominator()).summary().status();
  }

  private void awaitStatus(Draft draft, NominationStatus expected) {
    await().untilAsserted(() -> assertThat(status(draft)).isEqualTo(expected));
  }
}
