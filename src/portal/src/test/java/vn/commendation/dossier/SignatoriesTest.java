package vn.commendation.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Relatives;
import vn.commendation.directory.Role;
import vn.commendation.directory.SigningAssignment;
import vn.commendation.directory.SigningAssignments;
import vn.commendation.directory.SigningCapacity;
import vn.commendation.directory.SigningMatter;
import vn.commendation.notification.Notices;

/** Person 1 is the head, 2 and 3 are his deputies; 20 is a relative of 2, 30 of all three. */
class SignatoriesTest {

  private final SigningAssignments assignments = mock();
  private final Directory directory = mock();
  private final Relatives relatives = mock();
  private final Signatories signatories =
      new Signatories(
          assignments,
          directory,
          relatives,
          mock(Notices.class),
          Clock.fixed(Batches.NOW, ZoneId.of("Asia/Ho_Chi_Minh")));

  @BeforeEach
  void assign() {
    given(assignments.inForce(SigningMatter.AWARD_DECISION, LocalDate.of(2026, 11, 20)))
        .willReturn(
            List.of(
                assignment(1, "giamdoc", SigningCapacity.HEAD),
                assignment(2, "phogiamdoc", SigningCapacity.FOR_HEAD),
                assignment(3, "phogiamdoc2", SigningCapacity.FOR_HEAD),
                assignment(9, null, SigningCapacity.FOR_HEAD)));
    given(relatives.of(anyLong())).willReturn(Set.of());
    given(relatives.of(1)).willReturn(Set.of(30L));
    given(relatives.of(2)).willReturn(Set.of(20L, 30L));
    given(relatives.of(3)).willReturn(Set.of(30L));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // nominees | who may sign all of it
        "18,19    | giamdoc phogiamdoc phogiamdoc2",
        "18,20    | giamdoc phogiamdoc2",
        "1,18     | phogiamdoc phogiamdoc2",
        "1,20     | phogiamdoc2",
        "2,3      | giamdoc",
      })
  void shouldKeepTheListTogetherWhileSomebodyMaySignIt(String nominees, String expected) {
    assertThat(signatories.split(batch(nominees)))
        .singleElement()
        .satisfies(
            share -> {
              assertThat(names(share)).isEqualTo(expected);
              assertThat(share.conflictNoted()).isFalse();
            });
  }

  @Test
  void shouldGiveTheHeadWhatHeMaySignAndTheRestToTheFirstDeputyWhoMay() {
    var shares = signatories.split(batch("1,2,3"));

    assertThat(shares)
        .extracting(SignatoriesTest::nominees, SignatoriesTest::names)
        .containsExactly(tuple("2 3", "giamdoc"), tuple("1", "phogiamdoc phogiamdoc2"));
  }

  @Test
  void shouldSendWhomNobodyMaySignForToTheHeadOneByOneAndSaySo() {
    var shares = signatories.split(batch("18,30"));

    assertThat(shares).extracting(SignatoriesTest::nominees).containsExactly("18", "30");
    assertThat(shares.getLast().conflictNoted()).isTrue();
    assertThat(names(shares.getLast())).isEqualTo("giamdoc");
    var noted = batch("30");
    noted.noteConflict();
    assertThat(signatories.of(noted)).extracting(Signatory::username).containsExactly("giamdoc");
  }

  @Test
  void shouldNoteTheConflictOfASingleNominee() {
    assertThat(signatories.split(batch("30")))
        .singleElement()
        .satisfies(
            share -> {
              assertThat(nominees(share)).isEqualTo("30");
              assertThat(names(share)).isEqualTo("giamdoc");
              assertThat(share.conflictNoted()).isTrue();
            });
    assertThat(signatories.split(batch("20")))
        .singleElement()
        .satisfies(share -> assertThat(share.conflictNoted()).isFalse());
  }

  @ParameterizedTest
  @CsvSource({
    // who is assigned | nominee | whether the batch waits for him
    "giamdoc, 1, 18, true",
    "giamdoc, 1, 1, false",
    "giamdoc, 1, 30, false",
    "phogiamdoc, 2, 18, true",
    "phogiamdoc, 2, 20, false",
    "truongphong, 17, 18, true",
    "truongphong, 17, 17, false",
    "vanthu, 6, 18, false",
  })
  void shouldShowABatchToWhoeverMaySignIt(
      String username, long person, long nominee, boolean shown) {
    given(assignments.inForce(SigningMatter.AWARD_DECISION, LocalDate.of(2026, 11, 20)))
        .willReturn(
            List.of(
                assignment(1, "giamdoc", SigningCapacity.HEAD),
                assignment(2, "phogiamdoc", SigningCapacity.FOR_HEAD),
                assignment(17, "truongphong", SigningCapacity.BY_AUTHORITY)));
    var batch = Batches.of(nominee);
    batch.moveTo(DossierStatus.SIGNATURE, null, Batches.NOW);

    var desk = signatories.desk(Batches.account(username, person, Role.UNIT_HEAD));

    assertThat(desk.has(batch)).isEqualTo(shown);
    assertThat(desk.steps().contains(DossierStatus.SIGNATURE))
        .isEqualTo(!username.equals("vanthu"));
  }

  @Test
  void shouldShowANotedConflictToTheHeadAlone() {
    var batch = batch("30");
    batch.noteConflict();
    batch.moveTo(DossierStatus.SIGNATURE, null, Batches.NOW);

    assertThat(signatories.desk(Batches.account("giamdoc", 1, Role.DIRECTOR)).has(batch)).isTrue();
    assertThat(signatories.desk(Batches.account("phogiamdoc", 2, Role.DEPUTY_DIRECTOR)).has(batch))
        .isFalse();
  }

  @Test
  void shouldNotGoOnWhileNobodyIsAssigned() {
    given(assignments.inForce(any(), any())).willReturn(List.of());

    assertThatIllegalStateException().isThrownBy(() -> signatories.split(batch("18")));
  }

  private static Dossier batch(String nominees) {
    return Batches.of(
        Arrays.stream(nominees.strip().split(",")).mapToLong(Long::parseLong).toArray());
  }

  private static String nominees(Signatories.Share share) {
    return share.items().stream()
        .map(item -> item.personId().toString())
        .collect(Collectors.joining(" "));
  }

  private static String names(Signatories.Share share) {
    return share.signatories().stream().map(Signatory::username).collect(Collectors.joining(" "));
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
}
