package vn.commendation.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static vn.commendation.award.CommendationType.MERIT;
import static vn.commendation.award.SubjectKind.INDIVIDUAL;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
import vn.commendation.award.RuleSamples;
import vn.commendation.award.VoteDenominator;
import vn.commendation.campaign.Campaigns;
import vn.commendation.engine.DecisionResult;
import vn.commendation.nomination.NominationLeftBatch;
import vn.commendation.nomination.NominationStatus;

/** What the secretary may and may not enter for nine members, one of whom is nominee 18. */
class CouncilFlowTest extends FlowFixture {

  private final Council council = mock();
  private final Campaigns campaigns = mock();
  private final Conflicts conflicts = mock();
  private final CouncilFlow flow =
      new CouncilFlow(
          steps,
          cases,
          council,
          conflicts,
          new Quotas(cases, dossiers, campaigns, nominations, history),
          relatives,
          nominations,
          clock);

  @BeforeEach
  void convene() {
    given(council.inForce(any())).willReturn(members(9));
    given(conflicts.of(any(), any()))
        .willReturn(List.of(new Conflict("n18", 18, "Người 18", ConflictKind.SELF, null)));
  }

  static Stream<Arguments> refusedBallots() {
    return Stream.of(
        refusedBallot("quantri", ballot -> ballot, "không có thẩm quyền thực hiện bước này"),
        refusedBallot("nobody", ballot -> ballot, "không có trong danh bạ của Sở"),
        refusedBallot("thuky19", ballot -> ballot, "là người được đề nghị trong danh sách này"),
        refusedBallot("thuky2", ballot -> ballot, "có người thân đã kê khai trong danh sách này"),
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
    new DossierFlow(steps, mock(), cases, mock(), mock(), clock)
        .nominationLeft(new NominationLeftBatch("n19", dossier.getId()));

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
    given(cases.rules(dossier)).willReturn(Map.of("n18", RULE, "n19", RULE, "n20", RULE));
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
    given(cases.of(any()))
        .willReturn(
            Map.of(
                "n18",
                Batches.nomination(18, "LDTT", RuleSamples.rule(1, "LDTT", INDIVIDUAL, MERIT))));

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
    then(nominations).should(never()).end(any(), any(), any(), any(), any(), any());
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

  private void placesAreShort() {
    dossier.items().forEach(item -> item.become(ItemStatus.PASSED, null));
    var quota =
        Quota.ofRule(
            dossier.items().getFirst(),
            RuleSamples.with(
                RuleSamples.rule(1, "LDTT", INDIVIDUAL, MERIT), "quotaPercent", BigDecimal.TEN));
    quota.base(10);
    quota.decide(new QuotaResult(quota.key(), true, "3 đề nghị, chỉ có 1 suất"));
    dossier.quotas(List.of(quota));
    dossier.met(TODAY, null, 9, "thuky");
    dossier.moveTo(DossierStatus.QUOTA_SELECTION, null, Batches.NOW);
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
}
