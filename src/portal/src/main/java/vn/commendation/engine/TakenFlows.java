package vn.commendation.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.search.response.ProcessInstanceSequenceFlow;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.scheduling.DurableTasks;

/**
 * The way a case took through its process, as the engine recorded it: copied a little after each
 * job, so that no page has to ask the engine and the way is known after the engine has forgotten
 * it.
 */
@Service
public class TakenFlows {

  static final String TASK = "taken-flow-copy";

  /** Time for the engine to go on and to record it; jobs until then are copied together. */
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private static final String SEPARATOR = "@";
  private static final int NOT_FOUND = 404;

  private final CamundaClient camunda;
  private final JdbcClient jdbc;
  private final DurableTasks durableTasks;
  private final List<InstanceOwners> owners;
  private final EngineCluster cluster;

  TakenFlows(
      CamundaClient camunda,
      JdbcClient jdbc,
      DurableTasks durableTasks,
      List<InstanceOwners> owners,
      EngineCluster cluster) {
    this.camunda = camunda;
    this.jdbc = jdbc;
    this.durableTasks = durableTasks;
    this.owners = owners;
    this.cluster = cluster;
  }

  /** Notes that an instance goes on; what it takes is copied soon. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void goesOn(long processInstanceKey) {
    durableTasks.scheduleLater(TASK, processInstanceKey + SEPARATOR + cluster.label(), PAUSE);
  }

  /** Ids of the sequence flows a case took; none if they were never copied. */
  @Transactional(readOnly = true)
  public List<String> of(String casePath) {
    return jdbc.sql("select flow_id from taken_flow where case_path = ? order by flow_id")
        .param(casePath)
        .query(String.class)
        .list();
  }

  /** Copies what an instance took until now. Fails while the engine does not answer. */
  void copy(String instance) {
    var parts = instance.split(SEPARATOR, 2);
    if (!parts[1].equals(cluster.label())) {
      // that engine is not there any more, and its keys may be used again
      return;
    }
    var key = Long.parseLong(parts[0]);
    owners.stream()
        .flatMap(module -> module.of(List.of(key)).stream())
        .findFirst()
        .ifPresent(owner -> keep(owner.path(), taken(key)));
  }

  private List<String> taken(long processInstanceKey) {
    try {
      return camunda
          .newProcessInstanceSequenceFlowsRequest(processInstanceKey)
          .send()
          .join()
          .stream()
          .map(ProcessInstanceSequenceFlow::getElementId)
          .distinct()
          .toList();
    } catch (ProblemException e) {
      if (e.code() == NOT_FOUND) {
        return List.of();
      }
      throw e;
    }
  }

  private void keep(String casePath, List<String> flows) {
    flows.forEach(
        flow ->
            jdbc.sql("insert ignore into taken_flow (case_path, flow_id) values (?, ?)")
                .params(casePath, flow)
                .update());
  }
}
