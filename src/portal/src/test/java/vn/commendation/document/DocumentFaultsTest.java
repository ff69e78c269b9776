package vn.commendation.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.commendation.dashboard.Fault;
import vn.commendation.platform.LocalDatabase;

class DocumentFaultsTest {

  private final JdbcClient jdbc = JdbcClient.create(LocalDatabase.get());
  private final TransactionTemplate transaction =
      new TransactionTemplate(new DataSourceTransactionManager(LocalDatabase.get()));

  @Test
  void shouldLeadFromADocumentThatFailedToItsPage() {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("delete from document_request").update();
          add("1", DocumentKind.DECISION, "b1", "FAILED", 2);
          add("2", DocumentKind.DECISION, "b1", "FAILED", 3);
          add("3", DocumentKind.PLAN, "1", "FAILED", 1);
          add("4", DocumentKind.PLAN, "2", "DONE", 1);

          var faults = new DocumentFaults(jdbc).faults();

          assertThat(faults)
              .extracting(Fault::name, Fault::count, Fault::lastError, Fault::path)
              .containsExactly(
                  tuple("document-kind.PLAN", 1L, "no plan", "/documents/PLAN/1"),
                  tuple("document-kind.DECISION", 2L, "no plan", "/documents/DECISION/b1"));
          status.setRollbackOnly();
        });
  }

  @Test
  void shouldOnlyCountTheDocumentsBeyondThoseItNames() {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("delete from document_request").update();
          for (var n = 10; n < 33; n++) {
            add("" + n, DocumentKind.PLAN, "" + n, "FAILED", n);
          }

          var faults = new DocumentFaults(jdbc).faults();

          assertThat(faults).hasSize(21);
          assertThat(faults.getFirst().path()).isEqualTo("/documents/PLAN/10");
          assertThat(faults.getLast())
              .extracting(Fault::name, Fault::count, Fault::path)
              .containsExactly("dashboard.fault.documents", 3L, null);
          status.setRollbackOnly();
        });
  }

  private void add(String id, DocumentKind kind, String subject, String state, int minute) {
    jdbc.sql(
            """
            insert into document_request (id, kind, subject_id, state, failure, requested_at)
            values (?, ?, ?, ?, 'no plan', ?)""")
        .params(id, kind.name(), subject, state, LocalDateTime.of(2026, 11, 2, 8, minute))
        .update();
  }
}
