package vn.commendation.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.apache.tika.Tika;

/**
 * A file the house takes: its kind is told by the content and not by the name.
 *
 * @param name without any folder
 * @param sha256 checksum, in hexadecimal digits
 */
public record CheckedFile(String name, String contentType, byte[] content, String sha256) {

  public static final int MOST_BYTES = 20 * 1024 * 1024;

  private static final int LONGEST_NAME = 200;
  private static final Tika TIKA = new Tika();

  /**
   * Reads and checks what somebody sends.
   *
   * @throws FileRefused if it is empty, larger than {@link #MOST_BYTES}, of no kind that is
   *     allowed, or not what its name promises
   */
  public static CheckedFile of(Upload upload, Set<FileKind> allowed) {
    var name = baseName(upload.name());
    var content = read(name, upload);
    var kind =
        FileKind.promisedBy(name)
            .filter(allowed::contains)
            .orElseThrow(() -> new FileRefused("type-not-allowed", name));
    if (!kind.looksLike(TIKA.detect(content))
        || kind == FileKind.DOCX && !isWordDocument(content)) {
      throw new FileRefused("content-mismatch", name);
    }
    return new CheckedFile(name, kind.contentType(), content, Hashes.sha256(content));
  }

  private static byte[] read(String name, Upload upload) {
    try {
      var bytes = upload.content().readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new FileRefused("too-large", name, String.valueOf(MOST_BYTES / 1024 / 1024));
      }
      if (bytes.length == 0) {
        throw new FileRefused("empty", name);
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
    return name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
  }
}
