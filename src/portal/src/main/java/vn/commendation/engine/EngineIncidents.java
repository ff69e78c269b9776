package vn.commendation.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.IncidentState;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What the engine's incident search tells: places where an instance cannot go on until a person has
 * looked. Answers may lag a second or two behind the engine.
 */
@Component
class EngineIncidents {

  private final CamundaClient camunda;

  EngineIncidents(CamundaClient camunda) {
    this.camunda = camunda;
  }

  /**
   * An incident that is not resolved.
   *
   * @param jobKey {@code null} if no job failed
   */
  record EngineIncident(
      long incidentKey,
      Long jobKey,
      String type,
      String message,
      String processId,
      String elementId,
      long processInstanceKey,
      Instant openedAt) {}

  /**
   * @param complete whether these are all there are
   */
  record Answer(List<EngineIncident> incidents, boolean complete) {}

  /** The open incidents, the newest first; at most so many. */
  Answer open(int most) {
    var answer =
        camunda
            .newIncidentSearchRequest()
            .filter(filter -> filter.state(IncidentState.ACTIVE))
            .sort(sort -> sort.creationTime().desc())
            .page(page -> page.limit(most))
            .send()
            .join();
    return new Answer(
        answer.items().stream()
            .map(
                incident ->
                    new EngineIncident(
                        incident.getIncidentKey(),
                        incident.getJobKey(),
                        incident.getErrorType().name(),
                        incident.getErrorMessage() == null ? "" : incident.getErrorMessage(),
                        incident.getProcessDefinitionId(),
                        incident.getElementId(),
                        incident.getProcessInstanceKey(),
                        incident.getCreationTime().toInstant()))
            .toList(),
        answer.page().totalItems() <= answer.items().size());
  }
}
