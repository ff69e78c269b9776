package vn.commendation.engine;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.commendation.scheduling.DurableTasks;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({EngineProperties.class, EngineLinks.class})
class EngineConfiguration {

  @Bean
  OneTimeTask<Void> engineCommandTask(EngineCommandSender sender) {
    return DurableTasks.task(EngineCommands.TASK, sender::send);
  }

  @Bean
  OneTimeTask<Void> openTaskSearchTask(OpenTaskSearch search) {
    return DurableTasks.task(UserTasks.SEARCH, search::search);
  }

  @Bean
  OneTimeTask<Void> taskCompletionTask(TaskCompletionSender sender) {
    return DurableTasks.task(TaskCompletions.TASK, sender::send);
  }

  @Bean
  OneTimeTask<Void> processMigrationTask(ProcessMigrationRunner runner) {
    return DurableTasks.task(ProcessMigrations.TASK, runner::run);
  }

  @Bean
  RecurringTask<Void> incidentReadingTask(IncidentReader reader, EngineProperties engine) {
    return Tasks.recurring(IncidentReader.TASK, FixedDelay.of(engine.incidentInterval()))
        .execute((instance, context) -> reader.read());
  }
}
