package vn.commendation.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.commendation.award.DecidingAuthority.DIRECTOR;
import static vn.commendation.award.DecidingAuthority.PROVINCE;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.commendation.audit.AuditEntry;
import vn.commendation.audit.AuditTrail;
import vn.commendation.award.DecidingAuthority;
import vn.commendation.dossier.BallotEntry;
import vn.commendation.dossier.BallotRow;
import vn.commendation.dossier.BoardFlow;
import vn.commendation.dossier.CouncilFlow;
import vn.commendation.dossier.DossierDetails;
import vn.commendation.dossier.DossierStatus;
import vn.commendation.dossier.Dossiers;
import vn.commendation.dossier.ItemView;
import vn.commendation.dossier.NewDossier;
import vn.commendation.dossier.SignatureFlow;
import vn.commendation.dossier.TaskEntry;
import vn.commendation.nomination.Tasklist;
import vn.commendation.platform.LocalPlatform;
import vn.commendation.platform.LocalPlatformTest;
import vn.commendation.platform.PlatformClock;
import vn.commendation.platform.Stored;
import vn.commendation.publication.Objections;

/** A batch loses its instance at every step, and while an objection is open beside it. */
@LocalPlatformTest
@Tag("reliability")
class DossierRebuildIT {

  private static final String PROCESS = "dossier";
  private static final AtomicInteger NUMBER = new AtomicInteger();

  @Autowired private ApplicationContext application;
  @Autowired private Dossiers dossiers;
  @Autowired private Objections objections;
  @Autowired private CouncilFlow council;
  @Autowired private SignatureFlow signature;
  @Autowired private BoardFlow boardFlow;
  @Autowired private AuditTrail audit;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;
  @Autowired private Clock today;

  private Losses losses;
  private Tasklist tasklist;
  private Stored stored;

  @BeforeEach
  void prepare(LocalPlatform platform) {
    losses = new Losses(application);
    tasklist = new Tasklist(platform);
    stored = new Stored(jdbc);
  }

  @Test
  void shouldGoOnFromEveryStepToTheDecisionAndAnswerEveryObjection(PlatformClock clock) {
    var clear = accepted("LDTT", "MERIT", 18, "qlkh", DIRECTOR);
    var first = accepted("LDTT", "MERIT", 19, "qlkh", DIRECTOR);
    var second = accepted("LDTT", "MERIT", 21, "qlkh", DIRECTOR);
    var third = accepted("LDTT", "MERIT", 35, "ttud", DIRECTOR);
    var id = open(DIRECTOR, clear, first, second, third);
    awaitStatus(id, DossierStatus.BALLOT);
    losses.loseAndRebuild(PROCESS, id);
    complete(id, "thuky", "CouncilBallot", ballot(id));
    awaitStatus(id, DossierStatus.DISCLOSURE);
    losses.loseAndRebuild(PROCESS, id);

    // one is raised while the instance is away, the others before
    object(id, first);
    object(id, second);
    losses.lose(PROCESS, id);
    object(id, third);
    losses.rebuild(PROCESS, id);
    losses.awaitRight(PROCESS, id);
    resolveOne(id);
    losses.loseAndRebuild(PROCESS, id);
    clock.advance(Duration.between(today.instant(), dossier(id).disclosedUntil()).plusMinutes(1));
    awaitStatus(id, DossierStatus.SIGNATURE);
    losses.loseAndRebuild(PROCESS, id);
    complete(
        id, "giamdoc", "LeadershipSignature", Map.of("decision", "return", "reason", "Rà soát"));
    awaitStatus(id, DossierStatus.REVISION);
    losses.loseAndRebuild(PROCESS, id);
    complete(
        id,
        "chuyenvien",
        "ReviseDossier",
        Map.of(
            "decision",
            "resubmit",
            "reason",
            "Đã rà soát",
            "removals",
            rows(id, item -> item.status().name().equals("PASSED"), item -> new HashMap<>())));
    awaitStatus(id, DossierStatus.SIGNATURE);
    sign(id);
    awaitStatus(id, DossierStatus.NUMBER);
    losses.loseAndRebuild(PROCESS, id);
    complete(id, "vanthu", "RegisterNumber", Map.of("date", LocalDate.now(today).toString()));
    awaitStatus(id, DossierStatus.ISSUED);

    // the batch is over, but two objections are not
    await().until(() -> actions(id).contains("dossier.closed"));
    losses.loseAndRebuild(PROCESS, id);
    resolveOne(id);
    losses.loseAndRebuild(PROCESS, id);
    resolveOne(id);
    losses.awaitEnd(PROCESS, id);
    assertThat(objections.of(id)).allMatch(objection -> objection.upheld() != null);
    assertThat(actions(id))
        .containsOnlyOnce(
            "dossier.votes-counted",
            "dossier.disclosed",
            "dossier.disclosure-closed",
            "dossier.returned",
            "dossier.resubmitted",
            "dossier.signed",
            "dossier.numbered",
            "dossier.issued",
            "dossier.closed")
        .filteredOn("dossier.objection-dismissed"::equals)
        .hasSize(3);
  }

