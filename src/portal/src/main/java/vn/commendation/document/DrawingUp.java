package vn.commendation.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.audit.AuditTrail;
import vn.commendation.directory.Directory;
import vn.commendation.storage.Hashes;
import vn.commendation.storage.Utc;

/** Makes the next version of a document: values into the template, the PDF of the same, stored. */
@Component
class DrawingUp {

  /** Goes into the checksum of what a document says: a change here makes new versions. */
  private static final int ENGINE = 1;

  private final DocumentSources sources;
  private final DocumentTemplates templates;
  private final Letterhead letterhead;
  private final PdfRenderer renderer;
  private final StoredDocuments stored;
  private final JdbcClient jdbc;
  private final Directory directory;
  private final AuditTrail audit;
  private final MessageSource texts;
  private final ObjectMapper json;
  private final Clock clock;

  DrawingUp(
      DocumentSources sources,
      DocumentTemplates templates,
      Letterhead letterhead,
      PdfRenderer renderer,
      StoredDocuments stored,
      JdbcClient jdbc,
      Directory directory,
      AuditTrail audit,
      MessageSource texts,
      ObjectMapper json,
      Clock clock) {
    this.sources = sources;
    this.templates = templates;
    this.letterhead = letterhead;
    this.renderer = renderer;
    this.stored = stored;
    this.jdbc = jdbc;
    this.directory = directory;
    this.audit = audit;
    this.texts = texts;
    this.json = json.copy().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);
    this.clock = clock;
  }

  /** Draws up what the document says now, unless its last version says it already. */
  @Transactional(propagation = Propagation.MANDATORY)
  public IssuedDocument now(DocumentKind kind, String subjectId, String username) {
    var last = lock(kind, subjectId);
    var source = sources.require(kind);
    var content = source.content(kind, subjectId);
    var values = letterhead.complete(kind, source.fields(kind), content);
    var template = templates.current(kind);
    var says = says(content, values, template);
    if (last > 0) {
      var before = stored.version(kind, subjectId, last).orElseThrow();
      if (says.equals(stored.contentSha256(before.id()))) {
        return before;
      }
    }
    var document = template.template().fill(values);
    var pdf =
        renderer.render(document, title(kind, content), content.draft() ? Watermark.TEXT : null);
    if (content.draft()) {
      Watermark.add(document);
    }
    store(kind, subjectId, last + 1, content, says, template, document.write(), pdf, username);
    return stored.version(kind, subjectId, last + 1).orElseThrow();
  }

  private int lock(DocumentKind kind, String subjectId) {
    // locks the row at once: after "insert ignore" two would hold it together and wait for each
    // other
    jdbc.sql(
            """
            insert into document_series (kind, subject_id) values (?, ?)
            on duplicate key update last_version = last_version""")
        .params(kind.name(), subjectId)
        .update();
    return jdbc.sql(
            """
            select last_version from document_series
            where kind = ? and subject_id = ? for update""")
        .params(kind.name(), subjectId)
        .query(Integer.class)
        .single();
  }

  private String says(
      DocumentContent content, Map<String, Object> values, DocumentTemplates.Current template) {
    try {
      return Hashes.sha256(
          json.writeValueAsBytes(
              List.of(
                  ENGINE,
                  template.sha256(),
                  content.draft(),
                  String.valueOf(content.title()),
                  values)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private String title(DocumentKind kind, DocumentContent content) {
    var name = texts.getMessage("document-kind." + kind, null, Locale.of("vi"));
    return content.symbol() == null ? name : name + " " + content.symbol();
  }

  private void store(
      DocumentKind kind,
      String subjectId,
      int version,
      DocumentContent content,
      String says,
      DocumentTemplates.Current template,
      byte[] docx,
      byte[] pdf,
      String username) {
    var key = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into formal_document
              (kind, subject_id, version, draft, title, symbol, issued_on, content_sha256,
               template_version, drawn_up_by, drawn_up_at, docx_size, docx_sha256, pdf_size,
               pdf_sha256)
            values (?, ?, ?, ?, left(?, 500), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            Arrays.asList(
                kind.name(),
                subjectId,
                version,
                content.draft(),
                content.title(),
                content.symbol(),
                content.date(),
                says,
                template.version(),
                username,
                Utc.now(clock),
                docx.length,
                Hashes.sha256(docx),
                pdf.length,
                Hashes.sha256(pdf)))
        .update(key, "id");
    jdbc.sql("insert into formal_document_content (document_id, docx, pdf) values (?, ?, ?)")
        .params(key.getKey(), docx, pdf)
        .update();
    jdbc.sql("update document_series set last_version = ? where kind = ? and subject_id = ?")
        .params(version, kind.name(), subjectId)
        .update();
    audit.append(
        username == null ? AuditTrail.SYSTEM : username,
        username == null ? "" : directory.account(username).displayName(),
        "document.drawn-up",
        AuditSubject.of(kind, subjectId),
        String.valueOf(version));
  }
}
