package vn.commendation.engine;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.commendation.storage.Utc;

/**
 * Jobs are delivered at least once. The work of a job and the note that it is done commit together;
 * whoever gets the same job again is given the first answer.
 */
@Service
public class HandledJobs {

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final EngineJson json;
  private final EngineCluster cluster;
  private final Clock clock;

  HandledJobs(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      EngineJson json,
      EngineCluster cluster,
      Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.json = json;
    this.cluster = cluster;
    this.clock = clock;
  }

  /** The answer of an earlier delivery of this job. */
  public <T> Optional<T> answer(long jobKey, Class<T> type) {
    return jdbc.sql("select result from handled_job where cluster = ? and job_key = ?")
        .params(cluster.label(), jobKey)
        .query(String.class)
        .optional()
        .map(result -> json.read(result, type));
  }

  /** Does the work of a job in one transaction, unless it was done before. */
  public <T> T once(long jobKey, String jobType, Class<T> type, Supplier<T> work) {
    return transaction.execute(
        status -> {
          try {
            jdbc.sql("insert into handled_job values (?, ?, ?, '', ?)")
                .params(cluster.label(), jobKey, jobType, Utc.now(clock))
                .update();
          } catch (DuplicateKeyException e) {
            return answer(jobKey, type).orElseThrow();
          }
          var result = work.get();
          jdbc.sql("update handled_job set result = ? where cluster = ? and job_key = ?")
              .params(json.write(result), cluster.label(), jobKey)
              .update();
          return result;
        });
  }
}
