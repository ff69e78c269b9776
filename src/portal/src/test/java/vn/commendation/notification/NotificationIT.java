package vn.commendation.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.commendation.calendar.WorkingCalendar;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.engine.UserTasks;
import vn.commendation.platform.AtOnce;
import vn.commendation.platform.LocalPlatformTest;
import vn.commendation.work.OpenStep;
import vn.commendation.work.StepSource;

/** Notices on the real database and with real mail, at times of the test's choice. */
@LocalPlatformTest
class NotificationIT {

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final String READER = "nhan-thong-bao";
  private static final String OTHER = "nhan-thong-bao-2";
  private static final Duration WINDOW = Duration.ofMinutes(10);

  /** A Wednesday; the Monday after the weekend that follows is a working day, too. */
  private static final LocalDate WEDNESDAY = LocalDate.of(2026, 3, 11);

  @Autowired private Directory directory;
  @Autowired private Recipients recipients;
  @Autowired private Mails mails;
  @Autowired private NoticeMails letters;
  @Autowired private NoticeSettings settings;
  @Autowired private Notifications notifications;
  @Autowired private Bell bell;
  @Autowired private NoticeTexts texts;
  @Autowired private UserTasks userTasks;
  @Autowired private UndeliveredMails undelivered;
  @Autowired private WorkingCalendar calendar;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;

  private final List<OpenStep> open = new ArrayList<>();

  @BeforeEach
  void twoReadersWhoWereToldNothing() {
    for (var username : List.of(READER, OTHER)) {
      jdbc.sql(
              """
              insert ignore into account (username, person_id, display_name, password_hash, email)
              select ?, person_id, 'Lê Thị Bích Ngọc', password_hash, ?
              from account where username = 'nhanvien1'""")
          .params(username, username + "@tayninh.example")
          .update();
      jdbc.sql("update account set email = ? where username = ?")
          .params(username + "@tayninh.example", username)
          .update();
      for (var table :
          List.of("notice", "notice_digest", "notice_choice", "account_setting", "mail")) {
        jdbc.sql("delete from " + table + " where username = ?").param(username).update();
      }
    }
  }

  @Test
  void shouldWriteOnTheBellAndMailInOneTransactionOrNotAtAll() {
    assertThatThrownBy(() -> notifications.tellAll(List.of(READER), ended("HS-1")))
        .isInstanceOf(IllegalTransactionStateException.class);
    transaction.executeWithoutResult(
        status -> {
          notifications.tellAll(List.of(READER), ended("HS-1"));
          status.setRollbackOnly();
        });
    assertThat(bell.unread(READER)).isZero();

    transaction.executeWithoutResult(
        status -> notifications.tellAll(List.of(READER, "khong-co"), ended("HS-2")));

    assertThat(bell.unread(READER)).isEqualTo(1);
    await().untilAsserted(() -> assertThat(mailsTo(READER)).hasSize(1));
    var mail = mailsTo(READER).getFirst();
    var id = bell.list(READER, true, PageRequest.of(0, 5), Locale.of("vi")).getContent().getFirst();
    assertThat(mail.get("subject"))
        .isEqualTo("[Khen thưởng] Kết quả hồ sơ HS-2: Tỉnh đã khen thưởng");
    assertThat(mail.get("body").toString())
        .startsWith("Kính gửi Lê Thị Bích Ngọc,\n\nHồ sơ HS-2 đề nghị khen thưởng Phạm Đình Khôi")
        .contains("/notifications/" + id.id())
        .endsWith("/notifications/settings\n");
  }

  @Test
  void shouldWriteInTheLanguageOfTheReader() {
    settings.speak(READER, Locale.ENGLISH);

    tell(notifications, READER, ended("HS-3"));

    assertThat(mailsTo(READER))
        .extracting(mail -> mail.get("subject"))
        .containsExactly("[Commendation] Outcome of case HS-3: Awarded by the province");
    assertThat(bell.list(READER, true, PageRequest.of(0, 5), Locale.of("vi")).getContent())
        .extracting(Bell.Entry::subject)
        .containsExactly("Kết quả hồ sơ HS-3: Tỉnh đã khen thưởng");
  }

