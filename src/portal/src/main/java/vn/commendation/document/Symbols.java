package vn.commendation.document;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/** Numbers and symbols where a file system must take them. */
final class Symbols {

  private Symbols() {}

  /** {@code 05/QĐ-SKHCN} as {@code 05-QD-SKHCN}. */
  static String plain(String symbol) {
    return Normalizer.normalize(symbol.replace('Đ', 'D').replace('đ', 'd'), Form.NFD)
        .replaceAll("\\p{M}", "")
        .replaceAll("[^A-Za-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }
}
