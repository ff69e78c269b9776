package vn.commendation.dossier;

import static io.camunda.process.test.api.CamundaAssert.assertThatProcessInstance;
import static io.camunda.process.test.api.assertions.ProcessInstanceSelectors.byKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;
import static vn.commendation.award.DecidingAuthority.DIRECTOR;
import static vn.commendation.award.DecidingAuthority.PROVINCE;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.commendation.award.DecidingAuthority;
import vn.commendation.nomination.Nominations;
import vn.commendation.nomination.Tasklist;
import vn.commendation.platform.LocalPlatform;
import vn.commendation.platform.LocalPlatformTest;
import vn.commendation.platform.PlatformClock;
import vn.commendation.platform.Stored;
import vn.commendation.publication.ObjectionView;
import vn.commendation.publication.Objections;

/** Every way a batch can end, on the real engine and with the real Tasklist. */
@LocalPlatformTest
class DossierProcessIT {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  @Autowired private Dossiers dossiers;
  @Autowired private Nominations nominations;
  @Autowired private Objections objections;
  @Autowired private JdbcClient jdbc;

  /** Other tests may have moved it. */
  @Autowired private Clock today;

  private Tasklist tasklist;
  private Stored stored;

  @BeforeEach
  void prepare(LocalPlatform platform) {
    tasklist = new Tasklist(platform);
    stored = new Stored(jdbc);
  }

  @Test
  void shouldIssueTheDecisionForThoseWhoPassedTheBallot() {
    var passing = accepted("GK-SO", "MOVEMENT", 36, "ttud", DIRECTOR);
    var failing = accepted("GK-SO", "MOVEMENT", 37, "ttud", DIRECTOR);
    var id = open(DIRECTOR, passing, failing);
    awaitStatus(id, DossierStatus.BALLOT);

    // who may not record, and what cannot be right
    tasklist.intrude(
        "chanhvp", instance(id), "CouncilBallot", ballot(id, item -> votes(8, 0, 0, 0)));
    awaitDenial(id, "Võ Thanh Sơn không có thẩm quyền thực hiện bước này.");
    ballot(id, "thuky", item -> votes(9, 0, 0, 0));
    awaitDenial(id, "phải bằng đúng 8 người được bỏ phiếu");
    assertThat(dossier(id).items()).allSatisfy(item -> assertThat(item.votesFor()).isNull());
    ballot(
        id,
        "thuky",
        item -> item.nominationId().equals(passing) ? votes(5, 2, 0, 1) : votes(4, 4, 0, 0));

    awaitStatus(id, DossierStatus.SIGNATURE);
    assertThat(item(id, passing).status()).isEqualTo(ItemStatus.PASSED);
    assertThat(item(id, passing).entitled()).isEqualTo(8);
    assertThat(dossier(id).councilSize()).isEqualTo(9);
    assertThat(item(id, failing).status()).isEqualTo(ItemStatus.NOT_PASSED);
    assertThat(nominationStatus(failing)).isEqualTo("NOT_PASSED");
    assertThat(dossier(id).conflictsOf(item(id, passing)))
        .extracting(Conflict::memberName, Conflict::kind)
        .containsExactly(tuple("Lê Quang Minh", ConflictKind.NOMINATOR));

    tasklist.intrude(
        "chanhvp", instance(id), "LeadershipSignature", signatures(id, item -> "sign"));
    awaitDenial(
        id, "Võ Thanh Sơn không có thẩm quyền thực hiện bước này: chỉ được phân công ký thông báo");
    sign(id, "giamdoc", item -> "sign");
    awaitStatus(id, DossierStatus.NUMBER);
    assertThat(nominationStatus(passing)).isEqualTo("SIGNED");
    assertThatThrownBy(() -> nominations.withdraw(passing, "Muộn", "ttud"))
        .hasMessage("not-withdrawable");

    number(id, LocalDate.now(today).plusDays(1));
    awaitDenial(id, "Ngày");
    number(id, LocalDate.now(today));

    awaitStatus(id, DossierStatus.ISSUED);
    assertEnded(id, "EndIssued");
    assertThat(item(id, passing).status()).isEqualTo(ItemStatus.AWARDED);
    assertThat(nominationStatus(passing)).isEqualTo("AWARDED_IN_HOUSE");
    assertThat(
            jdbc.sql("select decision_number from award_given where nomination_id = ?")
                .param(passing)
                .query(String.class)
                .list())
        .containsExactly(dossier(id).numberSymbol());
    assertThat(dossier(id).timeline())
        .filteredOn(entry -> entry.action().equals("dossier.decision-denied"))
        .extracting(DossierEvent::who)
        .containsExactly("Võ Thanh Sơn", "Đỗ Hoàng Long", "Võ Thanh Sơn", "Bùi Thị Mai");
    // every step has left its documents; the decision was a draft until it had its number
    awaitDocuments(
        id,
        "AWARD_MONEY_LIST",
        "BALLOT_PAPER",
        "CERTIFICATE",
        "COUNTING_MINUTES",
        "DECISION",
        "MEETING_INVITATION",
        "MEETING_MINUTES");
    assertThat(
            jdbc.sql(
                    """
                    select coalesce(symbol, 'DRAFT') from formal_document
                    where kind = 'DECISION' and subject_id = ? order by version""")
                .param(id)
                .query(String.class)
                .list())
        .startsWith("DRAFT")
        .endsWith(dossier(id).numberSymbol());
  }

