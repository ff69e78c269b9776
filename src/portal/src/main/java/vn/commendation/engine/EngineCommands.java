package vn.commendation.engine;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.scheduling.DurableTasks;
import vn.commendation.storage.Utc;

/**
 * What the business asks of the engine. A command is written with the change that causes it and
 * sent after the commit, until the engine has taken it or refused it for good.
 */
@Service
public class EngineCommands {

  static final String TASK = "engine-command";

  private final JdbcClient jdbc;
  private final EngineJson json;
  private final DurableTasks durableTasks;
  private final CaseInstances instances;
  private final Clock clock;

  EngineCommands(
      JdbcClient jdbc,
      EngineJson json,
      DurableTasks durableTasks,
      CaseInstances instances,
      Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.durableTasks = durableTasks;
    this.instances = instances;
    this.clock = clock;
  }

  /** Publishes a message whose correlation key is used once only. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void publish(
      String messageName, String correlationKey, String businessId, Map<String, ?> variables) {
    publish(messageName, correlationKey, correlationKey, businessId, variables);
  }

  /**
   * Publishes a message once: a second one of the same name and id is refused here, and by the
   * engine.
   *
   * @param messageId tells this message from others to the same waiting process
   * @param businessId the case it belongs to
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void publish(
      String messageName,
      String correlationKey,
      String messageId,
      String businessId,
      Map<String, ?> variables) {
    var id = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into engine_command
              (id, message_name, correlation_key, message_id, business_id, variables, status,
               created_at)
            values (?, ?, ?, ?, ?, ?, 'PENDING', ?)""")
        .params(
            id,
            messageName,
            correlationKey,
            messageId,
            businessId,
            json.write(variables),
            Utc.now(clock))
        .update();
    durableTasks.schedule(TASK, id);
  }

  /**
   * Publishes a message once to the instance that carries a case, whichever that is now.
   *
   * @param correlationKey names the case
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void tell(
      String messageName,
      String correlationKey,
      String messageId,
      String businessId,
      Map<String, ?> variables) {
    publish(
        messageName,
        instances.correlationKey(correlationKey, businessId),
        messageId,
        businessId,
        variables);
  }

  /**
   * Of these cases, those with a command that the engine has not taken: they are about to move, or
   * wait for somebody to send it again.
   */
  @Transactional(readOnly = true)
  public Set<String> pending(Collection<String> businessIds) {
    if (businessIds.isEmpty()) {
      return Set.of();
    }
    return Set.copyOf(
        jdbc.sql(
                """
                select distinct business_id from engine_command
                where business_id in (:ids) and status in ('PENDING', 'BLOCKED')""")
            .param("ids", businessIds)
            .query(String.class)
            .list());
  }

  /** Commands that wait for a person, the oldest first. */
  @Transactional(readOnly = true)
  public List<BlockedCommand> blocked() {
    return jdbc.sql(
            """
            select id, message_name as name, business_id, last_error, attempts, created_at
            from engine_command where status = 'BLOCKED' order by created_at limit 200""")
        .query(
            (row, n) ->
                new BlockedCommand(
                    row.getString("id"),
                    row.getString("name"),
                    row.getString("business_id"),
                    row.getString("last_error"),
                    row.getInt("attempts"),
                    Utc.instant(row, "created_at")))
        .list();
  }

  /** Sends a blocked command again; does nothing if it is not blocked any more. */
  @Transactional
  public void retry(String id) {
    var released =
        jdbc.sql("update engine_command set status = 'PENDING' where id = ? and status = 'BLOCKED'")
            .param(id)
            .update();
    if (released == 1) {
      durableTasks.schedule(TASK, id);
    }
  }
}
