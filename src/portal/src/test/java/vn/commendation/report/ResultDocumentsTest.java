package vn.commendation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static vn.commendation.report.ReportFixture.CLERK;
import static vn.commendation.report.ReportFixture.OFFICER;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;
import vn.commendation.directory.Directory;
import vn.commendation.document.DocumentField;
import vn.commendation.document.DocumentKind;
import vn.commendation.document.DocumentRefused;
import vn.commendation.document.DocumentType;
import vn.commendation.document.Letters;
import vn.commendation.document.NumberRefused;
import vn.commendation.document.RegisteredNumber;
import vn.commendation.notification.Notices;

/** What the result report says as a document. */
class ResultDocumentsTest {

  private static final LocalDate DAY = LocalDate.of(2025, 2, 5);

  private final ReportFixture reports = new ReportFixture();
  private final ResultDocuments documents = documents();

  @AfterEach
  void forget() {
    reports.forget();
  }

  @Test
  void shouldSayWhatTheIssueKeepsInEveryFieldOfTheTemplate() {
    var id =
        reports.submitted("GK-SO", "INDIVIDUAL", "AWARDED_IN_HOUSE", "2024-05-05T01:00:00Z").save();
    reports.entered("GK-SO", "INDIVIDUAL", id, LocalDate.of(2024, 7, 2));
    var issued = issue();
    // what comes later does not change what was issued
    reports.submitted("GK-SO", "INDIVIDUAL", "HOLD", "2024-05-06T01:00:00Z").save();

    var content = documents.content(DocumentKind.RESULT_REPORT, issued);

    assertThat(content.draft()).isTrue();
    assertThat(content.symbol()).isNull();
    assertThat(content.values().keySet())
        .containsExactlyInAnyOrderElementsOf(
            documents.fields(DocumentKind.RESULT_REPORT).stream()
                .map(DocumentField::name)
                .toList());
    assertThat(content.values())
        .containsEntry("tong_de_nghi", "1")
        .containsEntry("tong_duoc_khen", "1")
        .containsEntry("so_truc_tiep", "1")
        .containsEntry("ty_le_nu", "100%")
        .containsEntry("ty_le_tra_lai", "–")
        // 0.3 of 2 340 000 đồng, rounded up to ten thousand
        .containsEntry("tong_tien_thuong", "710.000")
        .containsEntry("kinh_gui", "Sở Nội vụ tỉnh Tây Ninh");
    assertThat(rows(content.values(), "bang_danh_hieu"))
        .containsExactly(
            Map.of(
                "ten",
                "Giấy khen của Giám đốc Sở",
                "de_nghi",
                "1",
                "duoc_khen",
                "1",
                "khong_duoc",
                "0",
                "khac",
                "0"));
    assertThat(rows(content.values(), "dien_hinh"))
        .extracting(row -> row.get("noi_dung"))
        .containsExactly("Chị Thử.", "Anh Thật.");
    assertThat(rows(content.values(), "ton_tai")).isEmpty();
    // nothing was reviewed, yet no table is a heading without rows
    assertThat(rows(content.values(), "bang_tien_do"))
        .hasSize(7)
        .extracting(row -> row.get("so_luot"))
        .contains("0");
  }

  @Test
  void shouldBeADraftUntilTheClerkHasRegisteredItsNumber() {
    var issued = issue();
    then(reports.documents).should().queue(DocumentKind.RESULT_REPORT, issued, OFFICER);

    assertThatThrownBy(() -> reports.results.register(issued, DAY, null, OFFICER))
        .isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() -> reports.results.register(issued, null, null, CLERK))
        .isInstanceOf(ReportRefused.class)
        .hasMessage("number-day");
    given(reports.numbers.register(any(), any(), any(), any(), eq(9), any()))
        .willThrow(new NumberRefused("gap", 9, 5));
    assertThatThrownBy(() -> reports.results.register(issued, DAY, 9, CLERK))
        .isInstanceOfSatisfying(
            ReportRefused.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo("number-gap");
              assertThat(refusal.args()).containsExactly("9", "5");
            });
    given(reports.numbers.of(issued))
        .willReturn(Optional.of(new RegisteredNumber(DocumentType.REPORT, 5, "05/BC-SKHCN", DAY)));
    reports.results.register(issued, DAY, 5, CLERK);

    var content = documents.content(DocumentKind.RESULT_REPORT, issued);
    assertThat(content.draft()).isFalse();
    assertThat(content.symbol()).isEqualTo("05/BC-SKHCN");
    assertThat(content.date()).isEqualTo(DAY);
    then(reports.documents).should().queue(DocumentKind.RESULT_REPORT, issued, CLERK);
  }

  @Test
  void shouldHaveNoDocumentOfAFormOrOfNothing() {
    assertThatThrownBy(() -> documents.content(DocumentKind.RESULT_REPORT, "no-such-report"))
        .isInstanceOf(DocumentRefused.class);
    var form = reports.statistics.issue("0604", 2024, 0, OFFICER);
    assertThatThrownBy(() -> documents.content(DocumentKind.RESULT_REPORT, form))
        .isInstanceOf(DocumentRefused.class);
  }

  private String issue() {
    return reports.results.issue(
        reports.results.scope(null, LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31)),
        new ResultTexts("Phong trào thiết thực.", "Chị Thử.\n\nAnh Thật.", null, null),
        0,
        OFFICER);
  }

  private ResultDocuments documents() {
    var notices = mock(Notices.class);
    given(notices.get(anyString(), any(Object[].class))).willAnswer(call -> call.getArgument(0));
    given(notices.get(anyString())).willAnswer(call -> call.getArgument(0));
    var letters = mock(Letters.class);
    given(letters.values(any(), any(), any()))
        .willAnswer(
            call -> {
              var values = new HashMap<String, Object>();
              Letters.fields().forEach(field -> values.put(field.name(), ""));
              return values;
            });
    var directory = mock(Directory.class);
    given(directory.accountsWith(any())).willReturn(List.of());
    return new ResultDocuments(
        reports.issues,
        reports.numbers,
        letters,
        directory,
        new ReportProperties("Sở", "Sở Nội vụ tỉnh Tây Ninh", MonthDay.of(12, 15)),
        notices);
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> rows(Map<String, Object> values, String field) {
    return (List<Map<String, Object>>) values.get(field);
  }
}
