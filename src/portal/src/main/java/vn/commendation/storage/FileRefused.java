package vn.commendation.storage;

import java.util.List;

/** A file somebody sent was not taken. */
public class FileRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String code;
  private final transient List<String> args;

  public FileRefused(String code, String... args) {
    super(code);
    this.code = code;
    this.args = List.of(args);
  }

  /**
   * {@code too-large}, {@code empty}, {@code type-not-allowed}, {@code content-mismatch} or {@code
   * too-many}.
   */
  public String code() {
    return code;
  }

  public List<String> args() {
    return args;
  }
}
