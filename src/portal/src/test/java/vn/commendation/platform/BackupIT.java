package vn.commendation.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.UserTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.commendation.nomination.Cases;
import vn.commendation.nomination.Cases.Draft;
import vn.commendation.nomination.NominationStatus;
import vn.commendation.nomination.Nominations;
import vn.commendation.recovery.DriftKind;
import vn.commendation.recovery.Outcome;
import vn.commendation.recovery.Recovery;
import vn.commendation.recovery.Recovery.DriftLine;
import vn.commendation.reliability.ReliabilityTest;
import vn.commendation.reliability.Seed;

/**
 * Dumps taken while cases move, restored as the recovery page says: with the scripts of production,
 * on a database server of its own, with engine and portal started anew on it.
 */
@ReliabilityTest
@TestInstance(Lifecycle.PER_CLASS)
class BackupIT {

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Path DIRECTORY = Path.of("target", "backup").toAbsolutePath();

  private final List<Draft> drafts = new CopyOnWriteArrayList<>();

  private RandomGenerator random;
  private OwnProduct product;

  @BeforeAll
  void startEverything(Seed seed) {
    Awaitility.setDefaultTimeout(PATIENCE);
    random = seed.random("backup");
    product = new OwnProduct("backup");
    product.start(true);
  }

  @AfterAll
  void stopEverything() {
    product.close();
  }

  @Test
  void shouldGoOnFromADumpThatWasTakenWhileCasesMoved() throws Exception {
    var dump = dumpFile("load");
    var busy = new AtomicBoolean(true);
    var people = Thread.ofPlatform().start(() -> work(busy));
    await().until(() -> cases("OFFICE_REVIEW", "SUPPLEMENT", "ACCEPTED", "REJECTED") >= 4);
    var before = cases();

    product.backup(dump);

    await().until(() -> cases() > before + 2);
    busy.set(false);
    people.join();
    product.stop();
    product.restore(dump, "both");
    drafts.removeIf(draft -> !exists(draft));
    product.start(false);

    assertThat(product.compared().lines()).isEmpty();
    finishEverything();
    assertThat(product.compared().lines()).isEmpty();
  }

  @Test
  void shouldRebuildWhatAnOlderDumpOfTheEngineDoesNotKnow() throws Exception {
    for (var n = 0; n < 4; n++) {
      submit();
    }
    await().until(() -> cases("SUBMITTED") == 0);
    var dump = dumpFile("older");
    product.backup(dump);
    var labels = labels();
    // the engine forgets all of this: two decided on, one returned, one begun
    await().until(() -> tasks("OfficeReview").size() >= 4);
    var waiting = tasks("OfficeReview");
    decide(waiting.get(0), "accept");
    decide(waiting.get(1), "reject");
    decide(waiting.get(2), "return");
    submit();
    await().until(() -> cases("SUBMITTED") == 0 && cases("SUPPLEMENT") >= 1);
    await().until(() -> cases("REJECTED") >= 1 && cases("ACCEPTED") >= 1);
    product.stop();
    product.restore(dump, "engine");
    product.start(false);

    assertThat(labels()).isEqualTo(labels + 1);
    assertThat(product.compared().counts())
        .containsKeys(DriftKind.ELSEWHERE, DriftKind.MISSING, DriftKind.UNKNOWN);
    rebuild();

    assertThat(product.compared().lines()).isEmpty();
    finishEverything();
    assertThat(product.compared().lines()).isEmpty();
  }

  @Test
  void shouldGiveEveryCaseItsInstanceInAnEmptyEngine() throws Exception {
    for (var n = 0; n < 3; n++) {
      submit();
    }
    await().until(() -> cases("SUBMITTED") == 0 && tasks("OfficeReview").size() >= 3);
    decide(tasks("OfficeReview").getFirst(), "return");
    await().until(() -> cases("SUPPLEMENT") >= 1);
    var dump = dumpFile("new");
    product.backup(dump);
    product.stop();
    product.restore(dump, "portal+new");
    product.start(false);

    var open = cases("OFFICE_REVIEW", "SUPPLEMENT", "ACCEPTED");
    assertThat(product.compared().lines())
        .hasSize((int) open)
        .extracting(DriftLine::kind)
        .containsOnly(DriftKind.MISSING);
    assertThat(product.command("rebuild-engine=" + "preview")).isEqualTo(1);
    assertThat(product.compared().lines()).hasSize((int) open);
    assertThat(product.command("rebuild-engine=" + "run")).isZero();

    assertThat(product.compared().lines()).isEmpty();
    finishEverything();
    assertThat(product.compared().lines()).isEmpty();
  }

