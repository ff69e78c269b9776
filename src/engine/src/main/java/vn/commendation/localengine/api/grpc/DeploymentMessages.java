package vn.commendation.localengine.api.grpc;

import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DecisionMetadata;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DecisionRequirementsMetadata;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DeployResourceResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.FormMetadata;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ProcessMetadata;
import vn.commendation.localengine.deployment.Deployment;

/** What was deployed, as gRPC writes it. */
final class DeploymentMessages {

  private DeploymentMessages() {}

  static DeployResourceResponse of(Deployment deployment) {
    var answer =
        DeployResourceResponse.newBuilder().setKey(deployment.key()).setTenantId(Tenants.DEFAULT);
    deployment
        .processes()
        .forEach(each -> answer.addDeploymentsBuilder().setProcess(process(each)));
    deployment
        .decisions()
        .forEach(each -> answer.addDeploymentsBuilder().setDecision(decision(each)));
    deployment
        .decisionRequirements()
        .forEach(
            each -> answer.addDeploymentsBuilder().setDecisionRequirements(requirements(each)));
    deployment.forms().forEach(each -> answer.addDeploymentsBuilder().setForm(form(each)));
    return answer.build();
  }

  private static ProcessMetadata.Builder process(Deployment.Process process) {
    return ProcessMetadata.newBuilder()
        .setProcessDefinitionKey(process.key())
        .setBpmnProcessId(process.id())
        .setVersion(process.version())
        .setResourceName(process.resourceName())
        .setTenantId(Tenants.DEFAULT);
  }

  private static DecisionMetadata.Builder decision(Deployment.Decision decision) {
    return DecisionMetadata.newBuilder()
        .setDecisionKey(decision.key())
        .setDmnDecisionId(decision.id())
        .setDmnDecisionName(decision.name())
        .setVersion(decision.version())
        .setDmnDecisionRequirementsId(decision.requirementsId())
        .setDecisionRequirementsKey(decision.requirementsKey())
        .setTenantId(Tenants.DEFAULT);
  }

  private static DecisionRequirementsMetadata.Builder requirements(
      Deployment.DecisionRequirements requirements) {
    return DecisionRequirementsMetadata.newBuilder()
        .setDecisionRequirementsKey(requirements.key())
        .setDmnDecisionRequirementsId(requirements.id())
        .setDmnDecisionRequirementsName(requirements.name())
        .setVersion(requirements.version())
        .setResourceName(requirements.resourceName())
        .setTenantId(Tenants.DEFAULT);
  }

  private static FormMetadata.Builder form(Deployment.Form form) {
    return FormMetadata.newBuilder()
        .setFormKey(form.key())
        .setFormId(form.id())
        .setVersion(form.version())
        .setResourceName(form.resourceName())
        .setTenantId(Tenants.DEFAULT);
  }
}
