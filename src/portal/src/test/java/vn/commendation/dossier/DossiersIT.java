package vn.commendation.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static vn.commendation.award.DecidingAuthority.DIRECTOR;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.commendation.directory.Directory;
import vn.commendation.directory.NewSigningAssignment;
import vn.commendation.directory.SigningAssignments;
import vn.commendation.directory.SigningCapacity;
import vn.commendation.directory.SigningMatter;
import vn.commendation.platform.LocalPlatformTest;
import vn.commendation.storage.Utc;
import vn.commendation.work.WaitingWork;

/** What the portal does with batches, on the real database. */
@LocalPlatformTest
class DossiersIT {

  @Autowired private Dossiers dossiers;
  @Autowired private DossierWork work;
  @Autowired private Council council;
  @Autowired private Directory directory;
  @Autowired private SigningAssignments assignments;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock today;

  @Test
  void shouldOpenOneOfTwoBatchesThatWantTheSameCase() {
    var wanted = accepted("MOVEMENT", 28);
    var form = new NewDossier(DIRECTOR, "Đợt thi đua", List.of(wanted));

    var both =
        List.of("chuyenvien", "chanhvp").stream()
            .map(user -> CompletableFuture.supplyAsync(() -> dossiers.open(form, user)))
            .toList();

    var opened = both.stream().filter(one -> one.handle((id, e) -> e == null).join()).toList();
    assertThat(opened).hasSize(1);
    both.stream()
        .filter(one -> !opened.contains(one))
        .forEach(one -> assertThatThrownBy(one::join).cause().isInstanceOf(DossierRefused.class));
    assertThat(
            jdbc.sql(
                    """
                    select (select count(*) from dossier where code like concat('TTr-', year, '-%'))
                      - last_number from dossier_series order by year desc limit 1""")
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(
            dossiers
                .search(new DossierFilter(null, null, false), PageRequest.of(0, 5))
                .getContent())
        .extracting(DossierSummary::id)
        .contains(opened.getFirst().join());
  }

  @Test
  void shouldNotPutCasesTogetherThatGoDifferentWays() {
    var voted = accepted("MOVEMENT", 29);
    var unvoted = accepted("UNPLANNED", 29);
    var disclosed = accepted("MERIT", 29);
    var own = accepted("MOVEMENT", 5);

    assertRefused("mixed-ballot", voted, unvoted);
    assertRefused("mixed-disclosure", voted, disclosed);
    assertRefused("own-case", own);
    assertRefused("taken", UUID.randomUUID().toString());
    assertRefused("nobody-chosen");
    assertThatThrownBy(() -> dossiers.open(new NewDossier(DIRECTOR, "x", List.of(voted)), "thuky"))
        .hasMessage("role");
  }

  @Test
  void shouldTakeConflictsFromTheMemberHimselfAndFromTheSecretary() {
    var nominee = accepted("MOVEMENT", 30);
    var id = dossiers.open(new NewDossier(DIRECTOR, "Đợt khai", List.of(nominee)), "chuyenvien");
    await().until(() -> details(id).summary().status() == DossierStatus.BALLOT);
    assertThat(waiting("thuky")).anySatisfy(work -> assertThat(work.portalPath()).contains(id));
    assertThat(waiting("vanthu")).noneSatisfy(work -> assertThat(work.portalPath()).contains(id));

    dossiers.declareConflict(id, nominee, 1, "Từng cùng đề tài", "giamdoc");
    dossiers.declareConflict(id, nominee, 13, "Anh em họ", "thuky");

    assertThatThrownBy(() -> dossiers.declareConflict(id, nominee, 4, "x", "giamdoc"))
        .hasMessage("role");
    assertThatThrownBy(() -> dossiers.declareConflict(id, nominee, 1, "x", "giamdoc"))
        .hasMessage("conflict-known");
    assertThatThrownBy(() -> dossiers.declareConflict(id, nominee, 2, " ", "thuky"))
        .hasMessage("reason");
    assertThat(dossiers.conflictForm(id, "giamdoc").orElseThrow().members())
        .extracting(CouncilMember::personId)
        .containsExactly(1L);
    assertThat(dossiers.conflictForm(id, "vanthu")).isEmpty();
    assertThat(details(id).conflicts())
        .extracting(Conflict::memberName)
        .contains("Nguyễn Văn Hùng", "Trương Thị Hồng Nhung");
  }

  @Test
  void shouldShowABatchToWhoeverIsAuthorisedToSignIt() {
    var day = LocalDate.now(today);
    var nominee = accepted("UNPLANNED", 31);
    var id = dossiers.open(new NewDossier(DIRECTOR, "Đợt ủy quyền", List.of(nominee)), "chanhvp");
    await().until(() -> details(id).summary().status() == DossierStatus.SIGNATURE);
    assertThat(waiting("qlkh")).noneSatisfy(work -> assertThat(work.portalPath()).contains(id));
    assertThat(dossiers.details(id, "qlkh")).isEmpty();

    var assignment =
        assignments.add(
            new NewSigningAssignment(
                17L,
                SigningCapacity.BY_AUTHORITY,
                Set.of(SigningMatter.AWARD_DECISION),
                day,
                day,
                "Giấy ủy quyền số 7"),
            "quantri");
    try {
      assertThat(waiting("qlkh")).anySatisfy(work -> assertThat(work.portalPath()).contains(id));
      assertThat(dossiers.details(id, "qlkh")).isPresent();
      assertThat(waiting("ttud")).noneSatisfy(work -> assertThat(work.portalPath()).contains(id));
    } finally {
      assignments.end(assignment, day.minusDays(1), "Hết việc", "quantri");
    }
    assertThat(dossiers.details(id, "qlkh")).isEmpty();
  }

  @Test
  void shouldKeepTheCouncilByDates() {
    var last = LocalDate.of(2010, 12, 31);
    council.add(24, CouncilRole.CHAIR, LocalDate.of(2010, 1, 1), last, "thuky");

    assertThat(council.inForce(last)).extracting(CouncilMember::personId).containsExactly(24L);
    assertThat(council.inForce(last.plusDays(1))).isEmpty();
    assertThat(council.all()).extracting(CouncilMember::personId).contains(1L, 24L);
    assertThatThrownBy(() -> council.add(24, CouncilRole.MEMBER, last, null, "thuky"))
        .hasMessage("council-twice");
    assertThatThrownBy(() -> council.add(25, CouncilRole.CHAIR, last, last, "chanhvp"))
        .hasMessage("council-chair");
    assertThatThrownBy(() -> council.add(25, CouncilRole.MEMBER, last, last.minusDays(1), "thuky"))
        .hasMessage("council-dates");
    assertThatThrownBy(() -> council.add(25, CouncilRole.MEMBER, last, last, "chuyenvien"))
        .hasMessage("role");

    council.add(25, CouncilRole.MEMBER, LocalDate.of(2011, 1, 1), null, "thuky");
    var seat = council.inForce(LocalDate.of(2011, 1, 1)).getFirst().id();
    council.end(seat, LocalDate.of(2011, 6, 30), "thuky");
    assertThat(council.inForce(LocalDate.of(2011, 7, 1))).isEmpty();
    assertThatThrownBy(() -> council.end(seat, LocalDate.of(2011, 7, 1), "thuky"))
        .hasMessage("council-dates");
  }

  private void assertRefused(String code, String... ids) {
    assertThatThrownBy(
            () -> dossiers.open(new NewDossier(DIRECTOR, "Đợt", List.of(ids)), "chuyenvien"))
        .isInstanceOf(DossierRefused.class)
        .hasMessage(code);
  }

  private DossierDetails details(String id) {
    return dossiers.details(id, "chanhvp").orElseThrow();
  }

  private List<WaitingWork> waiting(String username) {
    return work.waitingFor(directory.account(username));
  }

  /** A Giấy khen the Office has accepted. */
  private String accepted(String type, long person) {
    var id = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into nomination
              (id, version, code, campaign_id, commendation_type, award_code, subject_kind,
               person_id, unit_id, nominator, nominee_name, nominee_position, unit_name, title,
               achievements, period_from, period_to, status, revision, rule_set,
               deciding_authority, created_at, submitted_at, updated_at)
            select :id, 0, concat('DK-', :id), null, :type, 'GK-SO', 'INDIVIDUAL', p.id, u.id,
              'qlkh', p.full_name, p.position_name, u.name, 'Sáng kiến số hóa',
              'Rút ngắn 40% thời gian.', '2026-01-01', '2026-10-31', 'ACCEPTED', 1, 'R4',
              'DIRECTOR', :now, :now, :now
            from person p join unit u on u.id = p.unit_id where p.id = :person""")
        .param("id", id)
        .param("type", type)
        .param("person", person)
        .param("now", Utc.now(today))
        .update();
    jdbc.sql(
            """
            insert into nomination_check values (?, '2026-11-02 02:00:00', 'IN_HOUSE', 'ORDINARY',
              ?, ?)""")
        .params(id, !type.equals("UNPLANNED"), type.equals("MERIT"))
        .update();
    return id;
  }
}
