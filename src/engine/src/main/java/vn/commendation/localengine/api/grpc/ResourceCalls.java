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
import java.util.function.Function;

/** The calls about what is deployed, and the one about who answers. */
final class ResourceCalls {

  private final Function<DeployResourceRequest, DeployResourceResponse> deploying;
  private final Function<EvaluateDecisionRequest, EvaluateDecisionResponse> deciding;
  private final TopologyResponse topology;

  ResourceCalls(
      Function<DeployResourceRequest, DeployResourceResponse> deploying,
      Function<EvaluateDecisionRequest, EvaluateDecisionResponse> deciding,
      String host,
      int port) {
    this.deploying = deploying;
    this.deciding = deciding;
    this.topology = topology(host, port);
  }

  DeployResourceResponse deploy(DeployResourceRequest request) {
    Tenants.check(request.getTenantId());
    return deploying.apply(request);
  }

  EvaluateDecisionResponse evaluate(EvaluateDecisionRequest request) {
    Tenants.check(request.getTenantId());
    return deciding.apply(request);
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
