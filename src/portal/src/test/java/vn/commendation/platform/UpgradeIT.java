package vn.commendation.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.commendation.dossier.Conflict;
import vn.commendation.dossier.DossierDetails;
import vn.commendation.dossier.Dossiers;
import vn.commendation.dossier.ItemView;
import vn.commendation.engine.ProcessMigration.InstanceStatus;
import vn.commendation.engine.ProcessMigration.Status;
import vn.commendation.engine.ProcessMigrations;
import vn.commendation.nomination.Nominations;
import vn.commendation.nomination.Tasklist;
import vn.commendation.reliability.ReliabilityTest;

/**
 * This version on the data of an earlier one, with its running instances. The dump was taken from
 * the product of 30 November 2026 while eight cases and batches stood at different steps; the
 * contents of its formal documents were left out.
 */
@ReliabilityTest
@TestInstance(Lifecycle.PER_CLASS)
class UpgradeIT {

  private static final Path DUMP =
      Path.of("src/portal/src/test/resources/upgrade/november-2026.sql.gz");
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private static final String REVIEWED = "e78d81cd-5fe4-4c37-8b6e-f639b68444c0";
  private static final String RETURNED = "ad992031-95dc-46be-8f69-ce1826119d7b";
  private static final String WAITING = "d7c29481-1d6f-42a0-947d-139470193936";
  private static final String HELD = "33b10dd2-95b5-429a-beb5-8d1e37b21d5a";
  private static final String BALLOT = "768c9caa-4392-49ec-8be1-389b31ecf15d";
  private static final String SIGNATURE = "51318b4e-fd59-4e9e-ac0e-216eb744722c";
  private static final String NUMBER = "05060861-faea-435c-8b0e-bb275af04e65";
  private static final String BOARD = "679902e9-933f-41a8-9de0-5ec05209acdf";

  private OwnProduct product;
  private Tasklist tasklist;

  @BeforeAll
  void startOnTheEarlierData() throws Exception {
    Awaitility.setDefaultTimeout(PATIENCE);
    product = new OwnProduct("upgrade");
    product.restore(DUMP, "both");
    product.start(true);
    tasklist = new Tasklist(product.platform());
  }

  @AfterAll
  void stop() {
    product.close();
  }

  @Test
  void shouldCarryWhatRanToItsEndInItsOwnVersionAndInTheNewOne() {
    // in the version they began with
    sign(SIGNATURE);
    number(SIGNATURE);
    awaitStatus("dossier", SIGNATURE, "ISSUED");
    number(NUMBER);
    awaitStatus("dossier", NUMBER, "ISSUED");

    // in this one
    move("nomination");
    move("dossier");
    review();
    ballot();
    sign(BALLOT);
    number(BALLOT);
    awaitStatus("dossier", BALLOT, "ISSUED");
    board();
    awaitStatus("dossier", BOARD, "ANNOUNCED");
    for (var id : List.of(RETURNED, WAITING, HELD, REVIEWED)) {
      withdraw(id);
    }

    // every case of the dump has ended, and nothing disagrees
    await()
        .until(
            () ->
                product.number(
                        """
                        select count(*) from nomination
                        where process_instance_key is not null and closed_at is null""")
                    == 0);
    assertThat(product.number("select count(*) from engine_command where status <> 'SENT'"))
        .isZero();
    assertThat(product.compared().lines()).isEmpty();
  }

  private void move(String process) {
    var migrations = product.portal(ProcessMigrations.class);
    var id = migrations.check(process, Map.of(), "quantri", "quantri");
    var checked =
        await()
            .until(() -> migrations.find(id).orElseThrow(), one -> one.status() == Status.CHECKED);
    assertThat(checked.counts()).containsOnlyKeys(InstanceStatus.READY);
    assertThat(migrations.move(id, "quantri", "quantri")).isTrue();
    var moved =
        await().until(() -> migrations.find(id).orElseThrow(), one -> one.status() == Status.DONE);
    assertThat(moved.counts()).containsOnlyKeys(InstanceStatus.MOVED);
  }

  private void review() {
    tasklist.complete(
        "chuyenvien",
        instance("nomination", REVIEWED),
        "OfficeReview",
        Map.of("decision", "accept", "note", "Tiêu biểu"));
    awaitStatus("nomination", REVIEWED, "ACCEPTED");
  }

  private void withdraw(String id) {
    var nominator =
        jdbc()
            .sql("select nominator from nomination where id = ?")
            .param(id)
            .query(String.class)
            .single();
    product.portal(Nominations.class).withdraw(id, "Kết thúc đợt", nominator);
  }

  /** Whoever has a vote on a nominee gives it to him. */
  private void ballot() {
    var batch = dossier(BALLOT);
    complete(
        BALLOT,
        "thuky",
        "CouncilBallot",
        Map.of(
            "meetingDate",
            LocalDate.now().toString(),
            "minutes",
            "Hội đồng họp phiên thường kỳ.",
            "ballots",
            batch.items().stream().map(item -> votes(batch, item)).toList()));
  }

  private static Map<String, Object> votes(DossierDetails batch, ItemView item) {
    var barred = batch.conflictsOf(item).stream().map(Conflict::personId).distinct().count();
    return Map.of(
        "itemId",
        item.nominationId(),
        "votesFor",
        batch.councilSize() - barred,
        "votesAgainst",
        0,
        "votesBlank",
        0,
        "absent",
        0);
  }

  private void sign(String id) {
    complete(
        id,
        "giamdoc",
        "LeadershipSignature",
        Map.of("decision", "sign", "signatures", rows(id, Map.of("decision", "sign"))));
  }

  private void number(String id) {
    complete(id, "vanthu", "RegisterNumber", Map.of("date", LocalDate.now().toString()));
  }

  private void board() {
    var entered = new HashMap<String, Object>();
    entered.put("decision", "result");
    entered.put("reference", "1234/QĐ-UBND");
    entered.put("resultDate", LocalDate.now().toString());
    entered.put("results", rows(BOARD, Map.of("result", "award")));
    complete(BOARD, "chuyenvien", "BoardResult", entered);
  }

  private void complete(String id, String username, String element, Map<String, Object> entered) {
    tasklist.complete(username, instance("dossier", id), element, entered);
  }

  private long instance(String table, String id) {
    return new Stored(jdbc()).instance(table, id);
  }

  private void awaitStatus(String table, String id, String status) {
    await()
        .untilAsserted(
            () ->
                assertThat(
                        jdbc()
                            .sql("select status from %s where id = ?".formatted(table))
                            .param(id)
                            .query(String.class)
                            .single())
                    .isEqualTo(status));
  }

  private List<Map<String, Object>> rows(String dossier, Map<String, Object> entered) {
    return dossier(dossier).items().stream()
        .map(
            item -> {
              var row = new HashMap<>(entered);
              row.put("itemId", item.nominationId());
              return (Map<String, Object>) row;
            })
        .toList();
  }

  private DossierDetails dossier(String id) {
    return product.portal(Dossiers.class).details(id, "chanhvp").orElseThrow();
  }

  private JdbcClient jdbc() {
    return product.portal(JdbcClient.class);
  }
}
