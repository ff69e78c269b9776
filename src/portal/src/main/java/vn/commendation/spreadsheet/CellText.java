package vn.commendation.spreadsheet;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Workbook;

/**
 * Writes texts that somebody typed into cells so that they stay texts: an office program that opens
 * or saves the file again never takes one for a formula (formula injection).
 */
public final class CellText {

  /** The most characters a cell of this format holds. */
  private static final int LONGEST = 32_767;

  private static final String STARTS_A_FORMULA = "=+-@\t\r";

  private final CellStyle plain;
  private final CellStyle quoted;

  /**
   * For one look.
   *
   * @param plain what an ordinary text looks like
   */
  public CellText(Workbook workbook, CellStyle plain) {
    this.plain = plain;
    this.quoted = workbook.createCellStyle();
    quoted.cloneStyleFrom(plain);
    quoted.setQuotePrefixed(true);
  }

  /** Fills a cell; a text that is too long for any cell ends with an ellipsis. */
  public void write(Cell cell, String text) {
    cell.setCellStyle(plain);
    if (text == null || text.isEmpty()) {
      return;
    }
    if (STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0) {
      cell.setCellStyle(quoted);
    }
    cell.setCellValue(text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text);
  }
}