  @Test
  void shouldEndWithNobodyWhenAllFailTheBallotOrWithdraw() {
    var failing = accepted("GK-SO", "MOVEMENT", 38, "ttud", DIRECTOR);
    var leaving = accepted("GK-SO", "MOVEMENT", 39, "ttud", DIRECTOR);
    var id = open(DIRECTOR, failing, leaving);
    awaitStatus(id, DossierStatus.BALLOT);

    nominations.withdraw(leaving, "Đề nghị nhầm người", "ttud");
    assertThat(item(id, leaving).status()).isEqualTo(ItemStatus.WITHDRAWN);
    ballot(id, "thuky", item -> votes(0, 8, 0, 0));

    awaitStatus(id, DossierStatus.NO_NOMINEE);
    assertEnded(id, "EndNoNominee");
    assertThat(nominationStatus(failing)).isEqualTo("NOT_PASSED");
    assertThat(nominationStatus(leaving)).isEqualTo("WITHDRAWN");
  }

  @Test
  void shouldPauseOnlyTheNomineeSomebodyObjectsTo(PlatformClock clock) {
    var clear = accepted("LDTT", "MERIT", 18, "qlkh", DIRECTOR);
    var dismissed = accepted("LDTT", "MERIT", 19, "qlkh", DIRECTOR);
    var upheld = accepted("LDTT", "MERIT", 21, "qlkh", DIRECTOR);
    var open = accepted("LDTT", "MERIT", 35, "ttud", DIRECTOR);
    var lateUpheld = accepted("LDTT", "MERIT", 24, "qlkh", DIRECTOR);
    var id = open(DIRECTOR, clear, dismissed, upheld, open, lateUpheld);
    ballot(id, "thuky", item -> votes(8, 0, 0, 0));
    awaitStatus(id, DossierStatus.DISCLOSURE);

    object(id, dismissed);
    object(id, upheld);
    assertThat(item(id, dismissed).status()).isEqualTo(ItemStatus.PAUSED);
    assertThat(item(id, clear).status()).isEqualTo(ItemStatus.PASSED);
    assertThatProcessInstance(byKey(instance(id))).hasActiveElement("ResolveObjection", 2);
    // each objection leads to the task that asks about it
    await()
        .untilAsserted(
            () ->
                assertThat(dossier(id).objections())
                    .extracting(ObjectionView::taskUrl)
                    .allMatch(url -> url.matches(".*/tasklist/default/#/\\?task=\\d+"))
                    .doesNotHaveDuplicates()
                    .hasSize(2));
    resolveAll(id, Map.of("Lê Thị Bích Ngọc", "dismiss", "Vũ Thị Quỳnh Như", "uphold"));
    await()
        .untilAsserted(
            () -> {
              assertThat(item(id, dismissed).status()).isEqualTo(ItemStatus.PASSED);
              assertThat(item(id, upheld).status()).isEqualTo(ItemStatus.OBJECTION_UPHELD);
            });
    assertThat(nominationStatus(upheld)).isEqualTo("OBJECTION_UPHELD");

    object(id, open);
    object(id, lateUpheld);
    assertThatProcessInstance(byKey(instance(id))).hasActiveElement("ResolveObjection", 2);
    // the others are known to be done, so this can only be a new one
    tasklist.task("chuyenvien", instance(id), "ResolveObjection");
    clock.advance(Duration.between(today.instant(), dossier(id).disclosedUntil()).plusMinutes(1));
    awaitStatus(id, DossierStatus.SIGNATURE);
    assertThat(item(id, open).status()).isEqualTo(ItemStatus.SPLIT_OFF);
    assertThat(dossier(id).followUps()).isEmpty();

    // resolved after the others have gone on: a batch of its own, straight to the signature
    resolveAll(id, Map.of("Nguyễn Thị Diễm Hương", "dismiss", "Tạ Đình Phúc", "uphold"));
    await()
        .untilAsserted(
            () -> assertThat(nominationStatus(lateUpheld)).isEqualTo("OBJECTION_UPHELD"));
    assertThat(item(id, lateUpheld).status()).isEqualTo(ItemStatus.OBJECTION_UPHELD);
    await().untilAsserted(() -> assertThat(dossier(id).followUps()).hasSize(1));
    var followUp = dossier(id).followUps().getFirst().id();
    awaitStatus(followUp, DossierStatus.SIGNATURE);
    assertThat(dossier(followUp).origin().id()).isEqualTo(id);
    assertThat(item(followUp, open).votesFor()).isEqualTo(8);
    assertThatProcessInstance(byKey(instance(followUp)))
        .hasNotActivatedElements("CouncilBallot", "PublishDisclosure");

    sign(id, "giamdoc", item -> "sign");
    number(id, LocalDate.now(today));
    awaitStatus(id, DossierStatus.ISSUED);
    assertEnded(id, "EndIssued");
    sign(followUp, "giamdoc", item -> "refuse");
    awaitStatus(followUp, DossierStatus.REFUSED);
    assertEnded(followUp, "EndRefused");
    assertThat(nominationStatus(open)).isEqualTo("REFUSED");
  }

