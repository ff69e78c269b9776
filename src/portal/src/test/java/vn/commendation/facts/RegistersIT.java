package vn.commendation.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.commendation.platform.AtOnce.together;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import vn.commendation.audit.AuditTrail;
import vn.commendation.award.InitiativeLevel;
import vn.commendation.award.SubjectKind;
import vn.commendation.award.WorkRating;
import vn.commendation.platform.LocalPlatformTest;

/** The registers on the real database, with the entries of the demonstration. */
@LocalPlatformTest
class RegistersIT {

  private static final String OFFICER = "chuyenvien";
  private static final PageRequest FIRST = PageRequest.of(0, 20);

  @Autowired private AwardHistory history;
  @Autowired private Initiatives initiatives;
  @Autowired private Ratings ratings;
  @Autowired private Disciplines disciplines;
  @Autowired private Concerns concerns;
  @Autowired private Facts facts;
  @Autowired private AuditTrail audit;
  @Autowired private JdbcClient jdbc;

  @Test
  void shouldGatherTheFactsOfAPerson() {
    var rule =
        Samples.rule(
            "CSTD-TINH",
            SubjectKind.INDIVIDUAL,
            "CSTDCS",
            3,
            InitiativeLevel.PROVINCE,
            WorkRating.EXCELLENT,
            3,
            null,
            0);

    var found = facts.of(18L, 5, rule, LocalDate.of(2023, 1, 1), LocalDate.of(2025, 12, 31));

    assertThat(found.priorYears()).isEqualTo(3);
    assertThat(found.initiatives()).isEqualTo(1);
    assertThat(found.ratingYears()).isEqualTo(6);
    assertThat(found.advancedWorkerPercent()).isNull();
    assertThat(found.pendingDiscipline()).isFalse();
    assertThat(found.lines())
        .contains(
            "Chiến sĩ thi đua cơ sở năm 2025: Quyết định số 128/QĐ-SKHCN ngày 15/01/2026 của Giám"
                + " đốc Sở Khoa học và Công nghệ",
            "Xếp loại năm 2024: hoàn thành xuất sắc nhiệm vụ (Thông báo xếp loại năm 2024 (dữ liệu"
                + " mẫu))");
  }

  @Test
  void shouldGatherTheFactsOfACollective() {
    var rule =
        Samples.rule(
            "TTLDXS", SubjectKind.COLLECTIVE, null, 0, null, null, 0, BigDecimal.valueOf(70), 1);

    var found = facts.of(null, 5, rule, LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));

