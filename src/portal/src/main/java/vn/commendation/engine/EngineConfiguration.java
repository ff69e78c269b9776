package vn.commendation.engine;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.commendation.scheduling.Backlog;
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
  OneTimeTask<Void> takenFlowTask(TakenFlows flows) {
    return DurableTasks.task(TakenFlows.TASK, flows::copy);
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

  @Bean
  Backlog pendingCommandsBacklog() {
    return commands("commands-pending", "PENDING");
  }

  @Bean
  Backlog blockedCommandsBacklog() {
    return commands("commands-blocked", "BLOCKED");
  }

  private static Backlog commands(String kind, String status) {
    return new Backlog(
        kind,
        "select count(*), min(created_at) as oldest from engine_command where status = ?",
        status);
  }

  @Bean
  Backlog pendingCompletionsBacklog() {
    return completions("completions-pending", TaskCompletion.Status.PENDING);
  }

  @Bean
  Backlog blockedCompletionsBacklog() {
    return completions("completions-blocked", TaskCompletion.Status.BLOCKED);
  }

  private static Backlog completions(String kind, TaskCompletion.Status status) {
    return new Backlog(
        kind,
        "select count(*), min(created_at) as oldest from task_completion where status = ?",
        status.name());
  }

  @Bean
  Backlog openIncidentsBacklog(EngineProperties engine) {
    return new Backlog(
        "incidents",
        """
        select count(*), min(opened_at) as oldest from engine_incident
        where cluster = ? and closed_at is null""",
        engine.clusterLabel());
  }
}