  @Test
  void shouldLetTheCouncilChooseWherePlacesAreShort() {
    var workers = new ArrayList<String>();
    for (var person : List.of(18, 20, 21, 36, 38, 40, 41)) {
      workers.add(accepted("LDTT", "MERIT", person, person > 30 ? "ttud" : "qlkh", DIRECTOR));
    }
    var chosen = accepted("CSTDCS", "MERIT", 18, "qlkh", DIRECTOR);
    var leftOut = accepted("CSTDCS", "MERIT", 36, "ttud", DIRECTOR);
    var all = new ArrayList<>(workers);
    all.addAll(List.of(chosen, leftOut));
    var id = open(DIRECTOR, all.toArray(String[]::new));
    awaitStatus(id, DossierStatus.BALLOT);
    // the demonstration year may have others with the award already: they count for both
    ballot(id, "thuky", item -> everybodyFor(id, item));
    awaitStatus(id, DossierStatus.QUOTA_SELECTION);
    assertThat(dossier(id).quotas())
        .singleElement()
        .satisfies(quota -> assertThat(quota.exceeded()).isTrue());

    select(id, "thuky", Map.of(chosen, true, leftOut, true));
    awaitDenial(id, "nhưng giữ lại 2");
    select(id, "thuky", Map.of(chosen, true, leftOut, false));

    awaitStatus(id, DossierStatus.DISCLOSURE);
    assertThat(item(id, chosen).status()).isEqualTo(ItemStatus.PASSED);
    assertThat(item(id, leftOut).status()).isEqualTo(ItemStatus.LEFT_OUT);
    assertThat(nominationStatus(leftOut)).isEqualTo("NOT_PASSED");
    assertThat(item(id, workers.getFirst()).status()).isEqualTo(ItemStatus.PASSED);
  }

