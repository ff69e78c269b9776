package vn.commendation.model;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.camunda.client.api.response.DeploymentEvent;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;

/** An 8.8 engine in memory with everything deployed. One serves all tests of a run. */
record ModelEngine(ZeebeTestEngine engine, CamundaClient client, DeploymentEvent deployment) {

  /** Costs nothing while all is well, and a busy machine takes its time. */
  static final Duration PATIENCE = Duration.ofMinutes(3);

  private static ModelEngine shared;

  static synchronized ModelEngine get() {
    if (shared == null) {
      shared = start();
      Runtime.getRuntime().addShutdownHook(new Thread(shared::stop, "stop-engine"));
    }
    return shared;
  }

  private static ModelEngine start() {
    var engine = EngineFactory.create();
    engine.start();
    var client =
        CamundaClient.newClientBuilder()
            .grpcAddress(URI.create("http://" + engine.getGatewayAddress()))
            .preferRestOverGrpc(false)
            .defaultRequestTimeout(PATIENCE)
            .build();
    var command = client.newDeployResourceCommand();
    Stream.of("*.bpmn", "*.dmn", "*.form")
        .flatMap(Model::resources)
        .forEach(file -> command.addResourceStringUtf8(Model.text(file), file.getFilename()));
    return new ModelEngine(engine, client, ((DeployResourceCommandStep2) command).send().join());
  }

  private void stop() {
    client.close();
    engine.stop();
  }
}
