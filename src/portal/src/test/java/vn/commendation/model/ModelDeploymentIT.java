package vn.commendation.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Every model, decision and form deploys on the local engine. */
class ModelDeploymentIT extends ModelWalk {

  @Test
  void shouldDeployEverything() {
    assertThat(deployment.getProcesses()).hasSameSizeAs(Model.all());
    assertThat(deployment.getDecisionRequirements())
        .hasSize((int) Model.resources("*.dmn").count());
    assertThat(deployment.getForm()).hasSize((int) Model.resources("*.form").count());
  }
}
