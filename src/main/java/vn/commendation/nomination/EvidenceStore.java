package vn.commendation.nomination;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.apache.tika.Tika;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Evidence files: what is taken, told by the content and not by the name, and where it lies. */
@Component
class EvidenceStore {

  static final int MOST_BYTES = 20 * 1024 * 1024;
  static final int MOST_FILES = 20;

  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  /** Allowed endings and what Tika sees in such a file when it is not told the name. */
  private static final Map<String, Set<String>> ALLOWED =
      Map.of(
          "pdf", Set.of("application/pdf"),
          "jpg", Set.of("image/jpeg"),
          "jpeg", Set.of("image/jpeg"),
          "png", Set.of("image/png"),
          "docx", Set.of("application/zip", "application/x-tika-ooxml"));

  private final EvidenceFileRepository files;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Tika tika = new Tika();

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
    var name = baseName(fileName);
    var bytes = read(name, content);
    var contentType = check(name, bytes);
    if (filesOf(nominationId).size() >= MOST_FILES) {
      throw new EvidenceRefused("too-many", name, String.valueOf(MOST_FILES));
    }
    var file =
        files
            .save(
                new EvidenceFileEntity(
                    nominationId,
                    name,
                    contentType,
                    bytes.length,
                    sha256(bytes),
                    username,
                    clock.instant()))
            .toFile();
    jdbc.sql("insert into evidence_content (file_id, content) values (?, ?)")
        .params(file.id(), bytes)
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

  private static byte[] read(String name, InputStream content) {
    try {
      var bytes = content.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new EvidenceRefused("too-large", name, String.valueOf(MOST_BYTES / 1024 / 1024));
      }
      if (bytes.length == 0) {
        throw new EvidenceRefused("empty", name);
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String check(String name, byte[] bytes) {
    var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    var expected = ALLOWED.get(ending);
    if (expected == null || !name.contains(".")) {
      throw new EvidenceRefused("type-not-allowed", name);
    }
    var seen = tika.detect(bytes);
    var word = ending.equals("docx");
    if (!expected.contains(seen) || word && !isWordDocument(bytes)) {
      throw new EvidenceRefused("content-mismatch", name);
    }
    return word ? DOCX : seen;
  }

  private static boolean isWordDocument(byte[] bytes) {
    Set<String> missing = new HashSet<>(Set.of("[Content_Types].xml", "word/document.xml"));
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (var entry = zip.getNextEntry();
          entry != null && !missing.isEmpty();
          entry = zip.getNextEntry()) {
        missing.remove(entry.getName());
      }
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
    return missing.isEmpty();
  }

  private static String baseName(String fileName) {
    var name = fileName == null ? "" : fileName.replaceAll("[\\p{Cntrl}]", "");
    name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).strip();
    return name.length() <= 200 ? name : name.substring(name.length() - 200);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
