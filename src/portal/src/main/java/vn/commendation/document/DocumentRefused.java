package vn.commendation.document;

import java.util.List;

/** A formal document cannot be drawn up, read or attached as asked. */
public class DocumentRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String code;
  private final transient List<Object> args;

  public DocumentRefused(String code, Object... args) {
    super(code + (args.length == 0 ? "" : " " + List.of(args)));
    this.code = code;
    this.args = List.of(args);
  }

  /** The text is {@code document-refused.<code>}. */
  public String code() {
    return code;
  }

  public List<Object> args() {
    return args;
  }
}
