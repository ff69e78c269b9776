package vn.commendation.localengine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.commendation.localengine.kernel.Refusal;

class EngineSettingsTest {

  private final Map<String, String> environment =
      new HashMap<>(
          Map.of(
              "ENGINE_DATABASE_URL", "jdbc:mysql://database/engine",
              "ENGINE_DATABASE_USERNAME", "owner",
              "ENGINE_DATABASE_PASSWORD", "hidden",
              "ENGINE_ACCOUNTS_URL", "jdbc:mysql://database/portal",
              "ENGINE_USERNAME", "portal",
              "ENGINE_PASSWORD", "secret"));

  @Test
  void is_closed_unless_told_otherwise() {
    var settings = EngineSettings.of(environment);
    assertThat(settings.bind()).isEqualTo("127.0.0.1");
    assertThat(settings.webBind()).isEqualTo("127.0.0.1");
    assertThat(settings.clockControlled()).isFalse();
    assertThat(settings.historyKeep()).isEqualTo(Duration.ofDays(30));
    assertThat(settings.grpcPort()).isEqualTo(26500);
    assertThat(settings.restPort()).isEqualTo(8088);
    assertThat(settings.webPort()).isEqualTo(8080);
    assertThat(settings.accounts().username()).isEqualTo("owner");
  }

  @Test
  void accounts_may_be_read_as_somebody_else() {
    environment.put("ENGINE_ACCOUNTS_USERNAME", "reader");
    environment.put("ENGINE_ACCOUNTS_PASSWORD", "other");
    var accounts = EngineSettings.of(environment).accounts();
    assertThat(accounts.username()).isEqualTo("reader");
    assertThat(accounts.password()).isEqualTo("other");
  }

  @Test
  void keeps_secrets_out_of_the_log() {
    var settings = EngineSettings.of(environment);
    assertThat(settings + " " + settings.database()).doesNotContain("hidden", "secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ENGINE_DATABASE_URL",
        "ENGINE_DATABASE_USERNAME",
        "ENGINE_ACCOUNTS_URL",
        "ENGINE_USERNAME",
        "ENGINE_PASSWORD"
      })
  void names_what_is_missing(String variable) {
    environment.remove(variable);
    assertThatThrownBy(() -> EngineSettings.of(environment))
        .isInstanceOf(Refusal.class)
        .hasMessage(variable + " is not set");
  }

  @ParameterizedTest
  @ValueSource(strings = {"web", "-1", "65536", "80 80"})
  void names_what_is_no_port(String value) {
    environment.put("ENGINE_WEB_PORT", value);
    assertThatThrownBy(() -> EngineSettings.of(environment))
        .isInstanceOf(Refusal.class)
        .hasMessage("ENGINE_WEB_PORT is no port: " + value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"30", "PT0S", "P-1D", "a month"})
  void names_what_is_no_duration(String value) {
    environment.put("ENGINE_HISTORY_KEEP", value);
    assertThatThrownBy(() -> EngineSettings.of(environment))
        .isInstanceOf(Refusal.class)
        .hasMessage("ENGINE_HISTORY_KEEP is no duration such as P30D: " + value);
  }
}
