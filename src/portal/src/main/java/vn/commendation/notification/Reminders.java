package vn.commendation.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.commendation.calendar.WorkingCalendar;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.work.OpenStep;
import vn.commendation.work.StepSource;

/**
 * Reminds of every open step with a time: some working days before, when it is over, and then again
 * and again; after some more days whoever answers for it is told. Each person is told each of them
 * once, which the key of the notice sees to.
 *
 * <p>What a process reminds of by a timer of its own is not among the steps: the end of a
 * supplement, and the units that have not nominated.
 */
@Component
class Reminders {

  private static final int MOST_STEPS = 2000;
  private static final int MOST_KEYS = 500;

  private final ObjectProvider<StepSource> sources;
  private final Notifications notifications;
  private final Directory directory;
  private final WorkingCalendar calendar;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final ReminderTimes times;

  Reminders(
      ObjectProvider<StepSource> sources,
      Notifications notifications,
      Directory directory,
      WorkingCalendar calendar,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Clock clock,
      ReminderTimes times) {
    this.sources = sources;
    this.notifications = notifications;
    this.directory = directory;
    this.calendar = calendar;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
    this.times = times;
  }

  private record Reminder(Notice notice, List<Account> people) {}

  /** Tells everybody what is to be told now and has not been. */
  void send() {
    var now = clock.instant();
    var local = now.atZone(clock.getZone());
    if (local.getHour() < times.fromHour() || !calendar.isWorkingDay(local.toLocalDate())) {
      return;
    }
    var until = calendar.deadline(now, times.before());
    var steps =
        sources.stream().flatMap(source -> source.dueUntil(until, MOST_STEPS).stream()).toList();
    var late =
        calendar.workingDaysSince(steps.stream().map(OpenStep::dueAt).distinct().toList(), now);
    var reminders = new LinkedHashMap<String, Reminder>();
    steps.forEach(step -> add(reminders, step, late.get(step.dueAt()), now));
    var told = told(reminders.keySet());
    reminders.forEach(
        (key, reminder) -> {
          var left =
              reminder.people().stream()
                  .filter(one -> !told.getOrDefault(key, Set.of()).contains(one.username()))
                  .toList();
          if (!left.isEmpty()) {
            transaction.executeWithoutResult(status -> notifications.tell(left, reminder.notice()));
          }
        });
  }

  private void add(Map<String, Reminder> reminders, OpenStep step, int late, Instant now) {
    if (step.dueAt().isAfter(now)) {
      remind(reminders, step, StepNotices.notice(NoticeKind.REMINDER, "task-due", step), "before");
      return;
    }
    var round = times.every() == 0 ? 0 : late / times.every();
    remind(
        reminders,
        step,
        StepNotices.notice(NoticeKind.REMINDER, "task-overdue", step),
        "late-" + round);
    if (times.escalateAfter() > 0 && late >= times.escalateAfter()) {
      escalate(reminders, step, late);
    }
  }

  private static void remind(
      Map<String, Reminder> reminders, OpenStep step, Notice notice, String stage) {
    var key = key(step, stage);
    reminders.put(key, new Reminder(notice.once(key), step.actors()));
  }

  /** The chief of Office, unless the step is his own to do: then the Director. */
  private void escalate(Map<String, Reminder> reminders, OpenStep step, int late) {
    for (var role : List.of(Role.OFFICE_CHIEF, Role.DIRECTOR)) {
      var above =
          directory.accountsWith(Set.of(role)).stream()
              .filter(account -> !step.waitsFor(account.username()))
              .toList();
      if (!above.isEmpty()) {
        var key = key(step, "escalated");
        var who =
            step.actors().stream()
                .map(actor -> "- %s, %s".formatted(actor.displayName(), actor.person().position()))
                .collect(Collectors.joining("\n"));
        reminders.put(
            key,
            new Reminder(
                StepNotices.notice(
                        NoticeKind.ESCALATION,
                        "task-escalated",
                        step,
                        late,
                        who.isEmpty() ? "–" : who)
                    .once(key),
                above));
        return;
      }
    }
  }

  /** One step at one time: whoever gets a new time for it is reminded of that. */
  private static String key(OpenStep step, String stage) {
    return "%s|%s|%d|%s".formatted(step.id(), step.name(), step.dueAt().getEpochSecond(), stage);
  }

  /** Who has been told which of these. */
  private Map<String, Set<String>> told(Collection<String> keys) {
    var told = new LinkedHashMap<String, Set<String>>();
    var all = new ArrayList<>(keys);
    for (var from = 0; from < all.size(); from += MOST_KEYS) {
      jdbc.sql("select once_key, username from notice where once_key in (:keys)")
          .param("keys", all.subList(from, Math.min(from + MOST_KEYS, all.size())))
          .query(
              row -> {
                told.computeIfAbsent(row.getString(1), key -> new HashSet<>())
                    .add(row.getString(2));
              });
    }
    return told;
  }
}