  @Test
  void shouldGoOnFromEveryStepToTheProvincesResult(PlatformClock clock) {
    var one = accepted("BK-TINH", "UNPLANNED", 38, "ttud", PROVINCE);
    var other = accepted("BK-TINH", "UNPLANNED", 39, "ttud", PROVINCE);
    var id = open(PROVINCE, one, other);
    awaitStatus(id, DossierStatus.SIGNATURE);
    sign(id);
    awaitStatus(id, DossierStatus.NUMBER);
    complete(id, "vanthu", "RegisterNumber", Map.of("date", LocalDate.now(today).toString()));
    awaitStatus(id, DossierStatus.BOARD);
    losses.loseAndRebuild(PROCESS, id);
    clock.advance(Duration.between(today.instant(), dossier(id).summary().dueAt()).plusMinutes(1));
    await().until(() -> actions(id).contains("dossier.board-chased"));
    losses.loseAndRebuild(PROCESS, id);
    clock.advance(Duration.ofDays(7));
    await().until(() -> actions(id).stream().filter("dossier.board-chased"::equals).count() == 2);
    board(id, "supplement", "78/BTĐKT", Map.of());
    awaitStatus(id, DossierStatus.BOARD_SUPPLEMENT);
    losses.loseAndRebuild(PROCESS, id);
    complete(id, "chuyenvien", "BoardSupplement", Map.of("reason", "Đã bổ sung"));
    awaitStatus(id, DossierStatus.BOARD);
    board(id, "result", "1234/QĐ-UBND", Map.of(one, "award", other, "none"));
    await().until(() -> actions(id).contains("dossier.results-recorded"));
    losses.loseAndRebuild(PROCESS, id);
    board(id, "result", "80/TB-BTĐKT", Map.of(other, "not-award"));
    awaitStatus(id, DossierStatus.ANNOUNCED);
    losses.awaitEnd(PROCESS, id);
    assertThat(actions(id)).containsOnlyOnce("dossier.signed", "dossier.board-asked");
  }

  @Test
  void shouldGoOnWhereTheSystemWasAtWorkWhenTheEngineWasLost() {
    var one = accepted("GK-SO", "MOVEMENT", 40, "ttud", DIRECTOR);
    var id = open(DIRECTOR, one);
    awaitStatus(id, DossierStatus.BALLOT);

    // the votes are recorded and not counted
    losses.lose(PROCESS, id);
    in(
        () ->
            council.recordBallot(
                id,
                "thuky",
                new BallotEntry(
                    LocalDate.now(today),
                    "Biên bản",
                    List.of(new BallotRow(one, entitled(id), 0, 0, 0, 0)))));
    assertThat(status(id)).isEqualTo(DossierStatus.PROCESSING);
    losses.rebuild(PROCESS, id);
    awaitStatus(id, DossierStatus.SIGNATURE);
    sign(id);
    awaitStatus(id, DossierStatus.NUMBER);

    // the number is given and nothing issued
    losses.lose(PROCESS, id);
    in(
        () ->
            signature.recordNumber(
                id,
                "vanthu",
                new TaskEntry(null, null, null, LocalDate.now(today), null, List.of())));
    assertThat(status(id)).isEqualTo(DossierStatus.PROCESSING);
    losses.rebuild(PROCESS, id);
    losses.awaitEnd(PROCESS, id);
    assertThat(status(id)).isEqualTo(DossierStatus.ISSUED);
    assertThat(actions(id))
        .containsOnlyOnce("dossier.votes-counted", "dossier.numbered", "dossier.closed");
  }

  @Test
  void shouldBeginAgainWithABatchWhoseFirstStepWasLost() {
    var one = accepted("GK-SO", "UNPLANNED", 41, "ttud", DIRECTOR);
    var id = open(DIRECTOR, one);
    awaitStatus(id, DossierStatus.SIGNATURE);
    losses.lose(PROCESS, id);
    // as it was before the first step
    jdbc.sql(
            """
            update dossier set status = 'PROCESSING', process_instance_key = null, due_at = null,
              places_counted = false, signatory_name = null, signature_line = null where id = ?""")
        .param(id)
        .update();

    losses.rebuild(PROCESS, id);

    awaitStatus(id, DossierStatus.SIGNATURE);
    sign(id);
    awaitStatus(id, DossierStatus.NUMBER);
  }

  private int entitled(String id) {
    var batch = dossier(id);
    return 9
        - (int)
            batch.items().stream()
                .flatMap(item -> batch.conflictsOf(item).stream())
                .map(conflict -> conflict.personId())
                .distinct()
                .count();
  }

  private void in(Runnable work) {
    transaction.executeWithoutResult(inside -> work.run());
  }

