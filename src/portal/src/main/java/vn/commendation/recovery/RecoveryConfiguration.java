package vn.commendation.recovery;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.commendation.scheduling.DurableTasks;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RecoveryProperties.class)
class RecoveryConfiguration {

  @Bean
  OneTimeTask<Void> reconciliationTask(Reconciler reconciler) {
    return DurableTasks.task(Recovery.RECONCILE, reconciler::run);
  }

  @Bean
  OneTimeTask<Void> rebuildTask(Rebuild rebuild) {
    return DurableTasks.task(Recovery.REBUILD, rebuild::run);
  }

  @Bean
  RecurringTask<Void> nightlyReconciliation(
      Recovery recovery, RecoveryProperties properties, Clock clock) {
    return Tasks.recurring("reconciliation-nightly", new Daily(clock.getZone(), properties.at()))
        .execute((instance, context) -> recovery.compare());
  }
}
