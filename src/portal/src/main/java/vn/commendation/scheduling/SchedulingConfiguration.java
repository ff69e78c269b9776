package vn.commendation.scheduling;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SchedulingConfiguration {

  /** Fewer failures may be one that passes. */
  private static final int FAILURES = 3;

  @Bean
  Backlog failingTasksBacklog() {
    return new Backlog(
        "tasks-failing",
        """
        select count(*), min(coalesce(last_success, last_failure)) as oldest from scheduled_tasks
        where consecutive_failures >= ?""",
        FAILURES);
  }
}
