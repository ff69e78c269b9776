package vn.commendation.document;

import java.time.LocalDate;

/**
 * A number from the register.
 *
 * @param symbol the number as it is written on the document, such as {@code 05/QĐ-SKHCN}
 */
public record RegisteredNumber(DocumentType type, int number, String symbol, LocalDate date) {}