  private void submit() {
    var cases = new Cases(product.portal(Nominations.class));
    drafts.add(cases.submitted(Cases.IN_HOUSE));
  }

  /** People send cases and decide on them until nobody is to any more. */
  private void work(AtomicBoolean busy) {
    for (var n = 0; busy.get() && n < 60; n++) {
      submit();
      var tasks = tasks("OfficeReview");
      if (!tasks.isEmpty()) {
        decide(
            tasks.get(random.nextInt(tasks.size())),
            List.of("accept", "reject", "return").get(random.nextInt(3)));
      }
    }
  }

  private void decide(UserTask task, String decision) {
    var entered = new HashMap<String, Object>();
    entered.put("decision", decision);
    entered.put("reason", "Theo kết quả thẩm định");
    entered.put("note", "Đủ điều kiện");
    entered.put("reopen", List.of("evidence"));
    try {
      product
          .engine()
          .newAssignUserTaskCommand(task.getUserTaskKey())
          .assignee("chuyenvien")
          .send()
          .join();
      product
          .engine()
          .newCompleteUserTaskCommand(task.getUserTaskKey())
          .variables(entered)
          .send()
          .join();
    } catch (ClientException e) {
      // it is gone by now
      assertThat(e.getMessage()).containsAnyOf("404", "409");
    }
  }

  private List<UserTask> tasks(String element) {
    return product
        .engine()
        .newUserTaskSearchRequest()
        .filter(filter -> filter.elementId(element).state(UserTaskState.CREATED))
        .send()
        .join()
        .items();
  }

  /** The Office rejects what waits for it, the units withdraw the rest; every case is closed. */
  private void finishEverything() {
    var nominations = product.portal(Nominations.class);
    await()
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> {
              tasks("OfficeReview").forEach(task -> decide(task, "reject"));
              for (var draft : drafts) {
                var status = nominations.details(draft.id(), draft.nominator()).summary().status();
                if (Set.of(NominationStatus.SUPPLEMENT, NominationStatus.ACCEPTED)
                    .contains(status)) {
                  nominations.withdraw(draft.id(), "Kết thúc đợt", draft.nominator());
                }
              }
              return open() == 0;
            });
    for (var draft : drafts) {
      assertThat(actions(draft.id())).as(draft.id()).doesNotHaveDuplicates();
    }
  }

  private List<String> actions(String id) {
    return product
        .portal(JdbcClient.class)
        .sql(
            """
            select action from audit_entry where subject_id = ? and action in
              ('nomination.submitted', 'nomination.office-review.accept',
               'nomination.office-review.reject', 'nomination.withdrawn',
               'nomination.outcome-notified')""")
        .param(id)
        .query(String.class)
        .list();
  }

  private void rebuild() {
    var recovery = product.portal(Recovery.class);
    var id = recovery.report().orElseThrow().reconciliation().id();
    assertThat(recovery.rebuild(id, "quantri")).isTrue();
    await().until(() -> recovery.report().orElseThrow().reconciliation().rebuildEnds() != null);
    assertThat(recovery.report().orElseThrow().lines())
        .extracting(DriftLine::outcome)
        .doesNotContain(Outcome.FAILED);
  }

  private boolean exists(Draft draft) {
    return product
        .sql(
            "select count(*) from nomination where status <> 'DRAFT' and id = '" + draft.id() + "'")
        .equals("1");
  }

  /** Cases of these tests, not those of the demonstration. */
  private long cases(String... statuses) {
    return product.number(
        "select count(*) from nomination where revision > 0 and status in ('%s') and id in ('%s')"
            .formatted(
                String.join("','", statuses),
                String.join("','", drafts.stream().map(Draft::id).toList())));
  }

  private long cases() {
    return product.number("select count(*) from nomination where status <> 'DRAFT'");
  }

  private long open() {
    return product.number(
        "select count(*) from nomination where status <> 'DRAFT' and closed_at is null");
  }

  private long labels() {
    return product.number("select count(*) from engine_cluster");
  }

  private static Path dumpFile(String name) throws IOException {
    Files.createDirectories(DIRECTORY.resolve("dumps"));
    return DIRECTORY.resolve("dumps").resolve(name + ".sql.gz");
  }
}
