package vn.commendation.localengine.api.rest;

import io.camunda.client.protocol.rest.DeploymentDecisionRequirementsResult;
import io.camunda.client.protocol.rest.DeploymentDecisionResult;
import io.camunda.client.protocol.rest.DeploymentFormResult;
import io.camunda.client.protocol.rest.DeploymentMetadataResult;
import io.camunda.client.protocol.rest.DeploymentProcessResult;
import io.camunda.client.protocol.rest.DeploymentResult;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import vn.commendation.localengine.deployment.Deployment;
import vn.commendation.localengine.deployment.Deployments;
import vn.commendation.localengine.deployment.Resource;
import vn.commendation.localengine.kernel.Refusal;

/** Deployments. */
@Path("deployments")
public final class DeploymentApi {

  private final Deployments deployments;

  DeploymentApi(Deployments deployments) {
    this.deployments = deployments;
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public DeploymentResult deploy(@Context HttpServletRequest request)
      throws IOException, ServletException {
    var resources = new ArrayList<Resource>();
    for (var part : parts(request)) {
      switch (part.getName()) {
        case "tenantId" -> Bodies.tenant(new String(bytes(part), StandardCharsets.UTF_8));
        case "resources" ->
            resources.add(
                new Resource(
                    Bodies.required("file name of a resource", part.getSubmittedFileName()),
                    bytes(part)));
        default ->
            throw Refusal.invalid("Unknown part '%s' of a deployment".formatted(part.getName()));
      }
    }
    return answered(deployments.deploy(resources));
  }

  private static Collection<Part> parts(HttpServletRequest request)
      throws IOException, ServletException {
    try {
      return request.getParts();
    } catch (IllegalStateException e) {
      throw new ClientErrorException(
          "The resources are too large: " + e.getMessage(),
          Response.Status.REQUEST_ENTITY_TOO_LARGE);
    }
  }

  private static byte[] bytes(Part part) throws IOException {
    try (var content = part.getInputStream()) {
      return content.readAllBytes();
    }
  }

  private static DeploymentResult answered(Deployment deployment) {
    var result =
        new DeploymentResult()
            .deploymentKey(String.valueOf(deployment.key()))
            .tenantId(Bodies.defaultTenant());
    for (var process : deployment.processes()) {
      result.addDeploymentsItem(
          new DeploymentMetadataResult()
              .processDefinition(
                  new DeploymentProcessResult()
                      .processDefinitionKey(String.valueOf(process.key()))
                      .processDefinitionId(process.id())
                      .processDefinitionVersion(process.version())
                      .resourceName(process.resourceName())
                      .tenantId(Bodies.defaultTenant())));
    }
    for (var decision : deployment.decisions()) {
      result.addDeploymentsItem(
          new DeploymentMetadataResult()
              .decisionDefinition(
                  new DeploymentDecisionResult()
                      .decisionDefinitionKey(String.valueOf(decision.key()))
                      .decisionDefinitionId(decision.id())
                      .name(decision.name())
                      .version(decision.version())
                      .decisionRequirementsId(decision.requirementsId())
                      .decisionRequirementsKey(String.valueOf(decision.requirementsKey()))
                      .tenantId(Bodies.defaultTenant())));
    }
    for (var requirements : deployment.decisionRequirements()) {
      result.addDeploymentsItem(
          new DeploymentMetadataResult()
              .decisionRequirements(
                  new DeploymentDecisionRequirementsResult()
                      .decisionRequirementsKey(String.valueOf(requirements.key()))
                      .decisionRequirementsId(requirements.id())
                      .decisionRequirementsName(requirements.name())
                      .version(requirements.version())
                      .resourceName(requirements.resourceName())
                      .tenantId(Bodies.defaultTenant())));
    }
    for (var form : deployment.forms()) {
      result.addDeploymentsItem(
          new DeploymentMetadataResult()
              .form(
                  new DeploymentFormResult()
                      .formKey(String.valueOf(form.key()))
                      .formId(form.id())
                      .version(form.version())
                      .resourceName(form.resourceName())
                      .tenantId(Bodies.defaultTenant())));
    }
    return result;
  }
}
