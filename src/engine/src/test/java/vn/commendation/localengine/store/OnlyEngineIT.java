package vn.commendation.localengine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.commendation.localengine.TestDatabase;
import vn.commendation.localengine.kernel.Refusal;
import vn.commendation.localengine.store.EngineSettings.Login;

/** One engine works on a schema. */
class OnlyEngineIT {

  private final CountDownLatch lost = new CountDownLatch(1);
  private Login schema;

  @BeforeEach
  void schema() throws SQLException {
    schema = TestDatabase.emptySchema("engine_only");
  }

  private OnlyEngine engine() throws SQLException {
    return OnlyEngine.on(schema, lost::countDown);
  }

  @Test
  void a_second_one_is_refused_by_name_until_the_first_has_ended() throws SQLException {
    try (var first = engine()) {
      assertThatThrownBy(this::engine)
          .isInstanceOfSatisfying(
              Refusal.class,
              refusal -> assertThat(refusal.code()).isEqualTo(Refusal.Code.FAILED_PRECONDITION))
          .hasMessageStartingWith("Another engine is running on the schema engine_only");
    }
    engine().close();
    assertThat(lost.getCount()).isOne();
  }

  @Test
  void another_schema_has_its_own() throws SQLException {
    var other = TestDatabase.emptySchema("engine_other");
    try (var first = engine();
        var second = OnlyEngine.on(other, lost::countDown)) {
      assertThat(first).isNotSameAs(second);
    }
  }

  @Test
  void whose_connection_is_gone_is_told_so() throws SQLException, InterruptedException {
    try (var engine = engine();
        var connection =
            DriverManager.getConnection(schema.url(), schema.username(), schema.password());
        var statement = connection.createStatement()) {
      long id;
      try (var holder = statement.executeQuery("select is_used_lock(" + OnlyEngine.NAME + ")")) {
        holder.next();
        id = holder.getLong(1);
      }
      statement.execute("kill " + id);
      assertThat(lost.await(20, TimeUnit.SECONDS)).isTrue();
      engine().close();
    }
  }
}
