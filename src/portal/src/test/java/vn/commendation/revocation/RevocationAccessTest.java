package vn.commendation.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static vn.commendation.revocation.RevocationSamples.account;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.commendation.award.DecidingAuthority;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Relatives;
import vn.commendation.directory.Role;
import vn.commendation.directory.SigningAssignment;
import vn.commendation.directory.SigningAssignments;
import vn.commendation.directory.SigningCapacity;
import vn.commendation.directory.SigningMatter;

class RevocationAccessTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  private final SigningAssignments assignments = mock();
  private final Relatives relatives = mock();
  private final Directory directory = mock();
  private final RevocationAccess access =
      new RevocationAccess(
          assignments,
          relatives,
          directory,
          Clock.fixed(RevocationSamples.NOW, ZoneId.of("Asia/Ho_Chi_Minh")));

  @BeforeEach
  void assign() {
    given(relatives.of(eq(1L))).willReturn(Set.of());
    given(assignments.inForce(any(), eq(TODAY))).willReturn(List.of());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "DIRECTOR, AWARD_DECISION, -",
        "DIRECTOR, PROPOSAL, assignment",
        "PROVINCE, PROPOSAL, -",
        "PROVINCE, AWARD_DECISION, assignment",
        "STATE, PROPOSAL, -",
        "DIRECTOR, NOTICE, assignment"
      })
  void shouldLetThoseDecideWhoMaySignSuchADocumentToday(
      DecidingAuthority authority, SigningMatter assigned, String denial) {
    assign(assigned, account("giamdoc", 1, 1, Role.DIRECTOR));

    assertThat(denial("giamdoc", 1, 1, Role.DIRECTOR, authority)).isEqualTo(denial);
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"DIRECTOR", "DEPUTY_DIRECTOR"})
  void shouldLeaveTheDecisionToTheLeadership(Role role) {
    assign(SigningMatter.AWARD_DECISION, account("somebody", 1, 1, role));

    assertThat(denial("somebody", 1, 1, role, DecidingAuthority.DIRECTOR)).isEqualTo("role");
  }

  @Test
  void shouldLetNobodyDecideOnAnOwnAward() {
    var awardee = account("giamdoc", RevocationSamples.AWARDEE, 1, Role.DIRECTOR);
    var member = account("giamdoc", 1, RevocationSamples.UNIT, Role.DIRECTOR);
    assign(SigningMatter.AWARD_DECISION, awardee);

    assertThat(access.judge(awardee).denial(individual())).isEqualTo("own-award");
    assertThat(access.judge(member).denial(collective())).isEqualTo("own-award");
  }

  @Test
  void shouldLetNobodyDecideOnTheAwardOfARelative() {
    var leader = account("giamdoc", 1, 1, Role.DIRECTOR);
    assign(SigningMatter.AWARD_DECISION, leader);
    given(relatives.of(1)).willReturn(Set.of(RevocationSamples.AWARDEE));

    assertThat(access.judge(leader).denial(individual())).isEqualTo("relative");
    assertThat(access.judge(leader).denial(collective())).isNull();
  }

  @Test
  void shouldLetNobodyDecideOnAnOwnProposal() {
    var leader = account("chuyenvien", 1, 1, Role.DIRECTOR);
    assign(SigningMatter.AWARD_DECISION, leader);

    assertThat(access.judge(leader).denial(individual())).isEqualTo("own-proposal");
  }

  @Test
  void shouldNameThoseWhoMayDecideInTheOrderTheySign() {
    var head = account("giamdoc", 1, 1, Role.DIRECTOR);
    var relative = account("phogiamdoc", 2, 1, Role.DEPUTY_DIRECTOR);
    var deputy = account("phogiamdoc2", 3, 1, Role.DEPUTY_DIRECTOR);
    assign(SigningMatter.AWARD_DECISION, head, relative, deputy);
    given(relatives.of(2)).willReturn(Set.of(RevocationSamples.AWARDEE));

    assertThat(access.signatories(individual())).containsExactly("giamdoc", "phogiamdoc2");
  }

  @ParameterizedTest
  @CsvSource({
    "OFFICE_OFFICER, 5, true",
    "OFFICE_CHIEF, 4, true",
    "OFFICE_OFFICER, 20, false",
    "DIRECTOR, 1, false",
    "CLERK, 6, false",
    "ADMIN, 8, false",
    "UNIT_HEAD, 17, false"
  })
  void shouldLetTheOfficeRecordButNobodyOnAnOwnAward(Role role, long person, boolean expected) {
    assertThat(RevocationAccess.mayRecord(account("somebody", person, 2, role), individual()))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void shouldShowRevocationsToThoseOnlyWhoWorkOnThem(Role role) {
    assertThat(RevocationAccess.watches(account("somebody", 9, 2, role)))
        .isEqualTo(role != Role.UNIT_HEAD && role != Role.COUNCIL_SECRETARY);
  }

  private String denial(
      String username, long person, long unit, Role role, DecidingAuthority authority) {
    return access
        .judge(account(username, person, unit, role))
        .denial(RevocationSamples.proposed(RevocationSamples.AWARDEE, authority));
  }

  private static Revocation individual() {
    return RevocationSamples.proposed(RevocationSamples.AWARDEE, DecidingAuthority.DIRECTOR);
  }

  private static Revocation collective() {
    return RevocationSamples.proposed(null, DecidingAuthority.DIRECTOR);
  }

  private void assign(SigningMatter matter, Account... leaders) {
    given(assignments.inForce(matter, TODAY))
        .willReturn(
            Arrays.stream(leaders)
                .map(
                    leader ->
                        new SigningAssignment(
                            leader.person().id(),
                            leader.person().id(),
                            leader.displayName(),
                            leader.username(),
                            SigningCapacity.HEAD,
                            Set.of(matter),
                            TODAY,
                            null,
                            "Quy chế"))
                .toList());
    for (var leader : leaders) {
      given(directory.activeAccount(leader.username())).willReturn(Optional.of(leader));
    }
  }
}
