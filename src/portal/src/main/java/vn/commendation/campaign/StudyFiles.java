package vn.commendation.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.commendation.storage.CheckedFile;
import vn.commendation.storage.Download;
import vn.commendation.storage.Utc;

/** The files of documents to be studied, one per version at most; none is changed or removed. */
@Component
class StudyFiles {

  private final JdbcClient jdbc;
  private final Clock clock;

  StudyFiles(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** One version of one document. */
  record Key(long documentId, int version) {

    static Key of(ResultSet row) throws SQLException {
      return new Key(row.getLong("document_id"), row.getInt("version"));
    }
  }

  /** The files of a campaign's library, without their bytes. */
  Map<Key, StudyFile> of(long campaignId) {
    return jdbc
        .sql(
            """
            select f.* from study_file f join study_document d on d.id = f.document_id
            where d.campaign_id = ? and d.removed_at is null""")
        .param(campaignId)
        .query((row, n) -> Map.entry(Key.of(row), file(row)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  void add(Key key, CheckedFile file, String username) {
    jdbc.sql(
            """
            insert into study_file
              (document_id, version, name, content_type, size, sha256, uploaded_by, uploaded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            key.documentId(),
            key.version(),
            file.name(),
            file.contentType(),
            file.content().length,
            file.sha256(),
            username,
            Utc.now(clock))
        .update();
    jdbc.sql("insert into study_file_content (document_id, version, content) values (?, ?, ?)")
        .params(key.documentId(), key.version(), file.content())
        .update();
  }

  Optional<Download> content(Key key) {
    return jdbc.sql(
            """
            select f.name, f.content_type, c.content from study_file f
            join study_file_content c on c.document_id = f.document_id and c.version = f.version
            where f.document_id = ? and f.version = ?""")
        .params(key.documentId(), key.version())
        .query(
            (row, n) ->
                new Download(
                    row.getString("name"), row.getString("content_type"), row.getBytes("content")))
        .optional();
  }

  private static StudyFile file(ResultSet row) throws SQLException {
    return new StudyFile(
        row.getString("name"),
        row.getString("content_type"),
        row.getLong("size"),
        Utc.instant(row, "uploaded_at"));
  }
}