  @Test
  void shouldLetTheCouncilChooseWhereACampaignsCeilingIsReachedByAnotherBatch() {
    var campaign = campaign("GK-SO", 2);
    var first = inCampaign(campaign, 36, 37);
    var id = open(DIRECTOR, first.toArray(String[]::new));
    ballot(id, "thuky", item -> votes(8, 0, 0, 0));
    // both of the two places are taken, neither more nor less
    awaitStatus(id, DossierStatus.SIGNATURE);
    assertThat(dossier(id).quotas())
        .singleElement()
        .satisfies(quota -> assertThat(quota.exceeded()).isFalse());

    var late = inCampaign(campaign, 38).getFirst();
    var next = open(DIRECTOR, late);
    ballot(next, "thuky", item -> votes(8, 0, 0, 0));
    awaitStatus(next, DossierStatus.QUOTA_SELECTION);
    assertThat(dossier(next).quotas())
        .singleElement()
        .satisfies(quota -> assertThat(quota.taken()).isEqualTo(2));
    select(next, "thuky", Map.of(late, true));
    awaitDenial(next, "chỉ còn 0 suất nhưng giữ lại 1");

    // a place becomes free again
    nominations.withdraw(first.getFirst(), "Đề nghị nhầm", "ttud");
    select(next, "thuky", Map.of(late, true));
    awaitStatus(next, DossierStatus.SIGNATURE);
    assertThat(item(next, late).status()).isEqualTo(ItemStatus.PASSED);
  }

  @Test
  void shouldTellWhoResolvedWhichObjection() {
    var one = accepted("LDTT", "MERIT", 22, "qlkh", DIRECTOR);
    var other = accepted("LDTT", "MERIT", 23, "qlkh", DIRECTOR);
    var id = open(DIRECTOR, one, other);
    ballot(id, "thuky", item -> everybodyFor(id, item));
    awaitStatus(id, DossierStatus.DISCLOSURE);
    object(id, one);
    object(id, other);
    assertThatProcessInstance(byKey(instance(id))).hasActiveElement("ResolveObjection", 2);

    var resolved = new HashMap<String, String>();
    for (var officer : List.of("chuyenvien", "chanhvp")) {
      var task = tasklist.task(officer, instance(id), "ResolveObjection");
      var objection = await().until(() -> task.variable("objectionId"), Objects::nonNull).asText();
      task.complete(Map.of("decision", "dismiss", "reason", "Đã xác minh tại đơn vị"));
      resolved.put(objection, officer);
    }

    assertThat(resolved).hasSize(2);
    await()
        .untilAsserted(
            () ->
                assertThat(objections.of(id))
                    .allSatisfy(
                        objection ->
                            assertThat(objection.resolvedBy())
                                .isEqualTo(resolved.get(objection.id()))));
  }

  @Test
  void shouldSplitAListThatNobodyMaySignAlone() {
    var director = accepted("GK-SO", "UNPLANNED", 1, "chanhvp", DIRECTOR);
    var deputy = accepted("GK-SO", "UNPLANNED", 2, "chanhvp", DIRECTOR);
    var otherDeputy = accepted("GK-SO", "UNPLANNED", 3, "chanhvp", DIRECTOR);

    var id = open(DIRECTOR, director, deputy, otherDeputy);

    awaitStatus(id, DossierStatus.SIGNATURE);
    assertThat(item(id, director).status()).isEqualTo(ItemStatus.SPLIT_OFF);
    assertThat(dossier(id).signatoryName()).isEqualTo("Nguyễn Văn Hùng");
    assertThat(dossier(id).signatureLine()).isEqualTo("GIÁM ĐỐC");
    var followUp = dossier(id).followUps().getFirst().id();
    awaitStatus(followUp, DossierStatus.SIGNATURE);
    assertThat(dossier(followUp).signatureLine()).isEqualTo("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC");

    sign(id, "phogiamdoc", item -> "sign");
    awaitDenial(id, "là người được đề nghị trong danh sách này");
    sign(followUp, "giamdoc", item -> "sign");
    awaitDenial(followUp, "là người được đề nghị trong danh sách này");
    sign(followUp, "phogiamdoc", item -> "sign");
    awaitStatus(followUp, DossierStatus.NUMBER);
  }

  @Test
  void shouldNotLetARelativeSign() {
    var nephew = accepted("GK-SO", "UNPLANNED", 20, "qlkh", DIRECTOR);
    var id = open(DIRECTOR, nephew);
    awaitStatus(id, DossierStatus.SIGNATURE);

    sign(id, "phogiamdoc", item -> "sign");

    awaitDenial(id, "có người thân đã kê khai trong danh sách này");
    assertThat(item(id, nephew).status()).isEqualTo(ItemStatus.IN);
  }

