package vn.commendation.nomination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static vn.commendation.nomination.NominationTest.NOMINATOR;
import static vn.commendation.nomination.NominationTest.NOMINEE;
import static vn.commendation.nomination.NominationTest.NOW;
import static vn.commendation.nomination.NominationTest.UNIT;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.commendation.award.Awards;
import vn.commendation.award.CommendationType;
import vn.commendation.award.SubjectKind;
import vn.commendation.notification.Notices;

class DuplicatesTest {

  private static final String TITLE = "Số hóa quy trình tiếp nhận hồ sơ";
  private static final String REPORT = "Rút ngắn 40% thời gian xử lý hồ sơ của người dân.";

  private final NominationRepository nominations = mock(NominationRepository.class);
  private final Awards awards = mock(Awards.class);
  private final Notices notices = mock(Notices.class);
  private final Duplicates duplicates = new Duplicates(nominations, awards, notices, 0.8);

  private final Nomination nomination = of("GK-SO", TITLE, REPORT, "2026-01-01", "2026-06-30");

  @BeforeEach
  void catalogue() {
    when(awards.find(anyString())).thenReturn(Optional.empty());
    when(notices.get(anyString(), any(Object[].class))).thenReturn("");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // award, title, report, from, to, status of the other, refused, flagged
        "GK-SO, Khác hẳn, Việc khác, 2026-06-30, 2026-12-31, OFFICE_REVIEW, true, -",
        "GK-SO, Khác hẳn, Việc khác, 2026-07-01, 2026-12-31, OFFICE_REVIEW, false, -",
        "LDTT, Khác hẳn, Việc khác, 2026-01-01, 2026-06-30, OFFICE_REVIEW, false, -",
        "LDTT, =, =, 2025-01-01, 2025-06-30, OFFICE_REVIEW, true, -",
        "LDTT, =, =, 2026-01-01, 2026-06-30, AWARDED, false, achievement-awarded",
        "GK-SO, =, =, 2025-01-01, 2025-06-30, AWARDED_IN_HOUSE, true, -",
        "LDTT, SO HOA quy trinh tiep nhan ho so!, Việc khác, 2026-01-01, 2026-06-30, IN_DOSSIER,"
            + " false, near-duplicate",
        "LDTT, Quy trình số hóa việc tiếp nhận hồ sơ, Việc khác, 2026-01-01, 2026-06-30, HOLD,"
            + " false, near-duplicate",
      })
  void shouldTellRepeatsFromWhatTheOfficeJudges(
      String award,
      String title,
      String report,
      String from,
      String to,
      NominationStatus status,
      boolean refused,
      String flagged) {
    var other =
        of(
            award,
            title.equals("=") ? TITLE : title,
            report.equals("=") ? "  " + REPORT.toUpperCase() : report,
            from,
            to);
    other.submit("X-0001", false, NOMINEE, UNIT, NOW);
    other.moveTo(status, null, NOW);
    when(nominations.ofNominee(anyString(), any(), anyLong(), any(), any(), any()))
        .thenReturn(List.of(other));

    assertThat(duplicates.problems(nomination, null)).hasSize(refused ? 1 : 0);
    assertThat(duplicates.findings(nomination).stream().map(Finding::code))
        .isEqualTo(flagged == null ? List.of() : List.of(flagged));
  }

  @Test
  void shouldCompareWordsWithoutDiacriticsCaseAndPunctuation() {
    assertThat(Duplicates.normal(" Đổi mới, SÁNG TẠO – “Đường” "))
        .isEqualTo("doi moi sang tao duong");
    assertThat(Duplicates.likeness(TITLE, "so hoa quy trinh tiep nhan ho so")).isGreaterThan(0.999);
    assertThat(Duplicates.likeness(TITLE, "Tổ chức hiến máu tình nguyện")).isLessThan(0.2);
    assertThat(Duplicates.likeness(TITLE, "!!!")).isZero();
  }

  private static Nomination of(String award, String title, String report, String from, String to) {
    return Nomination.draft(
        new NominationForm(
            "33333333-3333-3333-3333-333333333333",
            0,
            1L,
            SubjectKind.INDIVIDUAL,
            NOMINEE.id(),
            award,
            title,
            report,
            LocalDate.parse(from),
            LocalDate.parse(to)),
        CommendationType.MOVEMENT,
        NOMINATOR,
        NOW);
  }
}
