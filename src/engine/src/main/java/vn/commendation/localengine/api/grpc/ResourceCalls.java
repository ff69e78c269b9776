package vn.commendation.localengine.api.grpc;

import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.BrokerInfo;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DeployResourceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DeployResourceResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.EvaluateDecisionRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.EvaluateDecisionResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.Partition;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.Partition.PartitionBrokerHealth;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.Partition.PartitionBrokerRole;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.TopologyRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.TopologyResponse;
import vn.commendation.localengine.decision.Decisions;
import vn.commendation.localengine.deployment.Deployments;
import vn.commendation.localengine.deployment.Resource;
import vn.commendation.localengine.kernel.Json;
import vn.commendation.localengine.kernel.Refusal;

/** The calls about what is deployed, and the one about who answers. */
final class ResourceCalls {

  private final Deployments deployments;
  private final Decisions decisions;
  private final TopologyResponse topology;

  ResourceCalls(Deployments deployments, Decisions decisions, String host, int port) {
    this.deployments = deployments;
    this.decisions = decisions;
    this.topology = topology(host, port);
  }

  DeployResourceResponse deploy(DeployResourceRequest request) {
    Tenants.check(request.getTenantId());
    var resources =
        request.getResourcesList().stream()
            .map(each -> new Resource(each.getName(), each.getContent().toByteArray()))
            .toList();
    return DeploymentMessages.of(deployments.deploy(resources));
  }

  EvaluateDecisionResponse evaluate(EvaluateDecisionRequest request) {
    Tenants.check(request.getTenantId());
    var key = request.getDecisionKey();
    var id = request.getDecisionId();
    if (key > 0 != id.isBlank()) {
      throw Refusal.invalid(
          "Expected either a decisionId or a decisionKey, but %s given"
              .formatted(key > 0 ? "both are" : "none is"));
    }
    var variables = Json.variables(request.getVariables());
    try {
      return DecisionMessages.of(
          key > 0 ? decisions.evaluate(key, variables) : decisions.evaluate(id, variables));
    } catch (Refusal e) {
      // the one call that documents an unknown name as an invalid argument
      throw Refusal.invalid(e.getMessage());
    }
  }

  TopologyResponse topology(TopologyRequest request) {
    return topology;
  }

  /** One broker that leads the one partition. */
  private static TopologyResponse topology(String host, int port) {
    var partition =
        Partition.newBuilder()
            .setPartitionId(1)
            .setRole(PartitionBrokerRole.LEADER)
            .setHealth(PartitionBrokerHealth.HEALTHY);
    return TopologyResponse.newBuilder()
        .addBrokers(
            BrokerInfo.newBuilder()
                .setNodeId(0)
                .setHost(host)
                .setPort(port)
                .setVersion(GrpcServer.INTERFACE_VERSION)
                .addPartitions(partition))
        .setClusterSize(1)
        .setPartitionsCount(1)
        .setReplicationFactor(1)
        .setGatewayVersion(GrpcServer.INTERFACE_VERSION)
        .build();
  }
}
