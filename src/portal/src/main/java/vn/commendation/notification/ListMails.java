package vn.commendation.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.commendation.calendar.WorkingCalendar;
import vn.commendation.storage.Utc;
import vn.commendation.work.StepSource;

/**
 * Sends many notices as one mail: the daily digest, and what came so fast that it waited. Each mail
 * is written together with what it lists in one transaction, so nothing is listed twice or lost.
 */
@Component
class ListMails {

  /** People served in one round; the next one comes soon. */
  private static final int MOST_PEOPLE = 500;

  private static final Comparator<Waiting> MOST_URGENT_FIRST =
      Comparator.comparing((Waiting waiting) -> waiting.line().kind())
          .thenComparing(
              waiting -> waiting.line().dueAt(), Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Waiting::createdAt)
          .thenComparing(waiting -> waiting.line().id());

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Recipients recipients;
  private final NoticeMails letters;
  private final Mails mails;
  private final ObjectProvider<StepSource> steps;
  private final WorkingCalendar calendar;
  private final Clock clock;
  private final int digestHour;
  private final Duration floodWindow;

  ListMails(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Recipients recipients,
      NoticeMails letters,
      Mails mails,
      ObjectProvider<StepSource> steps,
      WorkingCalendar calendar,
      Clock clock,
      @Value("${commendation.notification.digest-hour}") int digestHour,
      @Value("${commendation.notification.flood-window}") Duration floodWindow) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.recipients = recipients;
    this.letters = letters;
    this.mails = mails;
    this.steps = steps;
    this.calendar = calendar;
    this.clock = clock;
    this.digestHour = digestHour;
    this.floodWindow = floodWindow;
  }

  private record Waiting(NoticeMails.Line line, String taskId, Instant createdAt, boolean read) {}

  private record Group(String username, String kind) {}

  /**
   * Digests of today whose hour has come, on working days. What came after the hour waits for the
   * next; a digest that was missed is made up for.
   */
  void sendDigests() {
    var now = clock.instant().atZone(clock.getZone());
    var today = now.toLocalDate();
    if (!calendar.isWorkingDay(today)) {
      return;
    }
    jdbc.sql(
            """
            select n.username from notice n
              join account a on a.username = n.username and a.enabled
              left join account_setting s on s.username = n.username
            where n.mailing = 'DIGEST' and coalesce(s.digest_hour, :usual) <= :hour
              and not exists (
                select 1 from notice_digest d where d.username = n.username and d.day = :today)
              and n.created_at < timestampadd(
                hour, coalesce(s.digest_hour, :usual), :midnight)
            group by n.username
            order by n.username limit :most""")
        .param("usual", digestHour)
        .param("hour", now.getHour())
        .param("today", today)
        .param("midnight", Utc.of(today.atStartOfDay(clock.getZone()).toInstant()))
        .param("most", MOST_PEOPLE)
        .query(String.class)
        .list()
        .forEach(
            username -> transaction.executeWithoutResult(status -> sendDigest(username, today)));
  }

  /** Notices that came too many at a time, once the first of them has waited long enough. */
  void sendSummaries() {
    jdbc.sql(
            """
            select username, kind from notice where mailing = 'SUMMARY'
            group by username, kind having min(created_at) <= :until
            order by username, kind limit :most""")
        .param("until", Utc.of(clock.instant().minus(floodWindow)))
        .param("most", MOST_PEOPLE)
        .query(Group.class)
        .list()
        .forEach(
            group ->
                transaction.executeWithoutResult(
                    status ->
                        send(
                            group.username(),
                            "summary",
                            UUID.randomUUID().toString(),
                            waiting(group.username(), Mailing.SUMMARY, group.kind()))));
  }

  private void sendDigest(String username, LocalDate today) {
    // before the row of the day: another instance that was as fast waits here, then finds it sent
    var waiting = waiting(username, Mailing.DIGEST, null);
    var mailId = UUID.randomUUID().toString();
    if (digestSent(username, today)) {
      return;
    }
    if (send(username, "digest", mailId, waiting)) {
      jdbc.sql("insert into notice_digest (username, day, mail_id) values (?, ?, ?)")
          .params(username, today, mailId)
          .update();
    }
  }

  private boolean digestSent(String username, LocalDate today) {
    return jdbc.sql("select count(*) from notice_digest where username = ? and day = ?")
            .params(username, today)
            .query(Integer.class)
            .single()
        > 0;
  }

  private List<Waiting> waiting(String username, Mailing mailing, String kind) {
    return jdbc.sql(
            """
            select * from notice
            where mailing = :mailing and username = :username and (:kind is null or kind = :kind)
            order by id for update""")
        .param("username", username)
        .param("mailing", mailing.name())
        .param("kind", kind)
        .query((row, n) -> waiting(row))
        .list();
  }

  /** What was read meanwhile or is done needs no mail any more. Answers whether one goes out. */
  private boolean send(String username, String occasion, String mailId, List<Waiting> waiting) {
    var recipient = recipients.of(username);
    var listed =
        recipient.isEmpty()
            ? List.<Waiting>of()
            : waiting.stream()
                .filter(one -> !one.read() && !done(one, username))
                .sorted(MOST_URGENT_FIRST)
                .toList();
    if (!listed.isEmpty()) {
      mails.queue(
          mailId,
          username,
          letters.list(
              recipient.get(),
              occasion,
              listed.stream().limit(NoticeMails.MOST_LISTED).map(Waiting::line).toList(),
              listed.size()));
      mark(listed, Mailing.MAILED, mailId);
    }
    mark(waiting.stream().filter(one -> !listed.contains(one)).toList(), Mailing.NONE, null);
    return !listed.isEmpty();
  }

  private boolean done(Waiting waiting, String username) {
    return waiting.taskId() != null
        && !waiting
            .line()
            .kind()
            .concerns(
                steps.stream()
                    .flatMap(source -> source.open(waiting.taskId()).stream())
                    .findFirst(),
                username);
  }

  private void mark(List<Waiting> notices, Mailing mailing, String mailId) {
    if (!notices.isEmpty()) {
      jdbc.sql("update notice set mailing = :mailing, mail_id = :mail where id in (:ids)")
          .param("mailing", mailing.name())
          .param("mail", mailId)
          .param("ids", notices.stream().map(one -> one.line().id()).toList())
          .update();
    }
  }

  private static Waiting waiting(ResultSet row) throws SQLException {
    return new Waiting(
        new NoticeMails.Line(
            row.getString("id"),
            NoticeKind.valueOf(row.getString("kind")),
            row.getString("text_key"),
            NoticeArgs.read(row.getString("args")),
            row.getObject("due_at") == null ? null : Utc.instant(row, "due_at")),
        row.getString("task_id"),
        Utc.instant(row, "created_at"),
        row.getObject("read_at") != null);
  }
}