  @Test
  void shouldTellTheSameOnceHoweverManySayItAtOnce() throws Exception {
    var once = ended("HS-4").once("the same");

    var answers = atOnce(8, () -> tell(notifications, READER, once));

    assertThat(answers).containsOnly("done");

    assertThat(bell.unread(READER)).isEqualTo(1);
    assertThat(mailsTo(READER)).hasSize(1);
  }

  @Test
  void shouldRespectWhatSomebodyChose() {
    choose(READER, NoticeKind.CASE, Delivery.OFF);
    choose(OTHER, NoticeKind.CASE, Delivery.BELL);

    tell(notifications, READER, ended("HS-5"));
    tell(notifications, OTHER, ended("HS-5"));

    assertThat(bell.unread(READER)).isZero();
    assertThat(bell.unread(OTHER)).isEqualTo(1);
    assertThat(mailsTo(READER)).isEmpty();
    assertThat(mailsTo(OTHER)).isEmpty();
    assertThatThrownBy(() -> choose(READER, NoticeKind.TASK, Delivery.OFF))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldGatherAFloodIntoOneMail() {
    var start = at(WEDNESDAY, 9);
    var flooded = notificationsAt(start, 2);

    for (var number = 1; number <= 200; number++) {
      tell(flooded, READER, ended("HS-" + number));
    }
    listMailsAt(start.plus(WINDOW).minusSeconds(1)).sendSummaries();
    assertThat(mailsTo(READER)).hasSize(2);
    listMailsAt(start.plus(WINDOW)).sendSummaries();
    listMailsAt(start.plus(WINDOW)).sendSummaries();

    assertThat(bell.unread(READER)).isEqualTo(Bell.MOST_COUNTED);
    assertThat(mailsTo(READER)).hasSize(3);
    var summary = mailsTo(READER).getLast();
    assertThat(summary.get("subject")).isEqualTo("[Khen thưởng] 198 thông báo mới");
    assertThat(summary.get("body").toString())
        .contains("DIỄN BIẾN, KẾT QUẢ HỒ SƠ (100)")
        .contains("Còn 98 thông báo khác");
  }

  @Test
  void shouldSendADigestOnceADayWithTheMostUrgentFirst() {
    choose(READER, NoticeKind.CASE, Delivery.DIGEST);
    choose(READER, NoticeKind.TASK, Delivery.DIGEST);
    var evening = notificationsAt(at(WEDNESDAY, 17), 5);
    tell(evening, READER, ended("HS-6"));
    tell(evening, READER, ended("HS-7"));
    tell(evening, READER, asked("Việc sau", at(WEDNESDAY.plusDays(9), 17)));
    tell(evening, READER, asked("Việc trước", at(WEDNESDAY.plusDays(2), 17)));
    bell.read(idOf(READER, "HS-6"), READER);

    listMailsAt(at(WEDNESDAY, 18)).sendDigests();
    listMailsAt(at(WEDNESDAY.plusDays(1), 7)).sendDigests();
    assertThat(mailsTo(READER)).isEmpty();
    listMailsAt(at(WEDNESDAY.plusDays(1), 8)).sendDigests();
    tell(notificationsAt(at(WEDNESDAY.plusDays(1), 9), 5), READER, ended("HS-8"));
    listMailsAt(at(WEDNESDAY.plusDays(1), 10)).sendDigests();

    assertThat(mailsTo(READER)).hasSize(1);
    var digest = mailsTo(READER).getFirst();
    assertThat(digest.get("subject")).isEqualTo("[Khen thưởng] Tổng hợp trong ngày: 3 thông báo");
    assertThat(digest.get("body").toString())
        .containsSubsequence(
            "VIỆC MỚI CẦN XỬ LÝ (2)",
            "Việc trước",
            "Hạn: 13/03/2026 17:00",
            "Việc sau",
            "DIỄN BIẾN, KẾT QUẢ HỒ SƠ (1)",
            "HS-7")
        .doesNotContain("HS-6", "HS-8");
  }

  @Test
  void shouldMakeUpForAMissedDigestOnTheNextWorkingDayAndSendNoneThatIsEmpty() {
    choose(READER, NoticeKind.CASE, Delivery.DIGEST);
    tell(notificationsAt(at(WEDNESDAY.plusDays(2), 17), 5), READER, ended("HS-9"));

    listMailsAt(at(WEDNESDAY.plusDays(3), 9)).sendDigests();
    listMailsAt(at(WEDNESDAY.plusDays(4), 9)).sendDigests();
    assertThat(mailsTo(READER)).isEmpty();
    listMailsAt(at(WEDNESDAY.plusDays(5), 15)).sendDigests();
    listMailsAt(at(WEDNESDAY.plusDays(6), 9)).sendDigests();

    assertThat(mailsTo(READER)).hasSize(1);
    assertThat(
            jdbc.sql("select day from notice_digest where username = ?")
                .param(READER)
                .query(LocalDate.class)
                .list())
        .containsExactly(WEDNESDAY.plusDays(5));
  }

  @Test
  void shouldSendOneDigestWhenSeveralInstancesAreAsFast() throws Exception {
    choose(READER, NoticeKind.CASE, Delivery.DIGEST);
    tell(notificationsAt(at(WEDNESDAY, 17), 5), READER, ended("HS-10"));

    var answers = atOnce(6, () -> listMailsAt(at(WEDNESDAY.plusDays(1), 8)).sendDigests());

    assertThat(answers).containsOnly("done");

    assertThat(mailsTo(READER)).hasSize(1);
  }

  @Test
  void shouldRemindBeforeAndAfterTheTimeAndTellWhoAnswersForIt() {
    var due = at(WEDNESDAY, 17);
    open.add(step("viec-" + UUID.randomUUID(), due));

    remindAt(at(WEDNESDAY.minusDays(3), 9)); // a Sunday
    remindAt(at(WEDNESDAY.minusDays(2), 6)); // too early in the day
    assertThat(keys(READER)).isEmpty();
    remindAt(at(WEDNESDAY.minusDays(2), 7));
    remindAt(at(WEDNESDAY.minusDays(1), 9));
    assertThat(keys(READER)).containsExactly("task-due");
    remindAt(at(WEDNESDAY, 18));
    remindAt(at(WEDNESDAY.plusDays(2), 9));
    assertThat(keys(READER)).containsExactly("task-due", "task-overdue");
    assertThat(escalated("chanhvp")).isZero();
    remindAt(at(WEDNESDAY.plusDays(5), 9)); // Monday, the third working day
    assertThat(keys(READER)).containsExactly("task-due", "task-overdue", "task-overdue");
    assertThat(escalated("chanhvp")).isEqualTo(1);
    open.clear();
    remindAt(at(WEDNESDAY.plusDays(8), 9));

    assertThat(keys(READER)).hasSize(3);
    assertThat(escalated("chanhvp")).isEqualTo(1);
  }

  @Test
  void shouldLeadToTheTaskOnlyWhileItWaitsForTheReader() {
    tell(notifications, READER, asked("Việc", at(WEDNESDAY, 17)));
    var id =
        jdbc.sql("select id from notice where username = ?")
            .param(READER)
            .query(String.class)
            .single();

    assertThat(bell.open(id, OTHER)).isEmpty();
    assertThat(bell.unread(READER)).isEqualTo(1);
    var target = bell.open(id, READER).orElseThrow();

    assertThat(target.done()).isTrue();
    assertThat(target.address()).hasToString("/campaigns/1#library");
    assertThat(bell.unread(READER)).isZero();

    open.add(step(taskOf(id), at(WEDNESDAY, 17)));
    var ofTheStep = new Bell(jdbc, texts, steps(), userTasks, Clock.system(ZONE));
    assertThat(ofTheStep.open(id, READER).orElseThrow().done()).isFalse();
    transaction.executeWithoutResult(
        status -> {
          userTasks.opened(taskOf(id), 4711, "OfficeReview");
          assertThat(ofTheStep.open(id, READER).orElseThrow().address().toString())
              .endsWith("/tasklist/default/");
          status.setRollbackOnly();
        });
  }

  @Test
  void shouldMarkAsReadOnlyWhatHadComeAndNobodyElses() {
    tell(notificationsAt(at(WEDNESDAY, 9), 0), READER, ended("HS-11"));
    tell(notificationsAt(at(WEDNESDAY, 11), 0), READER, ended("HS-12"));
    tell(notificationsAt(at(WEDNESDAY, 9), 0), OTHER, ended("HS-11"));

    bell.readAll(READER, at(WEDNESDAY, 10));

    assertThat(bell.list(READER, true, PageRequest.of(0, 5), Locale.of("vi")).getContent())
        .extracting(Bell.Entry::subject)
        .containsExactly("Kết quả hồ sơ HS-12: Tỉnh đã khen thưởng");
    assertThat(bell.unread(OTHER)).isEqualTo(1);
  }

  @Test
  void shouldBlockMailToAnAddressThatCannotBeAndTellItsOwner() {
    jdbc.sql("update account set email = 'khong phai dia chi' where username = ?")
        .param(READER)
        .update();
    tell(notifications, READER, ended("HS-13"));

    await().untilAsserted(() -> assertThat(keys(READER)).contains("mail-failed"));
    assertThat(undelivered.failed().blocked()).isPositive();
    var mail =
        undelivered.list("chanhvp", PageRequest.of(0, 50)).getContent().stream()
            .filter(one -> one.recipient().equals("khong phai dia chi"))
            .findFirst()
            .orElseThrow();
    assertThat(mail.blocked()).isTrue();
    assertThat(mail.attempts()).isEqualTo(1);
    assertThat(mail.subject()).contains("HS-13");
    assertThat(undelivered.list("quantri", PageRequest.of(0, 50)).getContent())
        .allSatisfy(one -> assertThat(one.subject()).isNull());

    // when
    jdbc.sql("update account set email = ? where username = ?")
        .params(READER + "@tayninh.example", READER)
        .update();
    undelivered.sendAgain(mail.id(), "chanhvp");
    undelivered.sendAgain(mail.id(), "chanhvp");

    // then
    await()
        .untilAsserted(
            () ->
                assertThat(mailsTo(READER))
                    .extracting(sent -> sent.get("status"), sent -> sent.get("attempts"))
                    .containsExactly(tuple("SENT", 1)));
  }

  @Test
  void shouldForgetWhatWasReadAndDeliveredLongAgo() {
    tell(notifications, READER, ended("HS-14"));
    tell(notifications, READER, ended("HS-15"));
    await()
        .untilAsserted(
            () ->
                assertThat(mailsTo(READER))
                    .extracting(sent -> sent.get("status"))
                    .containsExactly("SENT", "SENT"));
    bell.read(idOf(READER, "HS-14"), READER);
    var outside = outsideMails();
    var soon = Clock.offset(Clock.system(ZONE), Duration.ofDays(3000));

    retention(Clock.system(ZONE)).clean();
    assertThat(keys(READER)).hasSize(2);
    retention(Clock.offset(soon, Duration.ofDays(-2000))).clean();

    assertThat(keys(READER)).isEmpty();
    assertThat(mailsTo(READER)).isEmpty();
    assertThat(outsideMails()).isEqualTo(outside);
  }

  @SuppressWarnings("unchecked")
  private static List<Object> atOnce(int people, Runnable work) throws Exception {
    var calls = new Callable[people];
    Arrays.fill(calls, Executors.callable(work, "done"));
    return AtOnce.together((Callable<Object>[]) calls);
  }

  private Retention retention(Clock clock) {
    return new Retention(jdbc, clock, Duration.ofDays(90), Duration.ofDays(365));
  }

  private long outsideMails() {
    return jdbc.sql("select count(*) from mail where username is null").query(Long.class).single();
  }

  private static Notice ended(String code) {
    return Notice.of(
        NoticeKind.CASE,
        "case-ended",
        "/nominations/6f1f2d3c-0000-4000-8000-000000000001",
        code,
        "Phạm Đình Khôi",
        NoticeText.of("status.AWARDED"));
  }

  private Notice asked(String about, Instant due) {
    var step =
        new OpenStep(
            UUID.randomUUID().toString(),
            "campaign-step.read",
            about,
            due,
            "/campaigns/1#library",
            List.of());
    var notice = StepNotices.notice(NoticeKind.TASK, "task-opened", step);
    // without a task, what is done is not left out of a digest
    return about.equals("Việc")
        ? notice
        : new Notice(
            notice.kind(), notice.key(), notice.args(), notice.path(), null, due, null, true);
  }

  private OpenStep step(String id, Instant due) {
    return new OpenStep(
        id,
        "campaign-step.read",
        "Phong trào thử",
        due,
        "/campaigns/1#library",
        List.of(account(READER)));
  }

  private Account account(String username) {
    return directory.account(username);
  }

  private void tell(Notifications through, String username, Notice notice) {
    transaction.executeWithoutResult(status -> through.tellAll(List.of(username), notice));
  }

  private void choose(String username, NoticeKind kind, Delivery delivery) {
    var deliveries = new EnumMap<>(settings.of(username).deliveries());
    deliveries.put(kind, delivery);
    settings.choose(username, new NoticeSettings.Choices("vi", 8, deliveries));
  }

  private Notifications notificationsAt(Instant instant, int limit) {
    return new Notifications(
        jdbc, recipients, mails, letters, Clock.fixed(instant, ZONE), WINDOW, limit);
  }

  private ListMails listMailsAt(Instant instant) {
    return new ListMails(
        jdbc,
        transaction,
        recipients,
        letters,
        mails,
        steps(),
        calendar,
        Clock.fixed(instant, ZONE),
        8,
        WINDOW);
  }

  private void remindAt(Instant instant) {
    var clock = Clock.fixed(instant, ZONE);
    new Reminders(
            steps(),
            new Notifications(jdbc, recipients, mails, letters, clock, WINDOW, 5),
            directory,
            calendar,
            jdbc,
            transaction,
            clock,
            new ReminderTimes(Duration.ofMinutes(10), 7, 2, 3, 3))
        .send();
  }

  private ObjectProvider<StepSource> steps() {
    var source =
        new StepSource() {
          @Override
          public List<OpenStep> dueUntil(Instant until, int most) {
            return open.stream().filter(step -> !step.dueAt().isAfter(until)).toList();
          }

          @Override
          public Optional<OpenStep> open(String id) {
            return open.stream().filter(step -> step.id().equals(id)).findFirst();
          }
        };
    return new ObjectProvider<>() {
      @Override
      public Stream<StepSource> stream() {
        return Stream.of(source);
      }
    };
  }

  private String taskOf(String notice) {
    return jdbc.sql("select task_id from notice where id = ?")
        .param(notice)
        .query(String.class)
        .single();
  }

  private List<Map<String, Object>> mailsTo(String username) {
    return jdbc.sql("select * from mail where username = ? order by created_at, sent_at")
        .param(username)
        .query()
        .listOfRows();
  }

  private List<String> keys(String username) {
    return jdbc.sql("select text_key from notice where username = ? order by created_at, id")
        .param(username)
        .query(String.class)
        .list();
  }

  private int escalated(String username) {
    return jdbc.sql(
            """
            select count(*) from notice
            where username = ? and text_key = 'task-escalated' and args like '%Phong trào thử%'""")
        .param(username)
        .query(Integer.class)
        .single();
  }

  private String idOf(String username, String code) {
    return jdbc.sql("select id from notice where username = ? and args like ?")
        .params(username, "%\"" + code + "\"%")
        .query(String.class)
        .single();
  }

  private static Instant at(LocalDate day, int hour) {
    return LocalDateTime.of(day, LocalTime.of(hour, 0)).atZone(ZONE).toInstant();
  }
}
