package vn.commendation.localengine.message;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.commendation.localengine.kernel.EngineEvents;
import vn.commendation.localengine.kernel.Refusal;

/** What is refused before anything is done: there is no database here. */
class MessagesTest {

  private static final int LARGEST_VARIABLES = 4 * 1024 * 1024;

  private final Messages messages = new Messages(null, null, new EngineEvents());

  @AfterEach
  void close() {
    messages.close();
  }

  private void refused(
      String what, String name, String key, String id, long timeToLive, Map<String, Object> given) {
    assertThatThrownBy(() -> messages.publish(name, key, id, timeToLive, given))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("Expected to publish a message")
        .hasMessageContaining(what)
        .extracting(e -> ((Refusal) e).code())
        .isEqualTo(Refusal.Code.INVALID_ARGUMENT);
  }

  @Test
  void refusesAMessageWithoutName() {
    for (var name : List.of("", " ", "\n")) {
      refused("with a name", name, "key", "", 0, Map.of());
    }
  }

  @Test
  void refusesWhatIsTooLong() {
    refused("name has at most 256", "n".repeat(257), "key", "", 0, Map.of());
    refused("correlation key has at most 32768", "name", "k".repeat(32_769), "", 0, Map.of());
    refused("id has at most 32768", "name", "key", "i".repeat(32_769), 0, Map.of());
    refused(
        "variables of at most", "name", "key", "", 0, Map.of("v", "v".repeat(LARGEST_VARIABLES)));
  }

  @Test
  void refusesATimeToLiveBelowNothing() {
    refused("time to live", "name", "key", "", -1, Map.of());
  }
}
