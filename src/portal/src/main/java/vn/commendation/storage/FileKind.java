package vn.commendation.storage;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A kind of file the house takes: its endings, and what its content looks like. */
public enum FileKind {
  PDF("application/pdf", Set.of("pdf"), Set.of("application/pdf")),
  JPG("image/jpeg", Set.of("jpg", "jpeg"), Set.of("image/jpeg")),
  PNG("image/png", Set.of("png"), Set.of("image/png")),
  DOCX(
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      Set.of("docx"),
      Set.of("application/zip", "application/x-tika-ooxml"));

  private final String contentType;
  private final Set<String> endings;
  private final Set<String> seen;

  FileKind(String contentType, Set<String> endings, Set<String> seen) {
    this.contentType = contentType;
    this.endings = endings;
    this.seen = seen;
  }

  /** The kind a file's name promises. */
  static Optional<FileKind> promisedBy(String fileName) {
    var dot = fileName.lastIndexOf('.');
    var ending = dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(kind -> kind.endings.contains(ending)).findFirst();
  }

  /** Whether Tika sees this in such a file when it is not told the name. */
  boolean looksLike(String detected) {
    return seen.contains(detected);
  }

  String contentType() {
    return contentType;
  }
}
