package vn.commendation.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.commendation.document.IssuedDocument.StoredFile;
import vn.commendation.storage.Utc;

/** Reads what {@link DrawingUp} and {@link SignedCopies} stored. */
@Component
class StoredDocuments {

  private static final String COLUMNS =
      """
      select d.*, coalesce(a.display_name, d.drawn_up_by) as by_name
      from formal_document d left join account a on a.username = d.drawn_up_by
      """;

  private final JdbcClient jdbc;
  private final SignedCopies copies;

  StoredDocuments(JdbcClient jdbc, SignedCopies copies) {
    this.jdbc = jdbc;
    this.copies = copies;
  }

  Optional<IssuedDocument> version(DocumentKind kind, String subjectId, int version) {
    return jdbc.sql(COLUMNS + " where d.kind = ? and d.subject_id = ? and d.version = ?")
        .params(kind.name(), subjectId, version)
        .query((row, n) -> document(row, List.of()))
        .optional()
        .map(this::withCopies);
  }

  /** The last version that is no draft. */
  Optional<IssuedDocument> current(DocumentKind kind, String subjectId) {
    return jdbc.sql(
            COLUMNS
                + " where d.kind = ? and d.subject_id = ? and not d.draft"
                + " order by d.version desc limit 1")
        .params(kind.name(), subjectId)
        .query((row, n) -> document(row, List.of()))
        .optional()
        .map(this::withCopies);
  }

  /** Every version, the latest first. */
  List<IssuedDocument> versions(DocumentKind kind, String subjectId) {
    var all =
        jdbc.sql(
                COLUMNS
                    + " where d.kind = ? and d.subject_id = ? order by d.version desc limit 200")
            .params(kind.name(), subjectId)
            .query((row, n) -> document(row, List.of()))
            .list();
    var attached = copies.of(all.stream().map(IssuedDocument::id).toList());
    return all.stream()
        .map(one -> one.withCopies(attached.getOrDefault(one.id(), List.of())))
        .toList();
  }

  /** The last version of each of the kinds. */
  Map<DocumentKind, IssuedDocument> latest(Collection<DocumentKind> kinds, String subjectId) {
    if (kinds.isEmpty()) {
      return Map.of();
    }
    var all =
        jdbc.sql(
                COLUMNS
                    + """
                     join document_series s on s.kind = d.kind and s.subject_id = d.subject_id
                       and s.last_version = d.version
                     where d.subject_id = :subject and d.kind in (:kinds)""")
            .param("subject", subjectId)
            .param("kinds", kinds.stream().map(DocumentKind::name).toList())
            .query((row, n) -> document(row, List.of()))
            .list();
    var attached = copies.of(all.stream().map(IssuedDocument::id).toList());
    var latest = new HashMap<DocumentKind, IssuedDocument>();
    all.forEach(
        one -> latest.put(one.kind(), one.withCopies(attached.getOrDefault(one.id(), List.of()))));
    return latest;
  }

  String contentSha256(long id) {
    return jdbc.sql("select content_sha256 from formal_document where id = ?")
        .param(id)
        .query(String.class)
        .single();
  }

  byte[] content(long id, DocumentFormat format) {
    var column = format == DocumentFormat.DOCX ? "docx" : "pdf";
    return jdbc.sql("select " + column + " from formal_document_content where document_id = ?")
        .param(id)
        .query((row, n) -> row.getBytes(column))
        .single();
  }

  private IssuedDocument withCopies(IssuedDocument document) {
    return document.withCopies(
        copies.of(List.of(document.id())).getOrDefault(document.id(), List.of()));
  }

  private static IssuedDocument document(ResultSet row, List<SignedCopy> copies)
      throws SQLException {
    return new IssuedDocument(
        row.getLong("id"),
        DocumentKind.valueOf(row.getString("kind")),
        row.getString("subject_id"),
        row.getInt("version"),
        row.getBoolean("draft"),
        row.getString("title"),
        row.getString("symbol"),
        row.getObject("issued_on", LocalDate.class),
        row.getString("by_name"),
        Utc.instant(row, "drawn_up_at"),
        new StoredFile(row.getLong("docx_size"), row.getString("docx_sha256")),
        new StoredFile(row.getLong("pdf_size"), row.getString("pdf_sha256")),
        copies);
  }
}
