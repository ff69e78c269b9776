package vn.commendation.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verifyNoInteractions;
import static vn.commendation.dossier.Batches.account;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.Mockito;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.ResourceBundleMessageSource;
import vn.commendation.audit.AuditTrail;
import vn.commendation.award.AwardRule;
import vn.commendation.award.VoteDenominator;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Relatives;
import vn.commendation.directory.Role;
import vn.commendation.directory.SigningAssignment;
import vn.commendation.directory.SigningAssignments;
import vn.commendation.directory.SigningCapacity;
import vn.commendation.directory.SigningMatter;
import vn.commendation.document.DocumentType;
import vn.commendation.document.NumberRefused;
import vn.commendation.document.NumberRegister;
import vn.commendation.document.RegisteredNumber;
import vn.commendation.engine.DecisionResult;
import vn.commendation.engine.EngineCommands;
import vn.commendation.engine.UserTasks;
import vn.commendation.facts.AwardHistory;
import vn.commendation.nomination.BatchedNominations;
import vn.commendation.nomination.NominationLeftBatch;
import vn.commendation.nomination.NominationStatus;
import vn.commendation.notification.Mails;
import vn.commendation.notification.Notices;
import vn.commendation.publication.Disclosures;
import vn.commendation.publication.Objection;
import vn.commendation.publication.Objections;

/**
 * What a decision in Tasklist may and may not do to a batch of the nominees 18, 19 and 20. Nine
 * members sit in the council: 1 to 8 and 18, who is a nominee.
 */
class DossierFlowTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final AwardRule RULE = mock();

  private final DossierRepository dossiers = mock();
  private final DossierTasks tasks = mock();
  private final Opening opening = mock();
  private final Council council = mock();
  private final Conflicts conflicts = mock();
  private final SigningAssignments assignments = mock();
  private final BatchedNominations nominations = mock();
  private final AwardHistory history = mock();
  private final NumberRegister numbers = mock();
  private final Objections objections = mock();
  private final Directory directory = mock();
  private final Relatives relatives = mock();
  private final UserTasks userTasks = mock();
  private final AuditTrail audit = mock();
  private final Dossier dossier = Batches.of(18, 19, 20);
  private DossierFlow flow;

  @BeforeEach
  void assemble() {
    var clock = Clock.fixed(Batches.NOW, ZoneId.of("Asia/Ho_Chi_Minh"));
    var notices = notices(clock);
    flow =
        new DossierFlow(
            dossiers,
            tasks,
            opening,
            council,
            conflicts,
            new Signatories(assignments, relatives, notices, clock),
            nominations,
            history,
            numbers,
            mock(Disclosures.class),
            objections,
            mock(BoardDispatch.class),
            directory,
            relatives,
            userTasks,
            mock(EngineCommands.class),
            mock(Mails.class),
            notices,
            audit,
            mock(),
            clock);
    given(dossiers.lock(dossier.getId())).willReturn(Optional.of(dossier));
    given(dossiers.findById(dossier.getId())).willReturn(Optional.of(dossier));
    given(council.inForce(any())).willReturn(members(9));
    given(conflicts.of(any(), any()))
        .willReturn(List.of(new Conflict("n18", 18, "Người 18", ConflictKind.SELF, null)));
    given(relatives.of(anyLong())).willReturn(Set.of());
    given(relatives.of(2)).willReturn(Set.of(20L));
    given(assignments.inForce(SigningMatter.AWARD_DECISION, TODAY))
        .willReturn(
            List.of(
                assignment(1, "giamdoc", SigningCapacity.HEAD),
                assignment(2, "phogiamdoc", SigningCapacity.FOR_HEAD)));
    login("thuky", 7, Role.COUNCIL_SECRETARY);
    login("thuky19", 19, Role.COUNCIL_SECRETARY);
    login("thuky2", 2, Role.COUNCIL_SECRETARY);
    login("chuyenvien", 5, Role.OFFICE_OFFICER);
    login("giamdoc", 1, Role.DIRECTOR);
    login("phogiamdoc", 2, Role.DEPUTY_DIRECTOR);
    login("phogiamdoc2", 3, Role.DEPUTY_DIRECTOR);
    login("vanthu", 6, Role.CLERK);
    login("vanthu18", 18, Role.CLERK);
    login("quantri", 8, Role.ADMIN);
  }

  static Stream<Arguments> refusedBallots() {
    return Stream.of(
        refusedBallot("quantri", ballot -> ballot, "không có thẩm quyền thực hiện bước này"),
        refusedBallot("nobody", ballot -> ballot, "không có trong danh bạ của Sở"),
        refusedBallot("thuky19", ballot -> ballot, "là người được đề nghị trong danh sách này"),
        refusedBallot("thuky2", ballot -> ballot, "có người thân đã khai trong danh sách này"),
        refusedBallot("thuky", ballot -> on(null, ballot), "Ngày họp phải từ 20/11/2026"),
        refusedBallot("thuky", ballot -> on(TODAY.plusDays(1), ballot), "Ngày họp phải từ"),
        refusedBallot("thuky", ballot -> on(TODAY.minusDays(1), ballot), "Ngày họp phải từ"),
        refusedBallot("thuky", ballot -> with(ballot, row("n18", 9, 0, 0, 0)), "đúng 8 người"),
        refusedBallot("thuky", ballot -> with(ballot, row("n19", 5, 3, 0, 0)), "đúng 9 người"),
        refusedBallot("thuky", ballot -> with(ballot, row("n19", 10, -1, 0, 0)), "được âm"),
        refusedBallot("thuky", ballot -> without(ballot, "n19"), "Người 19: chưa nhập đủ"),
        refusedBallot("thuky", ballot -> adding(ballot, row("n99", 9, 0, 0, 0)), "n99"),
        refusedBallot("thuky", ballot -> adding(ballot, row("n19", 9, 0, 0, 0)), "hai lần"));
  }

  @ParameterizedTest
  @MethodSource("refusedBallots")
  void shouldRefuseABallotThatCannotBeRightAndChangeNothing(
      String username, UnaryOperator<BallotEntry> change, String reason) {
    dossier.moveTo(DossierStatus.BALLOT, null, Batches.NOW);

    var result = flow.recordBallot(dossier.getId(), username, change.apply(ballot()));

    assertDenied(result, username, reason, "CouncilBallot");
    assertThat(dossier.status()).isEqualTo(DossierStatus.BALLOT);
    assertThat(dossier.meetingDate()).isNull();
    assertThat(dossier.items()).allSatisfy(item -> assertThat(item.votesFor()).isNull());
    then(conflicts).should(never()).writeDown(any(), any());
  }

  @Test
  void shouldIgnoreTheRowOfANomineeWhoHasLeftMeanwhile() {
    dossier.moveTo(DossierStatus.BALLOT, null, Batches.NOW);
    flow.nominationLeft(new NominationLeftBatch("n19", dossier.getId()));

    var result = flow.recordBallot(dossier.getId(), "thuky", ballot());

    assertThat(result).isEqualTo(DecisionResult.recorded("recorded"));
    assertThat(dossier.item("n19").orElseThrow().status()).isEqualTo(ItemStatus.WITHDRAWN);
    assertThat(dossier.item("n19").orElseThrow().votesFor()).isNull();
  }

  @RepeatedTest(50)
  void shouldTakeConflictsOffTheVotersButNotOffTheMembers(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    var size = random.nextInt(3, 20);
    var conflicted = random.nextInt(size);
    given(council.inForce(any())).willReturn(members(size));
    given(conflicts.of(any(), any()))
        .willReturn(
            LongStream.range(0, conflicted)
                .mapToObj(member -> new Conflict("n18", member, "M", ConflictKind.DECLARED, "x"))
                .toList());
    given(RULE.voteThreshold()).willReturn(BigDecimal.valueOf(50));
    given(RULE.voteDenominator()).willReturn(VoteDenominator.ALL_MEMBERS);
    given(tasks.rules(dossier)).willReturn(Map.of("n18", RULE, "n19", RULE, "n20", RULE));
    dossier.moveTo(DossierStatus.BALLOT, null, Batches.NOW);
    var yes = random.nextInt(size - conflicted + 1);
    var entry =
        new BallotEntry(
            TODAY,
            null,
            List.of(
                row("n18", yes, size - conflicted - yes, 0, 0),
                row("n19", size, 0, 0, 0),
                row("n20", 0, 0, 0, size)));

    var result = flow.recordBallot(dossier.getId(), "thuky", entry);

    assertThat(result.denial()).isNull();
    assertThat(flow.ballotLines(dossier.getId()))
        .extracting(BallotLine::itemId, BallotLine::votesFor, BallotLine::entitled)
        .containsExactly(
            tuple("n18", yes, size - conflicted), tuple("n19", size, size), tuple("n20", 0, size));
    assertThat(flow.ballotLines(dossier.getId()))
        .allSatisfy(
            line -> {
              assertThat(line.members()).isEqualTo(size);
              assertThat(line.denominator()).isEqualTo("ALL_MEMBERS");
            });
  }

  @Test
  void shouldEndNominationsThatDidNotPassWithWhatTheRuleSays() {
    dossier.met(TODAY, null, 9, "thuky");
    given(tasks.rules(dossier)).willReturn(Map.of("n18", RULE));

    flow.recordBallotResults(
        dossier.getId(),
        List.of(
            new BallotResult("n18", true, "8/9"),
            new BallotResult("n19", false, "4/9, chưa đạt"),
            new BallotResult("n20", false, "0/9")));

    then(nominations)
        .should()
        .end("n19", NominationStatus.NOT_PASSED, "thuky", "4/9, chưa đạt", null, TODAY);
    assertThat(dossier.standing()).extracting(DossierItem::nominationId).containsExactly("n18");
  }

  @ParameterizedTest
  @CsvSource({
    "n18:keep n19:keep n20:drop, chỉ còn 1 suất nhưng giữ lại 2",
    "n18:keep n19:drop, Người 20: chưa chọn",
    "n18:keep n19:drop n20:drop n99:drop, n99",
  })
  void shouldKeepNoMoreThanThePlacesAndLetTheCouncilDecideOnEverybody(
      String choices, String reason) {
    placesAreShort();

    var result =
        flow.recordSelection(dossier.getId(), "thuky", entry(null, "Xếp theo phiếu", choices));

    assertDenied(result, "thuky", reason, "QuotaSelection");
    assertThat(dossier.standing()).hasSize(3);
    then(nominations).shouldHaveNoInteractions();
  }

  @RepeatedTest(50)
  void shouldNeverKeepMoreThanThePlaces(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    placesAreShort();
    var choices = new ArrayList<String>();
    for (var item : List.of("n18", "n19", "n20")) {
      choices.add(item + (random.nextBoolean() ? ":keep" : ":drop"));
    }

    var result =
        flow.recordSelection(
            dossier.getId(), "thuky", entry(null, "Xếp", String.join(" ", choices)));

    var kept = choices.stream().filter(choice -> choice.endsWith("keep")).count();
    assertThat(result.denial() == null).isEqualTo(kept <= 1);
    if (result.denial() == null) {
      assertThat(dossier.standing()).hasSize((int) kept);
      assertThat(dossier.status())
          .isEqualTo(kept == 0 ? DossierStatus.NO_NOMINEE : DossierStatus.PROCESSING);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "phogiamdoc2, n18:sign n19:sign n20:sign, không được phân công ký",
    "phogiamdoc, n18:sign n19:sign n20:sign, có người thân đã khai trong danh sách này",
    "vanthu, n18:sign n19:sign n20:sign, không có thẩm quyền thực hiện bước này",
    "giamdoc, n18:sign n19:sign, Người 20: chưa chọn quyết định",
    "giamdoc, n18:sign n19:sign n20:perhaps, Người 20: chưa chọn quyết định",
    "giamdoc, n18:sign n19:sign n20:refuse, Người 20: phải nêu lý do",
    "giamdoc, n18:sign n19:sign n20:sign n99:sign, n99",
  })
  void shouldRefuseASignatureOutsideItsAssignment(String username, String choices, String reason) {
    dossier.moveTo(DossierStatus.SIGNATURE, null, Batches.NOW);

    var result = flow.recordSignature(dossier.getId(), username, entry("sign", null, choices));

    assertDenied(result, username, reason, "LeadershipSignature");
    assertThat(dossier.status()).isEqualTo(DossierStatus.SIGNATURE);
    then(nominations).shouldHaveNoInteractions();
  }

  @Test
  void shouldSignPerNominee() {
    dossier.moveTo(DossierStatus.SIGNATURE, null, Batches.NOW);
    var choices =
        List.of(
            new Choice("n18", "sign", null, null),
            new Choice("n19", "refuse", "Chưa tiêu biểu", null),
            new Choice("n20", "sign", null, null));

    var result =
        flow.recordSignature(
            dossier.getId(), "giamdoc", new TaskEntry("sign", null, null, null, null, choices));

    assertThat(result.outcome()).isEqualTo("sign");
    assertThat(dossier.status()).isEqualTo(DossierStatus.NUMBER);
    assertThat(dossier.signatureLine()).isEqualTo("GIÁM ĐỐC");
    then(nominations).should().signed("n18", "giamdoc");
    then(nominations)
        .should()
        .end("n19", NominationStatus.REFUSED, "giamdoc", "Chưa tiêu biểu", null, TODAY);
  }

  @Test
  void shouldEndABatchThatEverybodyHasLeft() {
    dossier.moveTo(DossierStatus.SIGNATURE, null, Batches.NOW);
    dossier.items().forEach(item -> item.become(ItemStatus.WITHDRAWN, null));

    var result = flow.recordSignature(dossier.getId(), "giamdoc", entry("sign", null, ""));

    assertThat(result.outcome()).isEqualTo("refuse");
    assertThat(dossier.status()).isEqualTo(DossierStatus.REFUSED);
  }

  @Test
  void shouldNotSubmitAnEmptyListAgain() {
    dossier.moveTo(DossierStatus.REVISION, null, Batches.NOW);

    var result =
        flow.recordRevision(
            dossier.getId(),
            "chuyenvien",
            entry("resubmit", "Sửa", "n18:remove n19:remove n20:remove"));

    assertDenied(result, "chuyenvien", "Không thể đưa mọi người ra", "ReviseDossier");
    then(nominations).shouldHaveNoInteractions();
  }

  @Test
  void shouldSayWhyTheRegisterRefusesANumber() {
    signed();
    given(numbers.register(any(), any(), any(), any(), any(), any()))
        .willThrow(new NumberRefused("taken", 5, "Quyết định khác"));

    var result =
        flow.recordNumber(
            dossier.getId(), "vanthu", new TaskEntry(null, null, null, TODAY, 5, List.of()));

    assertDenied(result, "vanthu", "Số 5 đã cấp cho: Quyết định khác", "RegisterNumber");
    assertThat(dossier.numberSymbol()).isNull();
  }

  @Test
  void shouldNotLetAClerkNumberTheListWithHimselfOnIt() {
    signed();

    var result =
        flow.recordNumber(
            dossier.getId(), "vanthu18", new TaskEntry(null, null, null, TODAY, null, List.of()));

    assertDenied(result, "vanthu18", "là người được đề nghị", "RegisterNumber");
    verifyNoInteractions(numbers);
  }

  @Test
  void shouldAwardEverybodyOnTheSignedListUnderTheRegisteredNumber() {
    signed();
    given(
            numbers.register(
                DocumentType.DECISION, TODAY, dossier.getId(), dossier.title(), null, "vanthu"))
        .willReturn(new RegisteredNumber(DocumentType.DECISION, 5, "05/QĐ-SKHCN", TODAY));
    given(nominations.all(any()))
        .willReturn(
            Stream.of(18, 19, 20).map(one -> Batches.nomination(one, "LDTT", RULE)).toList());

    flow.recordNumber(
        dossier.getId(), "vanthu", new TaskEntry(null, null, null, TODAY, null, List.of()));
    flow.issueDecision(dossier.getId());

    assertThat(dossier.status()).isEqualTo(DossierStatus.ISSUED);
    then(nominations)
        .should()
        .end("n19", NominationStatus.AWARDED_IN_HOUSE, "giamdoc", null, "05/QĐ-SKHCN", TODAY);
    then(history).should(Mockito.times(3)).add(any());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1234/QĐ | 2026-11-20 | n99:award             | n99",
        "1234/QĐ | 2026-11-21 | n18:award             | từ 20/11/2026 đến 20/11/2026",
        "1234/QĐ | 2026-11-19 | n18:award             | từ 20/11/2026 đến 20/11/2026",
        "1234/QĐ |            | n18:award             | từ 20/11/2026 đến 20/11/2026",
        "        | 2026-11-20 | n18:award             | Phải ghi số văn bản của tỉnh",
        "1234/QĐ | 2026-11-20 | n18:not-award         | Người 18: phải nêu lý do",
        "1234/QĐ | 2026-11-20 | n18:none n19:none     | Chưa nhập kết quả",
        "1234/QĐ | 2026-11-20 | n18:award n20:award   | Người 20 không còn chờ kết quả",
      })
  void shouldRefuseAResultThatIsNotOfThisBatch(
      String reference, LocalDate date, String choices, String reason) {
    signed();
    dossier.sentToBoard(Batches.NOW);
    dossier.item("n20").orElseThrow().become(ItemStatus.NOT_AWARDED, "Đã có kết quả");
    dossier.moveTo(DossierStatus.BOARD, null, Batches.NOW);

    var result =
        flow.recordBoardResult(
            dossier.getId(),
            "chuyenvien",
            new TaskEntry("result", null, reference, date, null, choices(choices)));

    assertDenied(result, "chuyenvien", reason, "BoardResult");
    then(nominations).shouldHaveNoInteractions();
    then(history).shouldHaveNoInteractions();
  }

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
  void shouldNotResumeWhileAnotherObjectionIsOpen() {
    objection();
    given(objections.of(dossier.getId())).willReturn(List.of(objection("o1"), objection("o2")));
    dossier.item("n19").orElseThrow().become(ItemStatus.PAUSED, null);

    flow.recordObjection(dossier.getId(), "o1", "chuyenvien", entry("dismiss", "Không đúng", ""));

    assertThat(dossier.item("n19").orElseThrow().status()).isEqualTo(ItemStatus.PAUSED);
  }

  private void assertDenied(DecisionResult result, String username, String reason, String element) {
    assertThat(result.outcome()).isNull();
    assertThat(result.denial()).contains(reason);
    then(audit)
        .should()
        .append(
            eq(username),
            any(),
            eq("dossier.decision-denied"),
            eq(dossier.getId()),
            eq(result.denial()));
    then(userTasks).should().opened(dossier.getId(), 41, element);
  }

  private void signed() {
    dossier.items().forEach(item -> item.become(ItemStatus.SIGNED, null));
    dossier.signed(account("giamdoc", 1, Role.DIRECTOR), "GIÁM ĐỐC", Batches.NOW);
    dossier.moveTo(DossierStatus.NUMBER, null, Batches.NOW);
  }

  private void placesAreShort() {
    dossier.items().forEach(item -> item.become(ItemStatus.PASSED, null));
    var quota = new Quota("LDTT", "Danh hiệu LDTT", null, 2026, 3, 0, 10, BigDecimal.TEN, null);
    quota.decide(new QuotaResult(quota.key(), true, "3 đề nghị, chỉ có 1 suất"));
    dossier.quotas(List.of(quota));
    dossier.met(TODAY, null, 9, "thuky");
    dossier.moveTo(DossierStatus.QUOTA_SELECTION, null, Batches.NOW);
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
        "nhanvien1",
        "0900",
        "Không đúng người",
        Batches.NOW,
        null,
        null,
        null,
        null);
  }

  private void login(String username, long person, Role role) {
    Account account = account(username, person, role);
    given(directory.activeAccount(username)).willReturn(Optional.of(account));
  }

  private static Arguments refusedBallot(
      String username, UnaryOperator<BallotEntry> change, String reason) {
    return Arguments.of(username, change, reason);
  }

  private static BallotEntry ballot() {
    return new BallotEntry(
        TODAY,
        "Biên bản",
        List.of(row("n18", 6, 1, 1, 0), row("n19", 5, 2, 1, 1), row("n20", 9, 0, 0, 0)));
  }

  private static BallotEntry on(LocalDate day, BallotEntry ballot) {
    return new BallotEntry(day, ballot.minutes(), ballot.rows());
  }

  private static BallotEntry with(BallotEntry ballot, BallotRow row) {
    return adding(without(ballot, row.itemId()), row);
  }

  private static BallotEntry without(BallotEntry ballot, String item) {
    return new BallotEntry(
        ballot.meetingDate(),
        ballot.minutes(),
        ballot.rows().stream().filter(row -> !row.itemId().equals(item)).toList());
  }

  private static BallotEntry adding(BallotEntry ballot, BallotRow row) {
    return new BallotEntry(
        ballot.meetingDate(),
        ballot.minutes(),
        Stream.concat(ballot.rows().stream(), Stream.of(row)).toList());
  }

  private static BallotRow row(String item, int yes, int no, int blank, int absent) {
    return new BallotRow(item, yes, no, blank, absent, null);
  }

  private static TaskEntry entry(String decision, String reason, String choices) {
    return new TaskEntry(decision, reason, null, null, null, choices(choices));
  }

  private static List<Choice> choices(String choices) {
    return Arrays.stream(choices.strip().split(" "))
        .filter(choice -> !choice.isEmpty())
        .map(choice -> choice.split(":"))
        .map(parts -> new Choice(parts[0], parts[1], null, null))
        .toList();
  }

  private static List<CouncilMember> members(int size) {
    return LongStream.range(0, size)
        .mapToObj(
            person ->
                new CouncilMember(
                    person,
                    person,
                    "Thành viên " + person,
                    "Ủy viên",
                    CouncilRole.MEMBER,
                    LocalDate.of(2022, 1, 1),
                    null))
        .toList();
  }

  private static SigningAssignment assignment(
      long person, String username, SigningCapacity capacity) {
    return new SigningAssignment(
        person,
        person,
        "Người " + person,
        username,
        capacity,
        Set.of(SigningMatter.AWARD_DECISION),
        LocalDate.of(2022, 1, 1),
        null,
        "Quyết định");
  }

  private static Notices notices(Clock clock) {
    try (var context = new AnnotationConfigApplicationContext()) {
      var messages = new ResourceBundleMessageSource();
      messages.setBasenames("texts/notices", "texts/notices-dossier", "texts/dossier");
      messages.setDefaultEncoding("UTF-8");
      messages.setFallbackToSystemLocale(false);
      context.registerBean("messageSource", ResourceBundleMessageSource.class, () -> messages);
      context.registerBean(Clock.class, () -> clock);
      context.register(Notices.class);
      context.refresh();
      return context.getBean(Notices.class);
    }
  }
}
