package vn.commendation.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.IncidentState;

/** The incident search of the orchestration cluster's {@code /v2} interface (8.8 and later). */
class OrchestrationIncidentsV2 implements IncidentPlatform {

  private final CamundaClient camunda;

  OrchestrationIncidentsV2(CamundaClient camunda) {
    this.camunda = camunda;
  }

  @Override
  public Answer openIncidents(int most) {
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
                    new PlatformIncident(
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
