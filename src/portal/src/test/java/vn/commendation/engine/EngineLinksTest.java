package vn.commendation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;

class EngineLinksTest {

  private static final URI TASKS = URI.create("https://engine/tasklist");
  private static final URI MONITOR = URI.create("https://engine/operate");

  @Test
  void shouldPutTheKeyWhereTheAddressHasItsPlace() {
    var links =
        new EngineLinks(
            TASKS,
            "https://engine/tasklist/{taskKey}",
            MONITOR,
            "Cockpit",
            "https://engine/cockpit/#/process-instance/{instanceKey}/runtime");

    assertThat(links.ofTask(17)).hasToString("https://engine/tasklist/17");
    assertThat(links.ofInstance(41))
        .hasToString("https://engine/cockpit/#/process-instance/41/runtime");
  }

  @Test
  void shouldRefuseAnAddressThatIsTheSameForAll() {
    assertThatThrownBy(
            () ->
                new EngineLinks(
                    TASKS, "https://engine/tasklist", MONITOR, "Operate", "x/{instanceKey}"))
        .hasMessageContaining("commendation.links.task has no {taskKey}: https://engine/tasklist");
    assertThatThrownBy(
            () ->
                new EngineLinks(TASKS, "x/{taskKey}", MONITOR, "Operate", "https://engine/operate"))
        .hasMessageContaining("commendation.links.instance has no {instanceKey}");
  }
}
