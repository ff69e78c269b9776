package vn.commendation.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {

  @Test
  void shouldBeADatabaseOfItsOwnOnTheSameServer() {
    var environment =
        Map.of("SPRING_DATASOURCE_URL", "jdbc:mysql://db:3306/award?sslMode=REQUIRED");
    assertThat(TestDatabase.of(environment).url())
        .matches("jdbc:mysql://db:3306/award_test_[0-9a-f]{8}\\?sslMode=REQUIRED")
        .isNotEqualTo(TestDatabase.of(environment).url());
  }

  @Test
  void shouldSayWhichAddressItUnderstands() {
    assertThatThrownBy(() -> TestDatabase.of(Map.of("SPRING_DATASOURCE_URL", "jdbc:h2:mem:x")))
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("jdbc:mysql://host:port/database");
  }
}
