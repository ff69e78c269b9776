package vn.commendation.document;

import java.util.List;

/**
 * A place in a template that a value fills. Its meaning for a clerk is the text {@code
 * document-field.<name>}.
 *
 * @param name as the template writes it: Vietnamese without marks, such as {@code so_ky_hieu}
 * @param sample what a template is tried with before it is accepted: a text or a {@code Boolean};
 *     {@code null} for rows
 * @param columns the fields of one row; empty unless it is a list of rows
 */
public record DocumentField(String name, Object sample, List<DocumentField> columns) {

  /** One text; a line break in the value is a line break in the document. */
  public static DocumentField text(String name, String sample) {
    return new DocumentField(name, sample, List.of());
  }

  /** Whether a part of the template stands there. */
  public static DocumentField flag(String name, boolean sample) {
    return new DocumentField(name, sample, List.of());
  }

  /** A list: what the template encloses is repeated for each row. */
  public static DocumentField rows(String name, DocumentField... columns) {
    return new DocumentField(name, null, List.of(columns));
  }

  /** Encloses what stands there or not. */
  public boolean flag() {
    return sample instanceof Boolean;
  }

  public boolean repeats() {
    return !columns.isEmpty();
  }
}
