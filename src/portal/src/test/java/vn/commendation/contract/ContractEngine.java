package vn.commendation.contract;

import io.camunda.client.CamundaClientBuilder;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import io.camunda.process.test.api.CamundaProcessTestRuntimeMode;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import vn.commendation.platform.ModelEngine;

/**
 * The engine that is asked: Camunda Process Test's extension gives each test a client and a clock,
 * and empties the engine after it. An engine whose management interface nobody may use gives a
 * client, and keeps what the tests left there.
 *
 * @see <a
 *     href="https://docs.camunda.io/docs/apis-tools/testing/configuration/#remote-runtime">Camunda
 *     Process Test with a remote runtime</a>
 */
final class ContractEngine extends CamundaProcessTestExtension {

  private static final Set<String> NEED_MANAGEMENT = Set.of("clock", "purge");

  private Optional<GivenEngine> given = Optional.empty();

  @Override
  public void beforeAll(ExtensionContext tests) {
    given = GivenEngine.ofThisRun();
    if (management() != null) {
      withRuntimeMode(CamundaProcessTestRuntimeMode.REMOTE);
      withRemoteCamundaClientBuilderFactory(Contract::connecting);
      withRemoteCamundaMonitoringApiAddress(management());
      super.beforeAll(tests);
    }
  }

  @Override
  public void beforeEach(ExtensionContext test) throws Exception {
    if (management() != null) {
      super.beforeEach(test);
      return;
    }
    if (test.getTags().stream().anyMatch(NEED_MANAGEMENT::contains)) {
      throw new IllegalStateException(
          "This test needs the engine's management interface, and '%s' does not say where it is:"
                  .formatted(System.getProperty(GivenEngine.PROPERTY))
              + " leave such tests out with -DexcludedGroups=local,clock,purge");
    }
    contract(test).client = Contract.connecting().build();
  }

  @Override
  public void afterEach(ExtensionContext test) {
    if (management() != null) {
      super.afterEach(test);
    } else if (contract(test).client != null) {
      contract(test).client.close();
    }
  }

  @Override
  public void afterAll(ExtensionContext tests) throws Exception {
    if (management() != null) {
      super.afterAll(tests);
    }
  }

  private static Contract contract(ExtensionContext test) {
    return (Contract) test.getRequiredTestInstance();
  }

  CamundaClientBuilder client() {
    return given.map(GivenEngine::client).orElseGet(() -> ModelEngine.get().client());
  }

  /** Where clock and purge are; null if nobody may use them. */
  URI management() {
    return given.isPresent() ? given.get().management() : ModelEngine.get().management();
  }
}
