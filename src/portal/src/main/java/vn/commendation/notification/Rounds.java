package vn.commendation.notification;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;
import vn.commendation.scheduling.DurableTasks;

/** What is done about notices from time to time, by one instance at a time. */
@Service
public class Rounds {

  private final Reminders reminders;
  private final ListMails listMails;
  private final Retention retention;

  Rounds(Reminders reminders, ListMails listMails, Retention retention) {
    this.reminders = reminders;
    this.retention = retention;
    this.listMails = listMails;
  }

  /** Reminds of what is due. Doing it twice does no harm. */
  public void remind() {
    reminders.send();
  }

  /** Sends the lists that are due. Doing it twice does no harm. */
  public void sendLists() {
    listMails.sendDigests();
    listMails.sendSummaries();
  }

  /** Removes what nobody needs any more. */
  public void clean() {
    retention.clean();
  }

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(ReminderTimes.class)
  static class RoundTasks {

    @Bean
    RecurringTask<Void> listRound(
        Rounds rounds, @Value("${commendation.notification.every}") Duration every) {
      return DurableTasks.recurring("notification-lists", every, rounds::sendLists);
    }

    @Bean
    RecurringTask<Void> reminderRound(Rounds rounds, ReminderTimes times) {
      return DurableTasks.recurring("notification-reminders", times.look(), rounds::remind);
    }

    @Bean
    RecurringTask<Void> notificationCleaning(Rounds rounds) {
      return DurableTasks.recurring("notification-cleaning", Duration.ofDays(1), rounds::clean);
    }
  }
}