  private List<String> actions(String id) {
    return audit.of(id).stream().map(AuditEntry::action).toList();
  }

  private String accepted(
      String award, String type, long person, String nominator, DecidingAuthority authority) {
    var id = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into nomination
              (id, version, code, campaign_id, commendation_type, award_code, subject_kind,
               person_id, unit_id, nominator, nominee_name, nominee_position, unit_name, title,
               achievements, period_from, period_to, status, revision, rule_set,
               deciding_authority, created_at, submitted_at, updated_at)
            select :id, 0, :code, null, :type, :award, 'INDIVIDUAL', p.id, u.id, :nominator,
              p.full_name, p.position_name, u.name, 'Sáng kiến số hóa', 'Rút ngắn 40% thời gian.',
              '2027-01-01', '2027-10-31', 'ACCEPTED', 1, 'R4', :authority,
              '2026-11-02 02:00:00', '2026-11-02 02:00:00', '2026-11-02 02:00:00'
            from person p join unit u on u.id = p.unit_id where p.id = :person""")
        .param("id", id)
        .param("code", "RB-%d-%04d".formatted(today.millis() % 100_000, NUMBER.incrementAndGet()))
        .param("type", type)
        .param("award", award)
        .param("person", person)
        .param("nominator", nominator)
        .param("authority", authority.name())
        .update();
    jdbc.sql(
            """
            insert into nomination_check values (?, '2026-11-02 02:00:00', 'IN_HOUSE', 'ORDINARY',
              ?, ?)""")
        .params(id, !type.equals("UNPLANNED"), type.equals("MERIT"))
        .update();
    return id;
  }

  private String open(DecidingAuthority authority, String... ids) {
    return dossiers.open(
        new NewDossier(authority, "Khen thưởng năm 2027", List.of(ids)), "chuyenvien");
  }

  private Map<String, Object> ballot(String id) {
    return Map.of(
        "meetingDate",
        LocalDate.now(today).toString(),
        "minutes",
        "Hội đồng họp phiên thường kỳ.",
        "ballots",
        rows(
            id,
            item -> item.status().name().equals("IN"),
            item ->
                new HashMap<>(
                    Map.of("votesFor", 8, "votesAgainst", 0, "votesBlank", 0, "absent", 0))));
  }

  private void sign(String id) {
    awaitStatus(id, DossierStatus.SIGNATURE);
    complete(
        id,
        "giamdoc",
        "LeadershipSignature",
        Map.of(
            "decision",
            "sign",
            "signatures",
            rows(
                id,
                item -> List.of("IN", "PASSED").contains(item.status().name()),
                item -> new HashMap<>(Map.of("decision", "sign")))));
  }

  private void board(String id, String decision, String reference, Map<String, String> results) {
    var entered = new HashMap<String, Object>();
    entered.put("decision", decision);
    entered.put("reference", reference);
    entered.put("resultDate", LocalDate.now(today).toString());
    entered.put("reason", "Theo thông báo");
    entered.put("note", "Theo thông báo");
    entered.put(
        "results",
        results.entrySet().stream()
            .map(entry -> Map.of("itemId", entry.getKey(), "result", entry.getValue()))
            .toList());
    complete(id, "chuyenvien", "BoardResult", entered);
  }

  private void object(String id, String nomination) {
    objections.raise(
        UUID.randomUUID().toString(),
        id,
        nomination,
        "Thành tích nêu trong danh sách là của cả phòng, không phải của một người.",
        "0900 000 000",
        "nhanvien2");
  }

  private void resolveOne(String id) {
    var before = resolved(id);
    var task = tasklist.task("chuyenvien", instance(id), "ResolveObjection");
    await().until(() -> task.variable("objectionId"), Objects::nonNull);
    task.complete(Map.of("decision", "dismiss", "reason", "Đã xác minh tại đơn vị"));
    await().until(() -> resolved(id) > before);
  }

  private long resolved(String id) {
    return objections.of(id).stream().filter(one -> one.upheld() != null).count();
  }

  private List<Map<String, Object>> rows(
      String id, Predicate<ItemView> wanted, Function<ItemView, Map<String, Object>> entered) {
    return dossier(id).items().stream()
        .filter(wanted)
        .map(
            item -> {
              var row = entered.apply(item);
              row.put("itemId", item.nominationId());
              return row;
            })
        .toList();
  }

  private void complete(String id, String username, String element, Map<String, Object> entered) {
    tasklist.complete(username, instance(id), element, entered);
  }

  private void awaitStatus(String id, DossierStatus expected) {
    await().untilAsserted(() -> assertThat(status(id)).isEqualTo(expected));
  }

  private DossierStatus status(String id) {
    return dossier(id).summary().status();
  }

  private DossierDetails dossier(String id) {
    return dossiers.details(id, "chanhvp").orElseThrow();
  }

  private long instance(String id) {
    return stored.instance("dossier", id);
  }
}
