package vn.commendation.nomination;

import java.io.InputStream;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.commendation.storage.CheckedFile;
import vn.commendation.storage.FileKind;
import vn.commendation.storage.FileRefused;
import vn.commendation.storage.Upload;

/** Evidence files: what is taken, and where it lies. */
@Component
class EvidenceStore {

  static final int MOST_FILES = 20;

  private static final Set<FileKind> TAKEN = EnumSet.allOf(FileKind.class);

  private final EvidenceFileRepository files;
  private final JdbcClient jdbc;
  private final Clock clock;

  EvidenceStore(EvidenceFileRepository files, JdbcClient jdbc, Clock clock) {
    this.files = files;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  List<EvidenceFile> filesOf(String nominationId) {
    return files.findByNominationIdAndRemovedAtIsNullOrderById(nominationId).stream()
        .map(EvidenceFileEntity::toFile)
        .toList();
  }

  /** The files of a nomination, removed ones too. */
  List<EvidenceFile> everAttachedTo(String nominationId) {
    return files.findByNominationIdOrderById(nominationId).stream()
        .map(EvidenceFileEntity::toFile)
        .toList();
  }

  /** Gives a new nomination the evidence of an earlier one. */
  void copy(String fromNominationId, String toNominationId, String username) {
    for (var file : filesOf(fromNominationId)) {
      var copy =
          files
              .save(
                  new EvidenceFileEntity(
                      toNominationId,
                      file.name(),
                      file.contentType(),
                      file.size(),
                      file.sha256(),
                      username,
                      clock.instant()))
              .toFile();
      jdbc.sql(
              """
              insert into evidence_content (file_id, content)
              select ?, content from evidence_content where file_id = ?""")
          .params(copy.id(), file.id())
          .update();
    }
  }

  EvidenceFile add(String nominationId, String username, String fileName, InputStream content) {
    var checked = CheckedFile.of(new Upload(fileName, content), TAKEN);
    if (filesOf(nominationId).size() >= MOST_FILES) {
      throw new FileRefused("too-many", checked.name(), String.valueOf(MOST_FILES));
    }
    var file =
        files
            .save(
                new EvidenceFileEntity(
                    nominationId,
                    checked.name(),
                    checked.contentType(),
                    checked.content().length,
                    checked.sha256(),
                    username,
                    clock.instant()))
            .toFile();
    jdbc.sql("insert into evidence_content (file_id, content) values (?, ?)")
        .params(file.id(), checked.content())
        .update();
    return file;
  }

  EvidenceFile remove(String nominationId, long fileId) {
    var file = find(nominationId, fileId);
    file.remove(clock.instant());
    return file.toFile();
  }

  EvidenceContent content(String nominationId, long fileId) {
    var file = find(nominationId, fileId).toFile();
    var content =
        jdbc.sql("select content from evidence_content where file_id = ?")
            .param(fileId)
            .query((row, n) -> row.getBytes(1))
            .single();
    return new EvidenceContent(file, content);
  }

  private EvidenceFileEntity find(String nominationId, long fileId) {
    return files
        .findByIdAndNominationIdAndRemovedAtIsNull(fileId, nominationId)
        .orElseThrow(() -> new NominationNotFound(nominationId));
  }
}
