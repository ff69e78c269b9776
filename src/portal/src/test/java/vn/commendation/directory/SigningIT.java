package vn.commendation.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.access.AccessDeniedException;
import vn.commendation.audit.AuditTrail;
import vn.commendation.platform.LocalPlatformTest;

/** Who signs and who is related, on the real database with the demonstration's entries. */
@LocalPlatformTest
class SigningIT {

  private static final String ADMIN = "quantri";

  @Autowired private SigningAssignments assignments;
  @Autowired private Relatives relatives;
  @Autowired private AuditTrail audit;
  @Autowired private Clock clock;

  @Test
  void shouldNameTheHeadFirstAndThenTheDeputies() {
    assertThat(assignments.inForce(SigningMatter.AWARD_DECISION, LocalDate.of(2022, 1, 1)))
        .extracting(SigningAssignment::username, SigningAssignment::capacity)
        .containsExactly(
            tuple("giamdoc", SigningCapacity.HEAD),
            tuple("phogiamdoc", SigningCapacity.FOR_HEAD),
            tuple("phogiamdoc2", SigningCapacity.FOR_HEAD));
    assertThat(assignments.inForce(SigningMatter.AWARD_DECISION, LocalDate.of(2021, 12, 31)))
        .extracting(SigningAssignment::username)
        .containsExactly("giamdoc");
    assertThat(assignments.inForce(SigningMatter.NOTICE, LocalDate.of(2022, 1, 1)))
        .extracting(SigningAssignment::username)
        .containsExactly("giamdoc", "chanhvp");
    assertThat(assignments.inForce(SigningMatter.PROPOSAL, LocalDate.of(2014, 12, 31))).isEmpty();
  }

  @Test
  void shouldAuthoriseForAWhileAndEndItEarly() {
    var today = LocalDate.now(clock);
    var from = today.plusYears(2);
    var wanted = byAuthority(10L, from, from.plusMonths(3));
    var id = assignments.add(wanted, ADMIN);

    assertThat(assignments.inForce(SigningMatter.PROPOSAL, from.plusMonths(3)))
        .extracting(SigningAssignment::id)
        .contains(id);
    refused("overlap", byAuthority(10L, from.plusMonths(3), from.plusMonths(4)));
    refused("end-missing", byAuthority(13L, from, null));
    refused("order", byAuthority(13L, from, from.minusDays(1)));
    refused("not-a-manager", byAuthority(11L, from, from));
    refused(
        "chief-decision",
        new NewSigningAssignment(
            4L,
            SigningCapacity.BY_AUTHORITY,
            EnumSet.of(SigningMatter.AWARD_DECISION),
            from,
            from,
            "Giấy ủy quyền"));
    refused(
        "decision-by-order",
        new NewSigningAssignment(
            10L,
            SigningCapacity.BY_ORDER,
            EnumSet.of(SigningMatter.NOTICE, SigningMatter.AWARD_DECISION),
            from,
            from,
            "Quy chế"));
    refused(
        "second-head",
        new NewSigningAssignment(
            3L, SigningCapacity.HEAD, Set.of(SigningMatter.NOTICE), from, null, "Quyết định"));
    refused("own-assignment", byAuthority(8L, from, from));

    assertThatThrownBy(() -> assignments.end(id, from.minusDays(2), "Rút ủy quyền", ADMIN))
        .isInstanceOf(DirectoryRefused.class)
        .hasMessage("too-early");
    assignments.end(id, from.minusDays(1), "Rút ủy quyền", ADMIN);
    assertThat(assignments.inForce(SigningMatter.PROPOSAL, from))
        .extracting(SigningAssignment::id)
        .doesNotContain(id);
    assertThat(assignments.search("Ngô Văn Thắng", PageRequest.of(0, 20)).getContent())
        .extracting(SigningAssignment::id)
        .contains(id);
    assertThat(audit.of("signing-" + id))
        .extracting("action")
        .containsExactly("signing.assigned", "signing.ended");
  }

  @Test
  void shouldLetNobodyElseAssign() {
    var wanted = byAuthority(10L, LocalDate.now(clock), LocalDate.now(clock));
    for (var username : new String[] {"qlkh", "chuyenvien", "giamdoc", "vanthu"}) {
      assertThatThrownBy(() -> assignments.add(wanted, username))
          .isInstanceOf(AccessDeniedException.class);
    }
  }

  @Test
  void shouldKnowRelativesFromBothSides() {
    assertThat(relatives.of(2)).contains(20L);
    assertThat(relatives.of(20)).contains(2L);

    relatives.declare(37L, "vợ", "nhanvien2");
    assertThat(relatives.of(37)).containsExactly(36L);
    assertThatThrownBy(() -> relatives.declare(37L, "vợ", "nhanvien2"))
        .isInstanceOf(DirectoryRefused.class)
        .hasMessage("declared-already");
    assertThatThrownBy(() -> relatives.declare(36L, "tôi", "nhanvien2"))
        .isInstanceOf(DirectoryRefused.class)
        .hasMessage("oneself");

    var declaration = relatives.own("nhanvien2").getFirst();
    assertThatThrownBy(() -> relatives.withdraw(declaration.id(), "Không đúng", "qlkh"))
        .isInstanceOf(AccessDeniedException.class);
    relatives.withdraw(declaration.id(), "Đã ly hôn", "nhanvien2");
    assertThat(relatives.of(36)).isEmpty();
    assertThat(relatives.search("Trịnh Xuân Bách", PageRequest.of(0, 20), "chuyenvien"))
        .extracting(DeclaredRelative::withdrawnReason)
        .contains("Đã ly hôn");
    assertThatThrownBy(() -> relatives.search(null, PageRequest.of(0, 20), "nhanvien1"))
        .isInstanceOf(AccessDeniedException.class);
  }

  private void refused(String code, NewSigningAssignment wanted) {
    assertThatThrownBy(() -> assignments.add(wanted, ADMIN))
        .isInstanceOf(DirectoryRefused.class)
        .hasMessage(code);
  }

  private static NewSigningAssignment byAuthority(long personId, LocalDate from, LocalDate to) {
    return new NewSigningAssignment(
        personId,
        SigningCapacity.BY_AUTHORITY,
        EnumSet.of(SigningMatter.PROPOSAL),
        from,
        to,
        "Giấy ủy quyền số 5");
  }
}
