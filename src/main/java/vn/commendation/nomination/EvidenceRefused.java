package vn.commendation.nomination;

import java.util.List;

/** A file was not taken as evidence. */
public class EvidenceRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String code;
  private final transient List<String> args;

  public EvidenceRefused(String code, String... args) {
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