    // four of the five people of the unit
    assertThat(found.advancedWorkerPercent()).isEqualByComparingTo("80");
    assertThat(found.baseFighters()).isEqualTo(1);
    assertThat(history.holders("LDTT", 2025, 5L)).isEqualTo(4);
    assertThat(history.holders("LDTT", 2025, null)).isGreaterThan(4);
  }

  @Test
  void shouldTellOfWhatIsUnderConsiderationAndOpen() {
    var rule = Samples.rule("GK-SO", SubjectKind.INDIVIDUAL, null, 0, null, null, 0, null, 0);
    var from = LocalDate.of(2022, 1, 1);
    var to = LocalDate.of(2022, 12, 31);

    assertThat(facts.of(16L, 4, rule, from, to).pendingDiscipline()).isTrue();
    assertThat(facts.of(12L, 3, rule, from, to).openComplaint()).isTrue();
    assertThat(facts.of(null, 7, rule, from, to).openInspection()).isFalse();
    assertThat(
            facts
                .of(33L, 7, rule, LocalDate.of(2024, 6, 20), LocalDate.of(2024, 12, 31))
                .disciplined())
        .isTrue();
    assertThat(
            facts
                .of(null, 7, rule, LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31))
                .disciplined())
        .as("a reprimand of a member")
        .isFalse();
  }

  @Test
  void shouldRateAPersonOnceAYearEvenIfTwoEnterItAtOnce() throws Exception {
    var wanted = new NewRating("P9", 2021, WorkRating.GOOD, "Thông báo số 9");
    Callable<Long> entry = () -> ratings.enter(wanted, OFFICER);
    assertThat(together(entry, entry))
        .hasOnlyElementsOfTypes(Long.class, FactRefused.class)
        .filteredOn(FactRefused.class::isInstance)
        .hasSize(1);
    assertThat(ratings.of(9L, 2)).singleElement().extracting(YearlyRating::year).isEqualTo(2021);

    // entered wrongly: cancelled with a reason, seen for ever, and entered again
    var wrong = ratings.of(9L, 2).getFirst().id();
    ratings.cancel(wrong, "Nhầm người", OFFICER);
    assertThatThrownBy(() -> ratings.cancel(wrong, "Nhầm người", OFFICER))
        .isInstanceOf(FactRefused.class);
    assertThat(ratings.of(9L, 2)).isEmpty();
    var right =
        ratings.enter(new NewRating("P9", 2021, WorkRating.COMPLETED, "Thông báo số 9"), OFFICER);
    assertThat(ratings.search("Ngọc Ánh", 2021, null, FIRST).getContent())
        .extracting(YearlyRating::id, YearlyRating::cancelReason)
        .contains(tuple(wrong, "Nhầm người"), tuple(right, null));
    assertThat(audit.of("work_rating-" + wrong))
        .extracting("actor", "action")
        .containsExactly(tuple(OFFICER, "register.entered"), tuple(OFFICER, "register.cancelled"));
    ratings.cancel(right, "Dọn sau khi thử", OFFICER);
  }

  @Test
  void shouldKeepTheNumberOfAnInitiativeUniqueInLevelAndYear() {
    var number = UUID.randomUUID().toString();
    var wanted =
        new NewInitiative(
            number,
            "Số hóa sổ theo dõi",
            InitiativeLevel.BASE,
            LocalDate.of(2024, 2, 29),
            "Văn phòng",
            List.of(
                new NewInitiative.Author("P9", new BigDecimal("66.67")),
                new NewInitiative.Author("P6", new BigDecimal("33.33"))));
    var id = initiatives.enter(wanted, OFFICER);

    assertThatThrownBy(() -> initiatives.enter(wanted, OFFICER))
        .isInstanceOf(FactRefused.class)
        .hasMessageContaining("initiative-twice");
    assertThat(initiatives.of(6))
        .filteredOn(one -> one.id() == id)
        .singleElement()
        .satisfies(
            one ->
                assertThat(one.authors())
                    .extracting(Initiative.Author::share)
                    .containsExactly(new BigDecimal("66.67"), new BigDecimal("33.33")));
    assertThat(initiatives.search("Ngọc Ánh", InitiativeLevel.BASE, 2024, FIRST)).hasSize(1);
    initiatives.cancel(id, "Dọn sau khi thử", OFFICER);
    assertThat(initiatives.of(6)).noneMatch(one -> one.id() == id);
  }

  @Test
  void shouldTakeAnAwardOnceFromANominationAndKeepItsRevocation() {
    var nomination = UUID.randomUUID().toString();
    var award =
        new AwardGiven(
            0,
            9L,
            2,
            "Huỳnh Thị Ngọc Ánh",
            "GK-SO",
            2022,
            LocalDate.of(2022, 1, 1),
            LocalDate.of(2022, 12, 31),
            "77/QĐ-SKHCN",
            LocalDate.of(2022, 12, 20),
            "Giám đốc Sở",
            nomination,
            null);
    var id = history.add(award);

    assertThatThrownBy(() -> history.add(award)).isInstanceOf(FactRefused.class);
    assertThat(history.get(id).nominationId()).isEqualTo(nomination);
    history.revoke(id, LocalDate.of(2023, 5, 5));
    history.revoke(id, LocalDate.of(2024, 5, 5));
    assertThat(history.of(9L, 2))
        .filteredOn(one -> one.id() == id)
        .extracting(AwardGiven::revokedOn)
        .containsExactly(LocalDate.of(2023, 5, 5));
    assertThat(history.search("ngọc ánh", "GK-SO", 2022, FIRST).getContent())
        .extracting(one -> one.award().id())
        .contains(id);
    assertThatThrownBy(() -> history.cancel(id, "Nhầm", OFFICER))
        .isInstanceOf(FactRefused.class)
        .hasMessageContaining("from-nomination");
    jdbc.sql("delete from award_given where id = ?").param(id).update();
  }

  @Test
  void shouldEnterAnAwardByHandOnlyIfItFits() {
    var wrong =
        new NewAward("U5", "LDTT", 2021, null, null, "1/QĐ", LocalDate.of(2020, 1, 1), "Giám đốc");

    assertThatThrownBy(() -> history.enter(wrong, OFFICER))
        .isInstanceOfSatisfying(
            FactRefused.class,
            refusal ->
                assertThat(refusal.problems())
                    .extracting(FactProblem::field, FactProblem::code)
                    .containsExactly(
                        tuple("decidedOn", "before-year"), tuple("awardCode", "wrong-subject")));
    assertThatThrownBy(() -> history.enter(wrong, "qlkh"))
        .isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() -> history.enter(wrong, "quantri"))
        .isInstanceOf(AccessDeniedException.class);
  }

  @Test
  void shouldConcludeDisciplineAndCloseAComplaint() {
    var discipline =
        disciplines.enter(
            new NewDiscipline(
                "P24", null, null, null, LocalDate.of(2021, 3, 1), "Vi phạm giờ giấc"),
            OFFICER);
    assertThat(disciplines.search("Tạ Đình Phúc", true, FIRST)).hasSize(1);
    disciplines.conclude(
        discipline,
        new DisciplineResult(
            DisciplineKind.WARNING, "9/QĐ-SKHCN", LocalDate.of(2021, 4, 1), "Theo kết luận"),
        OFFICER);
    assertThat(disciplines.search("Tạ Đình Phúc", true, FIRST)).isEmpty();
    assertThat(disciplines.of(24L, 6, LocalDate.of(2021, 12, 31)))
        .singleElement()
        .extracting(Discipline::kind, Discipline::decidedOn, Discipline::pendingTo)
        .containsExactly(
            DisciplineKind.WARNING, LocalDate.of(2021, 4, 1), LocalDate.of(2021, 4, 1));
    assertThatThrownBy(
            () ->
                disciplines.conclude(
                    discipline,
                    new DisciplineResult(null, null, LocalDate.of(2021, 4, 1), "Lần hai"),
                    OFFICER))
        .isInstanceOf(FactRefused.class)
        .hasMessageContaining("gone");
    disciplines.cancel(discipline, "Dọn sau khi thử", OFFICER);

    var complaint =
        concerns.enter(
            new NewConcern(
                "U6",
                ConcernKind.DENUNCIATION,
                LocalDate.of(2021, 3, 1),
                null,
                false,
                "Đơn tố cáo"),
            OFFICER);
    assertThatThrownBy(() -> concerns.close(complaint, LocalDate.of(2021, 2, 28), "Xong", OFFICER))
        .isInstanceOf(FactRefused.class)
        .hasMessageContaining("order");
    concerns.close(complaint, LocalDate.of(2021, 3, 31), "Tố cáo sai", OFFICER);
    assertThat(concerns.search("Công nghệ và Chuyên ngành", true, FIRST)).isEmpty();
    concerns.cancel(complaint, "Dọn sau khi thử", OFFICER);
  }
}
