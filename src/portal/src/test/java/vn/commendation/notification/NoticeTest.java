package vn.commendation.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What a notice may lead to, and what it says. */
class NoticeTest {

  private static final Locale VIETNAMESE = Locale.of("vi", "VN");

  private final NoticeTexts texts =
      new NoticeTexts(messages(), Clock.system(ZoneId.of("Asia/Ho_Chi_Minh")));
  private final NoticeMails letters = new NoticeMails(texts, "https://khenthuong.example");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://elsewhere.example/",
        "//elsewhere.example/",
        "/\\elsewhere.example",
        "javascript:alert(1)",
        "/campaigns/1\nLocation: https://elsewhere.example",
        "/{path}",
        "campaigns/1",
        ""
      })
  void shouldLeadNowhereOutsideThePortal(String path) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Notice.of(NoticeKind.TASK, "task-opened", path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/campaigns/1#library",
        "/nominations?q=HTB-2022-0001&page=2",
        "/dossiers/a-b"
      })
  void shouldLeadToAnyPageOfThePortal(String path) {
    assertThat(Notice.of(NoticeKind.TASK, "task-opened", path).path()).isEqualTo(path);
  }

  @Test
  void shouldKeepArgumentsAsWhatTheyAre() {
    List<Object> args =
        Arrays.asList(
            "Chữ “có dấu” và \"ngoặc\"",
            null,
            7,
            LocalDate.of(2026, 2, 5),
            Instant.parse("2026-02-05T10:00:00Z"),
            NoticeText.of("notice.document", "12/QĐ", LocalDate.of(2026, 2, 5)),
            List.of(NoticeText.of("notice.no-dependent-award"), "dòng"));

    assertThat(NoticeArgs.read(NoticeArgs.write(args)))
        .containsExactly(
            "Chữ “có dấu” và \"ngoặc\"",
            "",
            7L,
            LocalDate.of(2026, 2, 5),
            Instant.parse("2026-02-05T10:00:00Z"),
            NoticeText.of("notice.document", "12/QĐ", LocalDate.of(2026, 2, 5)),
            List.of(NoticeText.of("notice.no-dependent-award"), "dòng"));
    assertThatIllegalArgumentException().isThrownBy(() -> NoticeArgs.write(List.of(1.5)));
  }

  @Test
  void shouldWriteALetterThatSaysWhatToDoAndLeadsThere() {
    var notice =
        Notice.of(
            NoticeKind.TASK,
            "case-returned",
            "/nominations/1",
            "HTB-2022-0001",
            "Lê Thị Bích Ngọc",
            "Thiếu {0} minh chứng",
            Instant.parse("2026-02-05T10:00:00Z"));

    var mail = letters.letter(reader(VIETNAMESE), "7", notice);

    assertThat(mail.recipient()).isEqualTo("qlkh@tayninh.example");
    assertThat(mail.subject()).isEqualTo("[Khen thưởng] Hồ sơ HTB-2022-0001 cần bổ sung");
    assertThat(mail.body())
        .isEqualTo(
            """
            Kính gửi Trần Thị Thanh Hòa,

            Văn phòng Sở đã trả lại hồ sơ HTB-2022-0001 đề nghị khen thưởng Lê Thị Bích Ngọc để bổ sung.

            Lý do: Thiếu {0} minh chứng

            Hạn bổ sung: 05/02/2026 17:00. Quá hạn, hồ sơ tự động kết thúc.

            Mở: https://khenthuong.example/notifications/7

            Văn phòng Sở Khoa học và Công nghệ tỉnh Tây Ninh

            Thư này do hệ thống gửi tự động. Chọn cách nhận thông báo: https://khenthuong.example/notifications/settings
            """);
  }

  @Test
  void shouldListByKindInTheReadersLanguage() {
    var due = Instant.parse("2026-02-05T10:00:00Z");
    List<Object> args = List.of("DT-2026-0001", NoticeText.of("notice.no-deadline"), due);
    var mail =
        letters.list(
            reader(Locale.ENGLISH),
            "digest",
            List.of(
                new NoticeMails.Line("1", NoticeKind.CASE, "case-held", List.of("HS-1"), null),
                new NoticeMails.Line("2", NoticeKind.REMINDER, "task-overdue", args, due)),
            2);

    assertThat(mail.subject()).isEqualTo("[Commendation] Daily digest: 2 notifications");
    assertThat(mail.body())
        .contains(
            """
            REMINDERS OF DUE DATES (1)

            - Overdue since 05/02/2026 17:00: DT-2026-0001
              Due: 05/02/2026 17:00
              https://khenthuong.example/notifications/2

            PROGRESS AND OUTCOME OF CASES (1)

            - Case HS-1 is on hold
              https://khenthuong.example/notifications/1
            """);
  }

  @Test
  void shouldMakeOneLineOfASubjectThatWouldBecomeAHeader() {
    assertThat(Mails.line("Hồ sơ\r\nBcc: ai-do@elsewhere.example\u2028 A\u0000B"))
        .isEqualTo("Hồ sơ Bcc: ai-do@elsewhere.example  A B");
    var longest = Mails.line("ữ".repeat(400));
    assertThat(longest).hasSize(300).endsWith("ữ…");
  }

  @Test
  void shouldLetNobodySwitchOffADuty() {
    assertThat(NoticeKind.TASK.choices())
        .containsExactly(Delivery.IMMEDIATE, Delivery.DIGEST, Delivery.BELL);
    assertThat(NoticeKind.CASE.choices()).contains(Delivery.OFF);
    assertThat(NoticeSettings.delivery(NoticeKind.REMINDER, "OFF")).isEqualTo(Delivery.DIGEST);
    assertThat(NoticeKind.values())
        .allSatisfy(kind -> assertThat(kind.choices()).contains(kind.usual()));
  }

  private static Recipient reader(Locale language) {
    return new Recipient(
        "qlkh", "Trần Thị Thanh Hòa", "qlkh@tayninh.example", language, Delivery.IMMEDIATE, 0);
  }

  private static ResourceBundleMessageSource messages() {
    var messages = new ResourceBundleMessageSource();
    messages.setBasenames("texts/notices-notification", "texts/portal");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    return messages;
  }
}
