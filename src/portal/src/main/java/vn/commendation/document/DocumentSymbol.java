package vn.commendation.document;

import java.time.LocalDate;

/**
 * How the number of a type of document is written (NĐ 30/2020/NĐ-CP, Appendix I).
 *
 * @param pattern with {@code {number}} where the number stands
 * @param validTo last day; {@code null} for an open end
 * @param verified whether the abbreviation has been seen on a document of the organisation
 */
public record DocumentSymbol(
    DocumentType type,
    String pattern,
    LocalDate validFrom,
    LocalDate validTo,
    String basis,
    boolean verified) {

  /** The number as it is written: with two digits at least. */
  String of(int number) {
    return pattern.replace("{number}", "%02d".formatted(number));
  }

  boolean validOn(LocalDate day) {
    return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
  }
}
