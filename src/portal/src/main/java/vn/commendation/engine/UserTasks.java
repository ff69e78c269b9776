package vn.commendation.engine;

import java.net.URI;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.scheduling.DurableTasks;

/** Links from a case to its open task and to its running instance. */
@Service
public class UserTasks {

  static final String SEARCH = "open-task-search";

  private final JdbcClient jdbc;
  private final DurableTasks durableTasks;
  private final EngineLinks links;
  private final EngineJson json;
  private final EngineCluster cluster;

  UserTasks(
      JdbcClient jdbc,
      DurableTasks durableTasks,
      EngineLinks links,
      EngineJson json,
      EngineCluster cluster) {
    this.jdbc = jdbc;
    this.durableTasks = durableTasks;
    this.links = links;
    this.json = json;
    this.cluster = cluster;
  }

  /** Notes that a case now waits at a user task; its key is looked up in the background. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void opened(String businessId, long processInstanceKey, String elementId) {
    opened(businessId, TaskPlace.of(processInstanceKey, elementId));
  }

  /** The same for what waits at one of several tasks of an element. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void opened(String businessId, TaskPlace place) {
    closed(businessId);
    jdbc.sql(
            """
            insert into open_task (business_id, process_instance_key, element_id, locals, cluster)
            values (?, ?, ?, ?, ?)""")
        .params(
            businessId,
            place.processInstanceKey(),
            place.elementId(),
            place.locals().isEmpty() ? null : json.write(place.locals()),
            cluster.lastLabel())
        .update();
    durableTasks.schedule(SEARCH, businessId);
  }

  /** The same for all tasks an instance begins with. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void opened(long processInstanceKey, Collection<Placement.Task> tasks) {
    for (var task : tasks) {
      opened(task.businessId(), new TaskPlace(processInstanceKey, task.element(), task.locals()));
    }
  }

  /** Whether it is noted that something waits at a user task, of whichever engine. */
  @Transactional(readOnly = true)
  public boolean noted(String businessId) {
    return jdbc.sql("select count(*) from open_task where business_id = ?")
            .param(businessId)
            .query(Integer.class)
            .single()
        > 0;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void closed(String businessId) {
    jdbc.sql("delete from open_task where business_id = ?").param(businessId).update();
  }

  private record OpenTask(String businessId, long taskKey) {}

  /**
   * Addresses of open tasks by business id; a case whose task is not known yet leads to the list of
   * tasks.
   */
  @Transactional(readOnly = true)
  public Map<String, URI> links(Collection<String> businessIds) {
    if (businessIds.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql(
            """
            select business_id, coalesce(task_key, 0) as task_key
            from open_task where business_id in (:ids) and coalesce(cluster, :cluster) = :cluster""")
        .param("ids", businessIds)
        .param("cluster", cluster.lastLabel())
        .query(OpenTask.class)
        .list()
        .stream()
        .collect(Collectors.toMap(OpenTask::businessId, this::link));
  }

  /** Where the Office watches a process instance while it runs. */
  public URI monitorLink(long processInstanceKey) {
    return links.ofInstance(processInstanceKey);
  }

  private URI link(OpenTask task) {
    return task.taskKey() == 0 ? links.tasks() : links.ofTask(task.taskKey());
  }
}
