package vn.commendation.localengine.api.grpc;

import io.grpc.Server;
import io.grpc.ServerInterceptors;
import io.grpc.netty.NettyServerBuilder;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import vn.commendation.localengine.decision.Decisions;
import vn.commendation.localengine.deployment.DeployedProcesses;
import vn.commendation.localengine.deployment.Deployments;
import vn.commendation.localengine.flow.Flow;
import vn.commendation.localengine.http.Credentials;
import vn.commendation.localengine.incident.Incidents;
import vn.commendation.localengine.job.Jobs;
import vn.commendation.localengine.kernel.Transactions;
import vn.commendation.localengine.message.Messages;

/** Camunda 8's gRPC interface: its port, and what is let in there. */
public final class GrpcServer implements AutoCloseable {

  /** Of the interface that is spoken. */
  static final String INTERFACE_VERSION = "8.8.14";

  /** Of a request, as in Camunda 8. */
  private static final int LARGEST_MESSAGE = 4 * 1024 * 1024;

  private static final int THREADS = 16;
  private static final int MOST_CALLS = 256;
  private static final long MOST_BYTES = 64L * 1024 * 1024;

  /** Workers that are silent longer are asked whether they are still there. */
  private static final int KEEP_ALIVE_SECONDS = 20;

  private static final int PATIENCE_SECONDS = 2;

  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          THREADS, Thread.ofPlatform().daemon().name("grpc-", 1).factory());
  private final Server server;

  /** What is behind the interface. */
  public record Services(
      Transactions transactions,
      DeployedProcesses processes,
      Flow flow,
      Jobs jobs,
      Incidents incidents,
      Messages messages,
      Deployments deployments,
      Decisions decisions) {}

  /**
   * A server that does not listen yet.
   *
   * @param port 0 for any
   */
  public GrpcServer(
      String bind, int port, Credentials credentials, Services services, MeterRegistry meters) {
    var gateway =
        new Gateway(
            new JobCalls(services.jobs()),
            new InstanceCalls(
                services.flow(),
                services.messages(),
                services.incidents(),
                new Definitions(services.processes()),
                services.transactions()),
            new ResourceCalls(services.deployments(), services.decisions(), bind, port));
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress(bind, port))
            .executor(threads)
            .maxInboundMessageSize(LARGEST_MESSAGE)
            .keepAliveTime(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS)
            .keepAliveTimeout(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS)
            .permitKeepAliveTime(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS)
            .permitKeepAliveWithoutCalls(true)
            .addService(
                // the last one is asked first
                ServerInterceptors.intercept(
                    gateway,
                    new Admission(MOST_CALLS, MOST_BYTES, meters),
                    new BasicCredentials(credentials),
                    new CallMeter(meters)))
            .build();
  }

  /**
   * Begins to listen.
   *
   * @throws UncheckedIOException if the port is taken
   */
  public GrpcServer start() {
    try {
      server.start();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return server.getPort();
  }

  @Override
  public void close() throws InterruptedException {
    // calls in work are answered; whoever waits for jobs would wait on and is cut off
    server.shutdown();
    if (!server.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      server.shutdownNow().awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
    threads.shutdown();
  }
}
