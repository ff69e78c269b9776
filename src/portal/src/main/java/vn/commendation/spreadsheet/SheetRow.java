package vn.commendation.spreadsheet;

import java.util.List;

/**
 * A row that is not empty.
 *
 * @param number as the office program shows it, the first row of a sheet is 1
 * @param cells by the order of the headings asked for, composed (NFC) and stripped; empty for an
 *     empty cell; a day as {@code 2026-02-05}
 */
public record SheetRow(int number, List<String> cells) {}