  @Test
  void shouldEndWhenTheLeadershipRefusesEverybody() {
    var nominee = accepted("GK-SO", "UNPLANNED", 40, "ttud", DIRECTOR);
    var id = open(DIRECTOR, nominee);
    awaitStatus(id, DossierStatus.SIGNATURE);

    sign(id, "giamdoc", item -> "refuse");

    awaitStatus(id, DossierStatus.REFUSED);
    assertEnded(id, "EndRefused");
    assertThat(nominationStatus(nominee)).isEqualTo("REFUSED");
  }

  @Test
  void shouldBeRevisedAndAtLastDissolved() {
    var removed = accepted("GK-SO", "UNPLANNED", 36, "ttud", DIRECTOR);
    var free = accepted("GK-SO", "UNPLANNED", 37, "ttud", DIRECTOR);
    var id = open(DIRECTOR, removed, free);
    awaitStatus(id, DossierStatus.SIGNATURE);

    complete(
        id, "giamdoc", "LeadershipSignature", Map.of("decision", "return", "reason", "Rà soát"));
    awaitStatus(id, DossierStatus.REVISION);
    revise(id, "resubmit", removed);
    awaitStatus(id, DossierStatus.SIGNATURE);
    assertThat(item(id, removed).status()).isEqualTo(ItemStatus.REMOVED);
    assertThat(nominationStatus(removed)).isEqualTo("OFFICE_REVIEW");

    complete(id, "giamdoc", "LeadershipSignature", Map.of("decision", "return", "reason", "Chờ"));
    awaitStatus(id, DossierStatus.REVISION);
    revise(id, "dissolve", "");

    awaitStatus(id, DossierStatus.DISSOLVED);
    assertEnded(id, "EndDissolved");
    assertThat(nominationStatus(free)).isEqualTo("ACCEPTED");
  }

  @Test
  void shouldAnnounceWhatTheProvinceDecidedPerNominee(PlatformClock clock) {
    var awarded = accepted("BK-TINH", "UNPLANNED", 38, "ttud", PROVINCE);
    var refused = accepted("BK-TINH", "UNPLANNED", 39, "ttud", PROVINCE);
    var id = open(PROVINCE, awarded, refused);
    sign(id, "giamdoc", item -> "sign");
    number(id, LocalDate.now(today));
    awaitStatus(id, DossierStatus.BOARD);
    assertThat(mails("Tờ trình số " + dossier(id).numberSymbol())).hasSize(1);
    assertThat(
            jdbc.sql(
                    """
                    select a.name from mail_attachment a join mail m on m.id = a.mail_id
                    where m.subject like ? order by a.id""")
                .param("Tờ trình số " + dossier(id).numberSymbol() + "%")
                .query(String.class)
                .list())
        .hasSize(2)
        .satisfiesExactly(
            name -> assertThat(name).matches("to-trinh-tinh-.*\\.pdf"),
            name -> assertThat(name).matches("Báo cáo thành tích – .*\\.txt"));
    var chaser = "Đề nghị cho biết kết quả Tờ trình số " + dossier(id).numberSymbol();

    board(id, "receipt", "77/TN-BTĐKT", null, Map.of());
    await().untilAsserted(() -> assertThat(dossier(id).boardReceipt()).isEqualTo("77/TN-BTĐKT"));

    // three working days, then every week
    clock.advance(Duration.between(today.instant(), dossier(id).summary().dueAt()).plusMinutes(1));
    await().untilAsserted(() -> assertThat(mails(chaser)).hasSize(1));
    clock.advance(Duration.ofDays(7));
    await().untilAsserted(() -> assertThat(mails(chaser)).hasSize(2));

    board(id, "supplement", "78/BTĐKT", "Bổ sung xác nhận của cấp ủy", Map.of());
    awaitStatus(id, DossierStatus.BOARD_SUPPLEMENT);
    complete(
        id,
        "chuyenvien",
        "BoardSupplement",
        Map.of(
            "reason",
            "Đã bổ sung xác nhận",
            "asked",
            List.of(Map.of("itemId", awarded, "ask", true))));
    awaitStatus(id, DossierStatus.BOARD);
    assertThat(mails("[Khen thưởng] Tỉnh yêu cầu bổ sung hồ sơ")).isNotEmpty();

    var stranger = UUID.randomUUID().toString();
    board(id, "result", "1234/QĐ-UBND", null, Map.of(stranger, "award"));
    awaitDenial(id, "Có dòng không thuộc đợt trình này");
    board(id, "result", "1234/QĐ-UBND", null, Map.of(awarded, "award", refused, "none"));
    await()
        .untilAsserted(() -> assertThat(item(id, awarded).status()).isEqualTo(ItemStatus.AWARDED));
    assertThat(dossier(id).summary().status()).isEqualTo(DossierStatus.BOARD);
    board(id, "result", "80/TB-BTĐKT", "Chưa đủ điều kiện", Map.of(refused, "not-award"));

    awaitStatus(id, DossierStatus.ANNOUNCED);
    assertEnded(id, "EndAnnounced");
    assertThat(nominationStatus(awarded)).isEqualTo("AWARDED");
    assertThat(nominationStatus(refused)).isEqualTo("NOT_AWARDED");
    assertThat(item(id, awarded).number()).isEqualTo("1234/QĐ-UBND");
  }

