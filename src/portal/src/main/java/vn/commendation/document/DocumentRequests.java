package vn.commendation.document;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.commendation.notification.Notices;
import vn.commendation.scheduling.Backlog;
import vn.commendation.scheduling.DurableTasks;
import vn.commendation.storage.Utc;

/**
 * Documents that were asked for: each is drawn up after the commit of what asked for it. What fails
 * is tried again a few times and then shown with the reason.
 */
@Component
class DocumentRequests {

  static final String TASK = "formal-document";

  private static final Logger log = LoggerFactory.getLogger(DocumentRequests.class);
  private static final int MOST_ATTEMPTS = 5;

  private final DrawingUp drawingUp;
  private final DurableTasks durableTasks;
  private final TransactionTemplate transaction;
  private final JdbcClient jdbc;
  private final Notices notices;
  private final Clock clock;

  DocumentRequests(
      DrawingUp drawingUp,
      DurableTasks durableTasks,
      TransactionTemplate transaction,
      JdbcClient jdbc,
      Notices notices,
      Clock clock) {
    this.drawingUp = drawingUp;
    this.durableTasks = durableTasks;
    this.transaction = transaction;
    this.jdbc = jdbc;
    this.notices = notices;
    this.clock = clock;
  }

  /** A request that is not done. */
  record Open(DocumentKind kind, boolean failed, String failure) {}

  private record Request(DocumentKind kind, String subjectId, String requestedBy, String state) {}

  /**
   * Adds a request, unless one waits that will see what the caller's transaction writes: it is held
   * back until that commits. One that is being carried out is locked and does not count.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void add(DocumentKind kind, String subjectId, String username) {
    var waiting =
        jdbc.sql(
                """
                select id from document_request
                where kind = ? and subject_id = ? and state = 'QUEUED'
                limit 1 for update skip locked""")
            .params(kind.name(), subjectId)
            .query(String.class)
            .optional();
    if (waiting.isPresent()) {
      return;
    }
    var id = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into document_request
              (id, kind, subject_id, state, requested_by, requested_at)
            values (?, ?, ?, 'QUEUED', ?, ?)""")
        .params(Arrays.asList(id, kind.name(), subjectId, username, Utc.now(clock)))
        .update();
    durableTasks.schedule(TASK, id);
  }

  /** The latest open request of each kind. */
  Map<DocumentKind, Open> open(Collection<DocumentKind> kinds, String subjectId) {
    if (kinds.isEmpty()) {
      return Map.of();
    }
    var open = new HashMap<DocumentKind, Open>();
    jdbc.sql(
            """
            select kind, state, failure from document_request
            where subject_id = :subject and state in ('QUEUED', 'FAILED') and kind in (:kinds)
            order by requested_at limit 500""")
        .param("subject", subjectId)
        .param("kinds", kinds.stream().map(DocumentKind::name).toList())
        .query(
            (row, n) ->
                new Open(
                    DocumentKind.valueOf(row.getString("kind")),
                    row.getString("state").equals("FAILED"),
                    row.getString("failure")))
        .list()
        .forEach(one -> open.put(one.kind(), one));
    return open;
  }

  /** Carries out a request; does nothing if it is done. */
  void carryOut(String id) {
    try {
      transaction.executeWithoutResult(status -> draw(id));
    } catch (DocumentRefused refused) {
      fail(id, "FAILED", notices.get("document-refused." + refused.code(), texts(refused)));
    } catch (RuntimeException e) {
      var attempts = attempts(id) + 1;
      log.warn("Document request {} failed, attempt {}", id, attempts, e);
      var last = attempts >= MOST_ATTEMPTS;
      fail(
          id,
          last ? "FAILED" : "QUEUED",
          notices.get("document-failure.technical", String.valueOf(e.getMessage())));
      if (!last) {
        throw e;
      }
    }
  }

  private void draw(String id) {
    var request =
        jdbc.sql(
                """
                select kind, subject_id, requested_by, state from document_request
                where id = ? for update""")
            .param(id)
            .query(Request.class)
            .single();
    if (!request.state().equals("QUEUED")) {
      return;
    }
    drawingUp.now(request.kind(), request.subjectId(), request.requestedBy());
    // what failed before is settled with it
    jdbc.sql(
            """
            update document_request set state = 'DONE', failure = null
            where id = ? or kind = ? and subject_id = ? and state = 'FAILED'""")
        .params(id, request.kind().name(), request.subjectId())
        .update();
  }

  private int attempts(String id) {
    return jdbc.sql("select attempts from document_request where id = ?")
        .param(id)
        .query(Integer.class)
        .single();
  }

  private void fail(String id, String state, String failure) {
    jdbc.sql(
            """
            update document_request
            set state = ?, attempts = attempts + 1, failure = left(?, 1000)
            where id = ?""")
        .params(state, failure, id)
        .update();
  }

  private static Object[] texts(DocumentRefused refused) {
    return refused.args().stream().map(String::valueOf).toArray();
  }

  @Configuration(proxyBeanMethods = false)
  static class DocumentTask {
    @Bean
    OneTimeTask<Void> formalDocumentTask(DocumentRequests requests) {
      return DurableTasks.task(TASK, requests::carryOut);
    }

    @Bean
    Backlog failedDocumentsBacklog() {
      return new Backlog(
          "documents-failed",
          "select count(*), min(requested_at) as oldest from document_request where state = ?",
          "FAILED");
    }
  }
}
