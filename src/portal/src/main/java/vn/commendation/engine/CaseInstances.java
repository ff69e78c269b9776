package vn.commendation.engine;

import io.camunda.client.api.response.ActivatedJob;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.storage.Utc;

/**
 * Cases whose instance is not the one they began with. A rebuilt instance carries a token that the
 * correlation keys of its messages end with: what was sent to an earlier instance of the case never
 * reaches it, however long the engine keeps it.
 */
@Service
public class CaseInstances {

  /** Variable of a rebuilt instance; an instance the case began with has none. */
  public static final String TOKEN = "rebuilt";

  private static final int TOKEN_LENGTH = 8;

  private final JdbcClient jdbc;
  private final ObjectProvider<CaseProcess> processes;
  private final Clock clock;

  CaseInstances(JdbcClient jdbc, ObjectProvider<CaseProcess> processes, Clock clock) {
    this.jdbc = jdbc;
    this.processes = processes;
    this.clock = clock;
  }

  /**
   * The instance a case was given.
   *
   * @param processInstanceKey {@code null} while it is being created
   */
  public record Rebuilt(String businessId, String token, Long processInstanceKey) {}

  @Transactional(readOnly = true)
  public Optional<Rebuilt> of(String businessId) {
    return Optional.ofNullable(of(List.of(businessId)).get(businessId));
  }

  /** The rebuilt ones among these cases. */
  @Transactional(readOnly = true)
  public Map<String, Rebuilt> of(List<String> businessIds) {
    if (businessIds.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql(
            """
            select business_id, token, process_instance_key from rebuilt_case
            where business_id in (:ids)""")
        .param("ids", businessIds)
        .query(Rebuilt.class)
        .list()
        .stream()
        .collect(Collectors.toMap(Rebuilt::businessId, rebuilt -> rebuilt));
  }

  /**
   * Gives up every instance of a case; from now on messages are addressed to the next one.
   *
   * @return the token of the next one
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public String claim(String businessId, String processId) {
    var token = UUID.randomUUID().toString().substring(0, TOKEN_LENGTH);
    jdbc.sql(
            """
            insert into rebuilt_case (business_id, process_id, token, claimed_at)
            values (:id, :process, :token, :now)
            on duplicate key update token = :token, process_instance_key = null,
              claimed_at = :now, rebuilt_at = null""")
        .param("id", businessId)
        .param("process", processId)
        .param("token", token)
        .param("now", Utc.now(clock))
        .update();
    return token;
  }

  /**
   * Notes the instance that was created for a claim.
   *
   * @return false if the claim is not there any more: the instance is one too many
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean carried(String businessId, String token, long processInstanceKey) {
    return jdbc.sql(
                """
                update rebuilt_case set process_instance_key = ?, rebuilt_at = ?
                where business_id = ? and token = ? and process_instance_key is null""")
            .params(processInstanceKey, Utc.now(clock), businessId, token)
            .update()
        == 1;
  }

  /** What a message to the running instance of a case is addressed to. */
  String correlationKey(String key, String businessId) {
    return of(businessId).map(rebuilt -> key + ":" + rebuilt.token()).orElse(key);
  }

  /**
   * Lets nothing be done by an instance that was given up, nor by one that is not noted yet. Asked
   * after the work, in its transaction: what was claimed meanwhile undoes it.
   */
  void requireOwn(ActivatedJob job) {
    var businessId =
        processes.stream()
            .filter(process -> process.processId().equals(job.getBpmnProcessId()))
            .findFirst()
            .map(process -> process.businessId(job.getVariablesAsMap().get(process.idVariable())));
    businessId.flatMap(this::of).ifPresent(rebuilt -> requireOwn(rebuilt, job));
  }

  private static void requireOwn(Rebuilt rebuilt, ActivatedJob job) {
    if (rebuilt.processInstanceKey() == null) {
      throw new NotYet("The instance of %s is being rebuilt".formatted(rebuilt.businessId()));
    }
    if (rebuilt.processInstanceKey() != job.getProcessInstanceKey()) {
      throw new GivenUp(
          "%s is carried by process instance %d, not by %d"
              .formatted(
                  rebuilt.businessId(), rebuilt.processInstanceKey(), job.getProcessInstanceKey()));
    }
  }
}
