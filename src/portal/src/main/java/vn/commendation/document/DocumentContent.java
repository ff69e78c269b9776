package vn.commendation.document;

import java.time.LocalDate;
import java.util.Map;

/**
 * What one document says, before it is put into a template.
 *
 * @param title what it is about, as lists show it (trích yếu)
 * @param draft not signed or not numbered yet: every page carries the watermark DỰ THẢO
 * @param symbol number and symbol such as {@code 05/QĐ-SKHCN}; {@code null} until it is registered
 * @param date of issue; {@code null} until it is known
 * @param values by the name of the field: a {@code String}, a {@code Boolean}, {@code null} for
 *     nothing, or a {@code List<Map<String, Object>>} of rows; they are data and never template
 */
public record DocumentContent(
    String title, boolean draft, String symbol, LocalDate date, Map<String, Object> values) {}
