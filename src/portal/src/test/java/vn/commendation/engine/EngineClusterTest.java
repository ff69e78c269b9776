package vn.commendation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Answers.RETURNS_DEEP_STUBS;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import io.camunda.client.CamundaClient;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.commendation.platform.LocalDatabase;

class EngineClusterTest {

  private static final long PARTITION = 1L << 51;

  private final JdbcClient jdbc = JdbcClient.create(LocalDatabase.get());
  private final TransactionTemplate transaction =
      new TransactionTemplate(new DataSourceTransactionManager(LocalDatabase.get()));
  private final CamundaClient camunda = mock(RETURNS_DEEP_STUBS);
  private final String first = "label-" + UUID.randomUUID();

  @BeforeEach
  void noEngineIsKnown() {
    jdbc.sql("delete from engine_cluster").update();
  }

  @AfterEach
  void forget() {
    jdbc.sql("delete from engine_cluster").update();
    jdbc.sql("delete from handled_job where cluster like ?").param(first + "%").update();
  }

  @Test
  void shouldKeepTheLabelWhileTheEngineCountsOn() {
    var cluster = cluster();
    assertThatThrownBy(cluster::label).isInstanceOf(NotYet.class);
    assertThat(cluster.lastLabel()).isEqualTo(first);

    recognise(cluster, 100);
    assertThat(cluster.label()).isEqualTo(first);
    handled(first, 99);
    handled(first, 3 * PARTITION + 900);
    recognise(cluster, 101);
    assertThat(cluster.label()).isEqualTo(first);
  }

  @Test
  void shouldMakeANewLabelWhenTheEngineCountsAnewAndOnlyOne() {
    var cluster = cluster();
    var beside = cluster();
    recognise(cluster, 100);
    handled(first, 200);

    recognise(cluster, 150);
    recognise(beside, 151);

    assertThat(cluster.label()).isNotEqualTo(first).startsWith(first);
    assertThat(beside.label()).isEqualTo(cluster.label());
    handled(cluster.label(), 160);
    recognise(cluster, 30);
    assertThat(cluster.label()).isNotEqualTo(beside.label());
  }

  @Test
  void shouldCompareKeysOfOnePartitionOnly() {
    var cluster = cluster();
    recognise(cluster, PARTITION + 5);
    handled(first, 2 * PARTITION + 900);

    recognise(cluster, PARTITION + 6);
    assertThat(cluster.label()).isEqualTo(first);
    recognise(cluster, 2 * PARTITION + 7);
    assertThat(cluster.label()).isNotEqualTo(first);
  }

  private EngineCluster cluster() {
    return new EngineCluster(
        jdbc,
        transaction,
        camunda,
        new EngineProperties(first, Duration.ofDays(7), Duration.ofMinutes(1)),
        Clock.systemUTC());
  }

  private void recognise(EngineCluster cluster, long key) {
    given(
            camunda
                .newPublishMessageCommand()
                .messageName(anyString())
                .correlationKey(anyString())
                .timeToLive(any())
                .send()
                .join()
                .getMessageKey())
        .willReturn(key);
    cluster.recognise();
  }

  private void handled(String label, long key) {
    jdbc.sql("insert into handled_job values (?, ?, 'test', '', utc_timestamp(6))")
        .params(label, key)
        .update();
  }
}
