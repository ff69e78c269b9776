package vn.commendation.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.audit.AuditTrail;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.storage.CheckedFile;
import vn.commendation.storage.Download;
import vn.commendation.storage.FileKind;
import vn.commendation.storage.Hashes;
import vn.commendation.storage.Upload;
import vn.commendation.storage.Utc;

/**
 * The templates of the documents: one DOCX for each kind, built in and replaceable by the Office
 * without a developer. Every version stays; the last one is in force.
 */
@Service
@Transactional(readOnly = true)
public class DocumentTemplates {

  static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  private final DocumentSources sources;
  private final TemplateCheck check;
  private final JdbcClient jdbc;
  private final Directory directory;
  private final AuditTrail audit;
  private final Clock clock;
  private final Map<String, Current> parsed = new ConcurrentHashMap<>();

  DocumentTemplates(
      DocumentSources sources,
      TemplateCheck check,
      JdbcClient jdbc,
      Directory directory,
      AuditTrail audit,
      Clock clock) {
    this.sources = sources;
    this.check = check;
    this.jdbc = jdbc;
    this.directory = directory;
    this.audit = audit;
    this.clock = clock;
  }

  /** The template in force, parsed once. */
  record Current(int version, String sha256, WordTemplate template) {}

  /** Whether the account may change templates. */
  public boolean mayKeep(String username) {
    return mayKeep(directory.account(username));
  }

  private static boolean mayKeep(Account account) {
    return account.has(Role.OFFICE_OFFICER, Role.OFFICE_CHIEF, Role.ADMIN);
  }

  /** Every kind that has documents, with its template in force. */
  public List<TemplateSummary> list() {
    var newest = new HashMap<DocumentKind, TemplateVersion>();
    jdbc.sql(
            """
            select t.kind, t.version, t.name, t.sha256, t.size, t.origin, t.uploaded_at,
              coalesce(a.display_name, t.uploaded_by) as by_name
            from document_template t left join account a on a.username = t.uploaded_by
            where t.version = (
              select max(n.version) from document_template n where n.kind = t.kind)""")
        .query((row, n) -> Map.entry(DocumentKind.valueOf(row.getString("kind")), version(row)))
        .list()
        .forEach(entry -> newest.put(entry.getKey(), entry.getValue()));
    return sources.kinds().stream()
        .map(kind -> new TemplateSummary(kind, newest.get(kind)))
        .toList();
  }

  /** The fields that a template of this kind may use. */
  public List<DocumentField> fields(DocumentKind kind) {
    requireKnown(kind);
    return sources.fields(kind);
  }

  /** Uploaded versions, the latest first; the built-in one is not among them. */
  public List<TemplateVersion> versions(DocumentKind kind) {
    return jdbc.sql(
            """
            select t.version, t.name, t.sha256, t.size, t.origin, t.uploaded_at,
              coalesce(a.display_name, t.uploaded_by) as by_name
            from document_template t left join account a on a.username = t.uploaded_by
            where t.kind = ? order by t.version desc limit 200""")
        .param(kind.name())
        .query((row, n) -> version(row))
        .list();
  }

  /**
   * A version to edit in Word.
   *
   * @param version 0 for the built-in one
   * @throws DocumentRefused if there is none
   */
  public Download download(DocumentKind kind, int version) {
    requireKnown(kind);
    return new Download(kind.fileName() + ".docx", WORD, content(kind, version));
  }

  /**
   * Puts a changed template into force.
   *
   * @throws vn.commendation.storage.FileRefused if it is no DOCX
   * @throws DocumentRefused if documents cannot be drawn up with it; {@link DocumentRefused#args()}
   *     are the {@link TemplateProblem}s
   */
  @Transactional
  public void upload(DocumentKind kind, Upload upload, String username) {
    var account = requireKeeper(username);
    requireKnown(kind);
    var file = CheckedFile.of(upload, Set.of(FileKind.DOCX));
    var problems = check.problems(file.content(), sources.fields(kind));
    if (!problems.isEmpty()) {
      throw new DocumentRefused("template", problems.toArray());
    }
    store(kind, file.name(), file.content(), file.sha256(), null, account);
  }

  /**
   * Puts an earlier version into force again, as a new version.
   *
   * @param version 0 for the built-in one
   */
  @Transactional
  public void restore(DocumentKind kind, int version, String username) {
    var account = requireKeeper(username);
    requireKnown(kind);
    var content = content(kind, version);
    var problems = check.problems(content, sources.fields(kind));
    if (!problems.isEmpty()) {
      throw new DocumentRefused("template", problems.toArray());
    }
    store(kind, kind.fileName() + ".docx", content, Hashes.sha256(content), version, account);
  }

  Current current(DocumentKind kind) {
    var version = last(kind);
    return parsed.computeIfAbsent(
        kind + " " + version,
        key -> {
          var content = content(kind, version);
          return new Current(version, Hashes.sha256(content), WordTemplate.read(content));
        });
  }

  private int last(DocumentKind kind) {
    return jdbc.sql("select coalesce(max(version), 0) from document_template where kind = ?")
        .param(kind.name())
        .query(Integer.class)
        .single();
  }

  private byte[] content(DocumentKind kind, int version) {
    if (version == 0) {
      return builtIn(kind);
    }
    return jdbc.sql("select content from document_template where kind = ? and version = ?")
        .params(kind.name(), version)
        .query((row, n) -> row.getBytes("content"))
        .optional()
        .orElseThrow(() -> new DocumentRefused("not-found"));
  }

  static byte[] builtIn(DocumentKind kind) {
    try (var stream =
        new ClassPathResource("documents/" + kind.fileName() + ".docx").getInputStream()) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void store(
      DocumentKind kind,
      String name,
      byte[] content,
      String sha256,
      Integer origin,
      Account account) {
    // of two uploads at once the key lets one in
    var version = last(kind) + 1;
    try {
      jdbc.sql(
              """
              insert into document_template
                (kind, version, name, sha256, size, origin, uploaded_by, uploaded_at, content)
              values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
          .params(
              Arrays.asList(
                  kind.name(),
                  version,
                  name,
                  sha256,
                  content.length,
                  origin,
                  account.username(),
                  Utc.now(clock),
                  content))
          .update();
    } catch (DuplicateKeyException e) {
      throw new DocumentRefused("template-overtaken");
    }
    audit.append(
        account.username(),
        account.displayName(),
        "document.template-changed",
        kind.name(),
        String.valueOf(version));
  }

  private Account requireKeeper(String username) {
    var account = directory.account(username);
    if (!mayKeep(account)) {
      throw new DocumentRefused("forbidden");
    }
    return account;
  }

  private void requireKnown(DocumentKind kind) {
    if (sources.of(kind).isEmpty()) {
      throw new DocumentRefused("not-found");
    }
  }

  private static TemplateVersion version(ResultSet row) throws SQLException {
    var origin = row.getInt("origin");
    return new TemplateVersion(
        row.getInt("version"),
        row.getString("name"),
        row.getString("sha256"),
        row.getLong("size"),
        row.wasNull() ? null : origin,
        row.getString("by_name"),
        Utc.instant(row, "uploaded_at"));
  }
}
