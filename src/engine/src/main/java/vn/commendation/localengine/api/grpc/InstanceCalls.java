package vn.commendation.localengine.api.grpc;

import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CancelProcessInstanceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CancelProcessInstanceResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CreateProcessInstanceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CreateProcessInstanceResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.MigrateProcessInstanceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.MigrateProcessInstanceResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ModifyProcessInstanceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ModifyProcessInstanceRequest.ActivateInstruction;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ModifyProcessInstanceRequest.TerminateInstruction;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ModifyProcessInstanceResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ProcessInstanceCreationStartInstruction;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.PublishMessageRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.PublishMessageResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ResolveIncidentRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ResolveIncidentResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.SetVariablesRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.SetVariablesResponse;
import vn.commendation.localengine.flow.Flow;
import vn.commendation.localengine.incident.Incidents;
import vn.commendation.localengine.kernel.Json;
import vn.commendation.localengine.kernel.Refusal;
import vn.commendation.localengine.kernel.Transactions;
import vn.commendation.localengine.message.Messages;

/** The calls that start, change and end instances. */
final class InstanceCalls {

  private final Flow flow;
  private final Messages messages;
  private final Incidents incidents;
  private final Definitions definitions;
  private final Transactions transactions;

  InstanceCalls(
      Flow flow,
      Messages messages,
      Incidents incidents,
      Definitions definitions,
      Transactions transactions) {
    this.flow = flow;
    this.messages = messages;
    this.incidents = incidents;
    this.definitions = definitions;
    this.transactions = transactions;
  }

  CreateProcessInstanceResponse create(CreateProcessInstanceRequest request) {
    Tenants.check(request.getTenantId());
    if (request.getRuntimeInstructionsCount() > 0 || request.getTagsCount() > 0) {
      throw new Refusal(
          Refusal.Code.UNIMPLEMENTED,
          "Expected to create an instance with runtime instructions or tags, but there are none");
    }
    var variables = Json.variables(request.getVariables());
    var definition = definitions.find(request);
    var key =
        flow.create(
            definition.definitionId(),
            variables,
            request.getStartInstructionsList().stream()
                .map(ProcessInstanceCreationStartInstruction::getElementId)
                .toList());
    return CreateProcessInstanceResponse.newBuilder()
        .setProcessDefinitionKey(definition.key())
        .setBpmnProcessId(definition.id())
        .setVersion(definition.version())
        .setProcessInstanceKey(key)
        .setTenantId(Tenants.DEFAULT)
        .build();
  }

  CancelProcessInstanceResponse cancel(CancelProcessInstanceRequest request) {
    flow.cancel(request.getProcessInstanceKey());
    return CancelProcessInstanceResponse.getDefaultInstance();
  }

  ModifyProcessInstanceResponse modify(ModifyProcessInstanceRequest request) {
    var activate =
        request.getActivateInstructionsList().stream().map(InstanceCalls::activation).toList();
    var terminate =
        request.getTerminateInstructionsList().stream()
            .map(TerminateInstruction::getElementInstanceKey)
            .toList();
    flow.modify(request.getProcessInstanceKey(), new Flow.Modification(activate, terminate));
    return ModifyProcessInstanceResponse.getDefaultInstance();
  }

  MigrateProcessInstanceResponse migrate(MigrateProcessInstanceRequest request) {
    var plan = request.getMigrationPlan();
    flow.migrate(
        request.getProcessInstanceKey(),
        new Flow.MigrationPlan(
            definitions.byKey(plan.getTargetProcessDefinitionKey()).definitionId(),
            plan.getMappingInstructionsList().stream()
                .map(each -> new Flow.Mapping(each.getSourceElementId(), each.getTargetElementId()))
                .toList()));
    return MigrateProcessInstanceResponse.getDefaultInstance();
  }

  private static Flow.Activation activation(ActivateInstruction instruction) {
    return new Flow.Activation(
        instruction.getElementId(),
        // the interface writes -1 for none
        Math.max(0, instruction.getAncestorElementInstanceKey()),
        instruction.getVariableInstructionsList().stream()
            .map(each -> new Flow.Variables(each.getScopeId(), Json.variables(each.getVariables())))
            .toList());
  }

  PublishMessageResponse publish(PublishMessageRequest request) {
    Tenants.check(request.getTenantId());
    var key =
        messages.publish(
            request.getName(),
            request.getCorrelationKey(),
            request.getMessageId(),
            request.getTimeToLive(),
            Json.variables(request.getVariables()));
    return PublishMessageResponse.newBuilder().setKey(key).setTenantId(Tenants.DEFAULT).build();
  }

  SetVariablesResponse setVariables(SetVariablesRequest request) {
    flow.setVariables(
        request.getElementInstanceKey(),
        Json.variables(request.getVariables()),
        request.getLocal());
    return SetVariablesResponse.newBuilder().setKey(transactions.nextKey()).build();
  }

  ResolveIncidentResponse resolve(ResolveIncidentRequest request) {
    incidents.resolve(request.getIncidentKey());
    return ResolveIncidentResponse.getDefaultInstance();
  }
}
