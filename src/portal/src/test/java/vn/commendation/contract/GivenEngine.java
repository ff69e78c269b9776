package vn.commendation.contract;

import io.camunda.client.CamundaClient;
import io.camunda.client.CamundaClientBuilder;
import io.camunda.client.CredentialsProvider;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * An engine of somebody's own that is asked instead of the local one: {@code -Dit.engine=} names a
 * file of properties with its addresses and a user of it. A file, because a password on a command
 * line is read by everybody on the machine.
 *
 * @param management where its clock and its purge are; null if nobody may use them
 * @param username null for an engine that lets in everybody
 */
record GivenEngine(URI grpc, URI rest, URI management, String username, String password) {

  static final String PROPERTY = "it.engine";

  private static final List<String> KNOWN =
      List.of("grpc", "rest", "management", "username", "password");

  /**
   * The engine this run was given, if any.
   *
   * @throws IllegalArgumentException saying what is wrong with the file
   */
  static Optional<GivenEngine> ofThisRun() {
    return Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of).map(GivenEngine::read);
  }

  /**
   * @throws IllegalArgumentException saying what is wrong with the file
   */
  static GivenEngine read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          "-D%s=%s names no file (looked for %s)".formatted(PROPERTY, file, file.toAbsolutePath()));
    }
    var given = new Properties();
    try (var text = Files.newBufferedReader(file)) {
      given.load(text);
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalArgumentException("%s cannot be read: %s".formatted(file, e), e);
    }
    var said = new Said(file, given);
    said.requireKnown();
    var username = said.optional("username");
    var password = said.optional("password");
    if ((username == null) != (password == null)) {
      throw said.wrong("username and password belong together: give both, or neither");
    }
    return new GivenEngine(
        said.address(said.required("grpc"), "grpc"),
        said.address(said.required("rest"), "rest"),
        said.optional("management") == null
            ? null
            : said.address(said.optional("management"), "management"),
        username,
        password);
  }

  private record Said(Path file, Properties given) {

    /** One letter too few in {@code management}, and nobody would notice what is left out. */
    void requireKnown() {
      for (var name : given.stringPropertyNames()) {
        if (!KNOWN.contains(name)) {
          throw wrong("'%s' is not one of %s".formatted(name, String.join(", ", KNOWN)));
        }
      }
    }

    String optional(String name) {
      var value = given.getProperty(name, "").strip();
      return value.isEmpty() ? null : value;
    }

    String required(String name) {
      var value = optional(name);
      if (value == null) {
        throw wrong("'%s' is missing: the address of the engine's %1$s interface".formatted(name));
      }
      return value;
    }

    URI address(String value, String name) {
      try {
        var address = new URI(value);
        if (address.getHost() != null
            && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
          return address;
        }
      } catch (URISyntaxException e) {
        // said below, with what is expected
      }
      throw wrong(
          "'%s' is '%s', but must be an address like http://localhost:26500"
              .formatted(name, value));
    }

    IllegalArgumentException wrong(String what) {
      return new IllegalArgumentException("%s: %s".formatted(file, what));
    }
  }

  CamundaClientBuilder client() {
    var client =
        CamundaClient.newClientBuilder()
            .grpcAddress(grpc)
            .restAddress(rest)
            .preferRestOverGrpc(false);
    return username == null
        ? client
        : client.credentialsProvider(
            CredentialsProvider.newBasicAuthCredentialsProviderBuilder()
                .username(username)
                .password(password)
                .build());
  }
}
