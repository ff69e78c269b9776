package vn.commendation.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import vn.commendation.document.PdfSignature.Trust;
import vn.commendation.document.PdfSignature.Validity;
import vn.commendation.storage.CheckedFile;
import vn.commendation.storage.Download;
import vn.commendation.storage.FileKind;
import vn.commendation.storage.Upload;
import vn.commendation.storage.Utc;

/** The signed copies of documents; none is changed or removed, a better one is attached after. */
@Component
class SignedCopies {

  private static final Set<FileKind> ALLOWED = Set.of(FileKind.PDF, FileKind.JPG, FileKind.PNG);

  private final PdfSignatures signatures;
  private final JdbcClient jdbc;
  private final Clock clock;

  SignedCopies(PdfSignatures signatures, JdbcClient jdbc, Clock clock) {
    this.signatures = signatures;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Attaches a file; the same one twice is one. */
  void attach(long documentId, Upload upload, String username) {
    var file = CheckedFile.of(upload, ALLOWED);
    var found =
        file.contentType().equals("application/pdf")
            ? signatures.check(file.content())
            : List.<PdfSignature>of();
    var key = new GeneratedKeyHolder();
    try {
      jdbc.sql(
              """
              insert into signed_copy
                (document_id, name, content_type, size, sha256, attached_by, attached_at)
              values (?, ?, ?, ?, ?, ?, ?)""")
          .params(
              documentId,
              file.name(),
              file.contentType(),
              file.content().length,
              file.sha256(),
              username,
              Utc.now(clock))
          .update(key, "id");
    } catch (DuplicateKeyException e) {
      throw new DocumentRefused("attached-already");
    }
    var id = key.getKey().longValue();
    jdbc.sql("insert into signed_copy_content (copy_id, content) values (?, ?)")
        .params(id, file.content())
        .update();
    for (var i = 0; i < found.size(); i++) {
      add(id, i + 1, found.get(i));
    }
  }

  private void add(long id, int number, PdfSignature signature) {
    jdbc.sql(
            """
            insert into signed_copy_signature
              (copy_id, number, validity, signer, issuer, trust, signed_at)
            values (?, ?, ?, left(?, 300), left(?, 300), ?, ?)""")
        .params(
            Arrays.asList(
                id,
                number,
                signature.validity().name(),
                signature.signer(),
                signature.issuer(),
                signature.trust().name(),
                signature.signedAt() == null ? null : Utc.of(signature.signedAt())))
        .update();
  }

  private record Attached(long documentId, SignedCopy copy) {}

  /** The copies of each document, the latest first. */
  Map<Long, List<SignedCopy>> of(Collection<Long> documentIds) {
    if (documentIds.isEmpty()) {
      return Map.of();
    }
    var signed = signaturesOf(documentIds);
    return jdbc
        .sql(
            """
            select c.*, coalesce(a.display_name, c.attached_by) as by_name
            from signed_copy c left join account a on a.username = c.attached_by
            where c.document_id in (:documents) order by c.id desc limit 500""")
        .param("documents", documentIds)
        .query((row, n) -> attached(row, signed))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Attached::documentId, Collectors.mapping(Attached::copy, Collectors.toList())));
  }

  /** A copy's file, if it belongs to the document. */
  Optional<Download> content(long documentId, long copyId) {
    return jdbc.sql(
            """
            select c.name, c.content_type, b.content from signed_copy c
            join signed_copy_content b on b.copy_id = c.id
            where c.document_id = ? and c.id = ?""")
        .params(documentId, copyId)
        .query(
            (row, n) ->
                new Download(
                    row.getString("name"), row.getString("content_type"), row.getBytes("content")))
        .optional();
  }

  private Map<Long, List<PdfSignature>> signaturesOf(Collection<Long> documentIds) {
    return jdbc
        .sql(
            """
            select s.* from signed_copy_signature s join signed_copy c on c.id = s.copy_id
            where c.document_id in (:documents) order by s.copy_id, s.number""")
        .param("documents", documentIds)
        .query((row, n) -> Map.entry(row.getLong("copy_id"), signature(row)))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private static Attached attached(ResultSet row, Map<Long, List<PdfSignature>> signed)
      throws SQLException {
    var id = row.getLong("id");
    return new Attached(
        row.getLong("document_id"),
        new SignedCopy(
            id,
            row.getString("name"),
            row.getString("content_type"),
            row.getLong("size"),
            row.getString("sha256"),
            row.getString("by_name"),
            Utc.instant(row, "attached_at"),
            signed.getOrDefault(id, List.of())));
  }

  private static PdfSignature signature(ResultSet row) throws SQLException {
    return new PdfSignature(
        Validity.valueOf(row.getString("validity")),
        row.getString("signer"),
        row.getString("issuer"),
        Trust.valueOf(row.getString("trust")),
        row.getObject("signed_at") == null ? null : Utc.instant(row, "signed_at"));
  }
}
