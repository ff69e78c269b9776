package vn.commendation.localengine.api.rest;

import io.camunda.client.protocol.rest.BrokerInfo;
import io.camunda.client.protocol.rest.CamundaUserResult;
import io.camunda.client.protocol.rest.ClockPinRequest;
import io.camunda.client.protocol.rest.Partition;
import io.camunda.client.protocol.rest.TopologyResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import vn.commendation.localengine.management.Clock;
import vn.commendation.localengine.management.Purge;

/** Who answers here: one broker with one partition. */
@Path("")
public final class ClusterApi {

  private static final String INTERFACE_VERSION = "8.8.14";

  private final String username;
  private final String host;
  private final int port;
  private final Clock clock;
  private final Purge purge;

  /**
   * @param host address of gRPC
   */
  ClusterApi(String username, String host, int port, Clock clock, Purge purge) {
    this.username = username;
    this.host = host;
    this.port = port;
    this.clock = clock;
    this.purge = purge;
  }

  @GET
  @Path("topology")
  public TopologyResponse topology() {
    return new TopologyResponse()
        .addBrokersItem(
            new BrokerInfo()
                .nodeId(0)
                .host(host)
                .port(port)
                .version(INTERFACE_VERSION)
                .addPartitionsItem(
                    new Partition()
                        .partitionId(1)
                        .role(Partition.RoleEnum.LEADER)
                        .health(Partition.HealthEnum.HEALTHY)))
        .clusterSize(1)
        .partitionsCount(1)
        .replicationFactor(1)
        .gatewayVersion(INTERFACE_VERSION)
        .lastCompletedChangeId(String.valueOf(purge.lastCompleted()));
  }

  /** Answered without content while the partition is healthy. */
  @GET
  @Path("status")
  public void status() {}

  @GET
  @Path("authentication/me")
  public CamundaUserResult me() {
    return new CamundaUserResult()
        .username(username)
        .displayName(username)
        .authorizedComponents(List.of("*"))
        .canLogout(false)
        .apiUser(true);
  }

  @PUT
  @Path("clock")
  public void pin(ClockPinRequest request) {
    clock.pin(Instant.ofEpochMilli(Bodies.required("timestamp", request.getTimestamp())));
  }

  @POST
  @Path("clock/reset")
  public void reset() {
    clock.reset();
  }
}
