package vn.commendation.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;

import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.commendation.notification.Notices;
import vn.commendation.platform.LocalDatabase;
import vn.commendation.scheduling.DurableTasks;

class DocumentRequestsTest {

  private final JdbcClient jdbc = JdbcClient.create(LocalDatabase.get());
  private final TransactionTemplate transaction =
      new TransactionTemplate(new DataSourceTransactionManager(LocalDatabase.get()));
  private final DurableTasks tasks = mock();
  private final String subject = UUID.randomUUID().toString();

  @Test
  void shouldAskOnceForWhatOneWaitingRequestWillSee() {
    transaction.executeWithoutResult(
        status -> {
          var requests = requests();
          requests.add(DocumentKind.DECISION, subject, "chuyenvien");
          requests.add(DocumentKind.DECISION, subject, "giamdoc");
          requests.add(DocumentKind.BALLOT_PAPER, subject, null);
          done(DocumentKind.BALLOT_PAPER);
          requests.add(DocumentKind.BALLOT_PAPER, subject, null);

          assertThat(requested(DocumentKind.DECISION)).isEqualTo(1);
          assertThat(requested(DocumentKind.BALLOT_PAPER)).isEqualTo(2);
          then(tasks).should(times(3)).schedule(eq(DocumentRequests.TASK), any());
          status.setRollbackOnly();
        });
  }

  private DocumentRequests requests() {
    return new DocumentRequests(
        mock(DrawingUp.class), tasks, transaction, jdbc, mock(Notices.class), Clock.systemUTC());
  }

  private void done(DocumentKind kind) {
    jdbc.sql("update document_request set state = 'DONE' where kind = ? and subject_id = ?")
        .params(kind.name(), subject)
        .update();
  }

  private int requested(DocumentKind kind) {
    return jdbc.sql("select count(*) from document_request where kind = ? and subject_id = ?")
        .params(kind.name(), subject)
        .query(Integer.class)
        .single();
  }
}