  /** An accepted case as the Office leaves it; its own process does not matter here. */
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
              '2026-01-01', '2026-10-31', 'ACCEPTED', 1, 'R4', :authority,
              '2026-11-02 02:00:00', '2026-11-02 02:00:00', '2026-11-02 02:00:00'
            from person p join unit u on u.id = p.unit_id where p.id = :person""")
        .param("id", id)
        .param("code", "DT-%d-%04d".formatted(today.millis() % 100_000, NUMBER.incrementAndGet()))
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

  /** A campaign with room for so many of an award. */
  private long campaign(String award, int ceiling) {
    var code = "TRAN-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    jdbc.sql(
            """
            insert into campaign
              (code, title, theme, plan_number, plan_date, basis, description, opens_at,
               achievement_from, achievement_to, status)
            select ?, 'Thi đua nước rút', theme, plan_number, plan_date, basis, description,
              opens_at, achievement_from, achievement_to, 'ARCHIVED'
            from campaign order by id limit 1""")
        .param(code)
        .update();
    var id =
        jdbc.sql("select id from campaign where code = ?").param(code).query(Long.class).single();
    jdbc.sql("insert into campaign_quota values (?, ?, ?)").params(id, award, ceiling).update();
    return id;
  }

  private List<String> inCampaign(long campaign, long... people) {
    return LongStream.of(people)
        .mapToObj(
            person -> {
              var id = accepted("GK-SO", "MOVEMENT", person, "ttud", DIRECTOR);
              jdbc.sql("update nomination set campaign_id = ? where id = ?")
                  .params(campaign, id)
                  .update();
              return id;
            })
        .toList();
  }

  private String open(DecidingAuthority authority, String... ids) {
    return dossiers.open(
        new NewDossier(authority, "Khen thưởng năm 2026", List.of(ids)), "chuyenvien");
  }

  private static Map<String, Object> votes(int yes, int no, int blank, int absent) {
    return new HashMap<>(
        Map.of("votesFor", yes, "votesAgainst", no, "votesBlank", blank, "absent", absent));
  }

  /** Whatever the conflicts are: all who may vote are for it. */
  /** Whoever has a vote on the nominee gives it to him. */
  private Map<String, Object> everybodyFor(String id, ItemView item) {
    var batch = dossier(id);
    var barred = batch.conflictsOf(item).stream().map(Conflict::personId).distinct().count();
    return votes(batch.councilSize() - (int) barred, 0, 0, 0);
  }

  private void ballot(String id, String username, Function<ItemView, Map<String, Object>> votes) {
    awaitStatus(id, DossierStatus.BALLOT);
    complete(id, username, "CouncilBallot", ballot(id, votes));
  }

  private Map<String, Object> ballot(String id, Function<ItemView, Map<String, Object>> votes) {
    return Map.of(
        "meetingDate",
        LocalDate.now(today).toString(),
        "minutes",
        "Hội đồng họp phiên thường kỳ.",
        "ballots",
        rows(id, item -> item.status().standing(), votes));
  }

  private void select(String id, String username, Map<String, Boolean> kept) {
    awaitStatus(id, DossierStatus.QUOTA_SELECTION);
    complete(
        id,
        username,
        "QuotaSelection",
        Map.of(
            "reason",
            "Hội đồng xếp theo số phiếu",
            "selection",
            kept.entrySet().stream()
                .map(entry -> Map.of("itemId", entry.getKey(), "keep", entry.getValue()))
                .toList()));
  }

  private void sign(String id, String username, Function<ItemView, String> decision) {
    awaitStatus(id, DossierStatus.SIGNATURE);
    complete(id, username, "LeadershipSignature", signatures(id, decision));
  }

  private Map<String, Object> signatures(String id, Function<ItemView, String> decision) {
    return Map.of(
        "decision",
        "sign",
        "signatures",
        rows(
            id,
            item -> item.status().standing(),
            item ->
                new HashMap<>(
                    Map.of("decision", decision.apply(item), "reason", "Chưa tiêu biểu"))));
  }

  private void revise(String id, String decision, String removed) {
    complete(
        id,
        "chuyenvien",
        "ReviseDossier",
        Map.of(
            "decision",
            decision,
            "reason",
            "Theo ý kiến lãnh đạo",
            "removals",
            rows(
                id,
                item -> item.status().standing(),
                item -> new HashMap<>(Map.of("remove", item.nominationId().equals(removed))))));
  }

  private void number(String id, LocalDate date) {
    awaitStatus(id, DossierStatus.NUMBER);
    complete(id, "vanthu", "RegisterNumber", Map.of("date", date.toString()));
  }

  private void board(
      String id, String decision, String reference, String reason, Map<String, String> results) {
    awaitStatus(id, DossierStatus.BOARD);
    var entered = new HashMap<String, Object>();
    entered.put("decision", decision);
    entered.put("reference", reference);
    entered.put("resultDate", LocalDate.now(today).toString());
    entered.put("reason", reason);
    entered.put("note", reason);
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

  /** Answers each open objection by whom it is about, whichever task Tasklist hands out. */
  private void resolveAll(String id, Map<String, String> answers) {
    for (var left = answers.size(); left > 0; left--) {
      // the next look may find the other one first
      var task = tasklist.task("chuyenvien", instance(id), "ResolveObjection");
      var about = await().until(() -> task.variable("objectionNominee"), Objects::nonNull).asText();
      var before = resolved(id);
      task.complete(Map.of("decision", answers.get(about), "reason", "Đã xác minh tại đơn vị"));
      await().until(() -> resolved(id) > before);
    }
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
    await().untilAsserted(() -> assertThat(dossier(id).summary().status()).isEqualTo(expected));
  }

  private void awaitDenial(String id, String reason) {
    await()
        .untilAsserted(
            () ->
                assertThat(dossier(id).timeline().getLast())
                    .satisfies(
                        entry -> {
                          assertThat(entry.action()).isEqualTo("dossier.decision-denied");
                          assertThat(entry.reason()).contains(reason);
                        }));
  }

  private void assertEnded(String id, String end) {
    assertThatProcessInstance(byKey(instance(id))).isCompleted().hasCompletedElements(end);
    await()
        .untilAsserted(
            () ->
                assertThat(dossier(id).timeline().getLast().action()).isEqualTo("dossier.closed"));
  }

  private DossierDetails dossier(String id) {
    return dossiers.details(id, "chanhvp").orElseThrow();
  }

  private ItemView item(String id, String nomination) {
    return dossier(id).items().stream()
        .filter(item -> item.nominationId().equals(nomination))
        .findFirst()
        .orElseThrow();
  }

  private void awaitDocuments(String subjectId, String... kinds) {
    await()
        .untilAsserted(
            () ->
                assertThat(
                        jdbc.sql(
                                """
                                select distinct kind from formal_document where subject_id = ?
                                order by kind""")
                            .param(subjectId)
                            .query(String.class)
                            .list())
                    .containsExactly(kinds));
    assertThat(
            jdbc.sql(
                    "select failure from document_request where subject_id = ? and failure is not null")
                .param(subjectId)
                .query(String.class)
                .list())
        .isEmpty();
  }

  private String nominationStatus(String nomination) {
    return jdbc.sql("select status from nomination where id = ?")
        .param(nomination)
        .query(String.class)
        .single();
  }

  private List<String> mails(String subject) {
    return jdbc.sql("select subject from mail where subject like ?")
        .param(subject + "%")
        .query(String.class)
        .list();
  }

  private long instance(String id) {
    return stored.instance("dossier", id);
  }
}
