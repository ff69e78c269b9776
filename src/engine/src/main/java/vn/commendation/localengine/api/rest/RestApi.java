package vn.commendation.localengine.api.rest;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.http.HttpServlet;
import java.util.Set;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.servlet.ServletContainer;
import vn.commendation.localengine.decision.Decisions;
import vn.commendation.localengine.deployment.DeployedForms;
import vn.commendation.localengine.deployment.DeployedProcesses;
import vn.commendation.localengine.deployment.Deployments;
import vn.commendation.localengine.flow.Flow;
import vn.commendation.localengine.http.Credentials;
import vn.commendation.localengine.incident.Incidents;
import vn.commendation.localengine.job.Jobs;
import vn.commendation.localengine.kernel.Transactions;
import vn.commendation.localengine.management.Clock;
import vn.commendation.localengine.management.Purge;
import vn.commendation.localengine.message.Messages;
import vn.commendation.localengine.search.Searches;
import vn.commendation.localengine.store.EngineSettings;
import vn.commendation.localengine.usertask.UserTasks;

/**
 * The interface over HTTP, below {@code /v2}.
 *
 * @see <a
 *     href="https://docs.camunda.io/docs/apis-tools/orchestration-cluster-api-rest/orchestration-cluster-api-rest-overview/">Orchestration
 *     Cluster REST API</a>
 */
public record RestApi(
    EngineSettings settings,
    Transactions transactions,
    Flow flow,
    Jobs jobs,
    Incidents incidents,
    Messages messages,
    Deployments deployments,
    DeployedProcesses processes,
    DeployedForms forms,
    Decisions decisions,
    UserTasks userTasks,
    Searches searches,
    Clock clock,
    Purge purge,
    MeterRegistry meters) {

  /** How large the files of a deployment may be, kept in memory. */
  public static MultipartConfigElement files() {
    return new MultipartConfigElement(
        "", JsonBodies.LARGEST, JsonBodies.LARGEST, JsonBodies.LARGEST);
  }

  /** Serves it; wants to be mapped to {@code /v2/*} and to take {@link #files}. */
  public HttpServlet servlet() {
    var config = new ResourceConfig();
    config.property(ServerProperties.WADL_FEATURE_DISABLE, true);
    config.property(ServerProperties.BV_FEATURE_DISABLE, true);
    // the container must not answer in place of a problem
    config.property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true);
    config.registerInstances(
        new CallMeter(meters),
        new Login(new Credentials(settings.username(), settings.password()), open()),
        new JsonBodies(),
        new Problems(),
        new ClusterApi(settings.username(), settings.bind(), settings.grpcPort(), clock, purge),
        new DecisionApi(decisions, searches),
        new DecisionInstanceApi(searches),
        new DecisionRequirementsApi(searches),
        new DeploymentApi(deployments),
        new ElementInstanceApi(flow, searches),
        new IncidentApi(incidents, searches),
        new JobApi(jobs, transactions),
        new MessageApi(messages),
        new ProcessDefinitionApi(processes, searches),
        new ProcessInstanceApi(flow, processes, searches),
        new SubscriptionApi(searches),
        new UserTaskApi(userTasks, forms, searches),
        new VariableApi(searches));
    return new ServletContainer(config);
  }

  /** Camunda Process Test sends no credentials where it asks whether a purge is done. */
  private Set<String> open() {
    return settings.clockControlled() ? Set.of("status", "topology") : Set.of("status");
  }
}
