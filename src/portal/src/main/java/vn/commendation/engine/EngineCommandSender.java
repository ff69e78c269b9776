package vn.commendation.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.grpc.Status.Code;
import java.time.Clock;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.commendation.scheduling.LogContext;
import vn.commendation.storage.Utc;

/** Sends what {@link EngineCommands} wrote. No transaction is open while the network is used. */
@Component
class EngineCommandSender {

  private static final Logger log = LoggerFactory.getLogger(EngineCommandSender.class);

  /** Answers that the same command will get again however often it is sent. */
  private static final Set<Code> REFUSED =
      Set.of(
          Code.INVALID_ARGUMENT,
          Code.NOT_FOUND,
          Code.FAILED_PRECONDITION,
          Code.OUT_OF_RANGE,
          Code.PERMISSION_DENIED,
          Code.UNIMPLEMENTED);

  private final JdbcClient jdbc;
  private final CamundaClient camunda;
  private final ModelDeployment models;
  private final EngineProperties properties;
  private final Clock clock;

  EngineCommandSender(
      JdbcClient jdbc,
      CamundaClient camunda,
      ModelDeployment models,
      EngineProperties properties,
      Clock clock) {
    this.jdbc = jdbc;
    this.camunda = camunda;
    this.models = models;
    this.properties = properties;
    this.clock = clock;
  }

  private record Command(
      String messageName,
      String correlationKey,
      String messageId,
      String businessId,
      String variables,
      String status) {}

  void send(String id) {
    models.requireDeployed();
    var command =
        jdbc.sql(
                """
                select message_name, correlation_key, message_id, business_id, variables, status
                from engine_command where id = ?""")
            .param(id)
            .query(Command.class)
            .single();
    if (!command.status().equals("PENDING")) {
      return;
    }
    LogContext.of(LogContext.CASE, command.businessId()).during(() -> send(id, command));
  }

  private void send(String id, Command command) {
    try {
      camunda
          .newPublishMessageCommand()
          .messageName(command.messageName())
          .correlationKey(command.correlationKey())
          // a repeat inside the time to live is refused, so that a case starts once
          .messageId(command.messageId())
          .timeToLive(properties.messageTimeToLive())
          .variables(command.variables())
          .send()
          .join();
      markSent(id);
    } catch (RuntimeException e) {
      var code = e instanceof ClientStatusException answer ? answer.getStatusCode() : Code.UNKNOWN;
      if (code == Code.ALREADY_EXISTS) {
        markSent(id);
      } else if (REFUSED.contains(code)) {
        log.error("The engine refused {} for good: {}", command.messageName(), e.getMessage());
        markFailed(id, "BLOCKED", e);
      } else {
        markFailed(id, "PENDING", e);
        throw e;
      }
    }
  }

  private void markSent(String id) {
    jdbc.sql(
            """
            update engine_command
            set status = 'SENT', attempts = attempts + 1, last_error = null, sent_at = ?
            where id = ?""")
        .params(Utc.now(clock), id)
        .update();
  }

  private void markFailed(String id, String status, RuntimeException e) {
    var message = String.valueOf(e.getMessage());
    jdbc.sql(
            """
            update engine_command set status = ?, attempts = attempts + 1, last_error = ?
            where id = ?""")
        .params(status, message.substring(0, Math.min(message.length(), 500)), id)
        .update();
  }
}
