package vn.commendation.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GivenEngineTest {

  @TempDir Path directory;

  @Test
  void shouldReadAllThatIsGiven() throws IOException {
    var engine =
        read(
            """
            grpc=http://localhost:26500
            rest=https://camunda.example:8443/path
            management=http://localhost:9600
            username=demo
            password=a:b,c=d
            """);

    assertThat(engine)
        .isEqualTo(
            new GivenEngine(
                URI.create("http://localhost:26500"),
                URI.create("https://camunda.example:8443/path"),
                URI.create("http://localhost:9600"),
                "demo",
                "a:b,c=d"));
  }

  @Test
  void shouldDoWithoutManagementAndUser() throws IOException {
    var engine = read("grpc=http://localhost:26500\nrest=http://localhost:8080\nmanagement=\n");

    assertThat(engine.management()).isNull();
    assertThat(engine.username()).isNull();
    assertThat(engine.password()).isNull();
    engine.client().build().close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rest=http://localhost:8080                                    | 'grpc' is missing
          grpc=http://localhost:26500                                   | 'rest' is missing
          grpc=localhost:26500\\nrest=http://localhost:8080             | 'grpc' is 'localhost:26500', but must be
          grpc=http://a:1\\nrest=/v2                                    | 'rest' is '/v2', but must be
          grpc=http://a:1\\nrest=http://a:2\\nmanagement=ftp://a        | 'management' is 'ftp://a', but must be
          grpc=http://a:1\\nrest=http://a:2\\nmanagement=http://two words | 'management' is 'http://two words', but must be
          grpc=http://a:1\\nrest=http://a:2\\nmanagment=http://a:3      | 'managment' is not one of grpc, rest, management
          grpc=http://a:1\\nrest=http://a:2\\nusername=demo             | username and password belong together
          grpc=http://a:1\\nrest=http://a:2\\npassword=demo             | username and password belong together
          """)
  void shouldSayWhatIsWrong(String text, String said) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(text.replace("\\n", "\n")))
        .withMessageContaining("camunda.properties: ")
        .withMessageContaining(said);
  }

  @Test
  void shouldSayWhereItLookedForAFile() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GivenEngine.read(Path.of("nowhere.properties")))
        .withMessageContaining("-Dit.engine=nowhere.properties names no file")
        .withMessageContaining(Path.of("nowhere.properties").toAbsolutePath().toString());
  }

  private GivenEngine read(String text) throws IOException {
    return GivenEngine.read(Files.writeString(directory.resolve("camunda.properties"), text));
  }
}
