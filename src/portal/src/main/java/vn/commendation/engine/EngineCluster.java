package vn.commendation.engine;

import io.camunda.client.CamundaClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.commendation.storage.Utc;

/**
 * Which engine the keys of jobs and tasks are of. An engine never gives a key twice, but one that
 * is new, or whose data was restored to an earlier state, gives keys the portal has seen already:
 * it is told by that and gets a label of its own.
 */
@Component
class EngineCluster {

  private static final Logger log = LoggerFactory.getLogger(EngineCluster.class);

  /** Above these bits a key has the number of the partition that gave it. */
  private static final int BITS_IN_PARTITION = 51;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final CamundaClient camunda;
  private final EngineProperties properties;
  private final Clock clock;
  private volatile String label;

  EngineCluster(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      CamundaClient camunda,
      EngineProperties properties,
      Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.camunda = camunda;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * The label of the engine in use.
   *
   * @throws NotYet before the portal has recognised it
   */
  String label() {
    if (label == null) {
      throw new NotYet("The engine is not recognised yet");
    }
    return label;
  }

  /** The label of the engine used last, for what only reads. */
  String lastLabel() {
    return label == null ? current() : label;
  }

  /** Compares a key the engine gives now with those of the jobs it has given. */
  void recognise() {
    // the greatest first: a job that is handled meanwhile has a greater key than the new one
    var present = current();
    var greatest = greatestByPartition(present);
    var key = freshKey();
    var known = greatest.stream().filter(job -> partition(job) == partition(key)).findFirst();
    label = known.filter(job -> job >= key).isPresent() ? advance(present) : keep(present);
  }

  private long freshKey() {
    return camunda
        .newPublishMessageCommand()
        .messageName("engine-recognised")
        .correlationKey("engine-recognised")
        .timeToLive(Duration.ZERO)
        .send()
        .join()
        .getMessageKey();
  }

  private List<Long> greatestByPartition(String of) {
    return jdbc.sql(
            """
            select max(job_key) from handled_job where cluster = ? and job_key > 0
            group by job_key >> 51""")
        .param(of)
        .query(Long.class)
        .list();
  }

  private static long partition(long key) {
    return key >>> BITS_IN_PARTITION;
  }

  private String current() {
    return jdbc.sql("select label from engine_cluster order by number desc limit 1")
        .query(String.class)
        .optional()
        .orElse(properties.clusterLabel());
  }

  private String keep(String present) {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("insert ignore into engine_cluster (label, since) values (?, ?)")
              .params(present, Utc.now(clock))
              .update();
          for (var table : new String[] {"open_task", "task_completion"}) {
            jdbc.sql("update %s set cluster = ? where cluster is null".formatted(table))
                .param(present)
                .update();
          }
        });
    return present;
  }

  /** Of several instances of the application one makes the new label, the others find it. */
  private String advance(String present) {
    keep(present);
    return transaction.execute(
        status -> {
          var number =
              jdbc.sql("select number from engine_cluster where label = ? for update")
                  .param(present)
                  .query(Integer.class)
                  .single();
          var newest = current();
          if (!newest.equals(present)) {
            return newest;
          }
          var next = properties.clusterLabel() + "-" + (number + 1);
          log.warn("The engine gives keys it has given before: from now on it is {}", next);
          return keep(next);
        });
  }
}
