package vn.commendation.spreadsheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * An empty sheet to fill in: headings, drop-downs, days as days, a second sheet with what may be
 * chosen and a third with what to know.
 */
public final class SheetTemplate {

  private static final int CHARACTER = 256;
  private static final int LISTED = 44;
  private static final int GUIDE = 110;
  private static final int LONGEST_PROMPT = 250;
  private static final String FIRST_DAY = "DATE(1990,1,1)";
  private static final String LAST_DAY = "DATE(2100,12,31)";
  private static final String FONT = "Times New Roman";

  private final String title;
  private final int rows;
  private final List<Column> columns = new ArrayList<>();

  private record Column(
      Heading heading, int width, String prompt, List<String> choices, boolean strict) {}

  /**
   * A sheet without columns yet.
   *
   * @param title of its tab
   * @param rows below the headings that get drop-downs
   */
  public SheetTemplate(String title, int rows) {
    this.title = title;
    this.rows = rows;
  }

  /**
   * A column of texts or days.
   *
   * @param width in characters
   * @param prompt shown beside a chosen cell; {@code null} for none
   */
  public SheetTemplate column(Heading heading, int width, String prompt) {
    columns.add(new Column(heading, width, prompt, List.of(), false));
    return this;
  }

  /**
   * A column with a drop-down.
   *
   * @param strict whether the office program refuses anything else
   */
  public SheetTemplate choice(
      Heading heading, int width, String prompt, List<String> choices, boolean strict) {
    columns.add(new Column(heading, width, prompt, choices, strict));
    return this;
  }

  /**
   * The file.
   *
   * @param lists title of the sheet with what may be chosen
   * @param guide title of the sheet with what to know
   * @param lines what to know; the first is the heading
   */
  public byte[] file(String lists, String guide, List<String> lines) {
    try (var workbook = new XSSFWorkbook();
        var content = new ByteArrayOutputStream()) {
      var sheet = workbook.createSheet(title);
      var choices = workbook.createSheet(lists);
      writeHeadings(workbook, sheet);
      for (var index = 0; index < columns.size(); index++) {
        format(workbook, sheet, index);
        var column = columns.get(index);
        if (!column.choices().isEmpty()) {
          list(workbook, choices, index);
          offer(sheet, choices, index);
        } else if (column.heading().date()) {
          askForDay(sheet, index);
        } else if (column.prompt() != null) {
          // any text will do, but the prompt is shown
          var any =
              sheet
                  .getDataValidationHelper()
                  .createTextLengthConstraint(OperatorType.GREATER_OR_EQUAL, "0", null);
          validate(sheet, index, any, false);
        }
      }
      if (!lines.isEmpty()) {
        writeGuide(workbook, workbook.createSheet(guide), lines);
      }
      workbook.write(content);
      return content.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writeHeadings(XSSFWorkbook workbook, XSSFSheet sheet) {
    var look = workbook.createCellStyle();
    look.setFont(font(workbook, true));
    look.setWrapText(true);
    look.setVerticalAlignment(VerticalAlignment.CENTER);
    look.setFillForegroundColor(IndexedColors.LIGHT_YELLOW.getIndex());
    look.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    var row = sheet.createRow(0);
    row.setHeightInPoints(36);
    for (var index = 0; index < columns.size(); index++) {
      var cell = row.createCell(index);
      cell.setCellValue(columns.get(index).heading().name());
      cell.setCellStyle(look);
    }
    sheet.createFreezePane(0, 1);
    sheet.getPrintSetup().setLandscape(true);
    sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setFitHeight((short) 0);
  }

  /** Days are days, and everything else stays what was typed. */
  private void format(XSSFWorkbook workbook, XSSFSheet sheet, int index) {
    var column = columns.get(index);
    var look = workbook.createCellStyle();
    look.setFont(font(workbook, false));
    look.setWrapText(true);
    look.setVerticalAlignment(VerticalAlignment.TOP);
    look.setDataFormat(
        workbook.createDataFormat().getFormat(column.heading().date() ? "dd/mm/yyyy" : "@"));
    sheet.setDefaultColumnStyle(index, look);
    sheet.setColumnWidth(index, column.width() * CHARACTER);
  }

  private void list(XSSFWorkbook workbook, XSSFSheet choices, int index) {
    var column = columns.get(index);
    choices.setColumnWidth(index, LISTED * CHARACTER);
    var bold = workbook.createCellStyle();
    bold.setFont(font(workbook, true));
    var text = new CellText(workbook, plain(workbook));
    new CellText(workbook, bold).write(cell(choices, 0, index), column.heading().name());
    for (var row = 0; row < column.choices().size(); row++) {
      text.write(cell(choices, row + 1, index), column.choices().get(row));
    }
  }

  private void offer(XSSFSheet sheet, XSSFSheet choices, int index) {
    var letter = CellReference.convertNumToColString(index);
    var range =
        "'%s'!$%s$2:$%s$%d"
            .formatted(
                choices.getSheetName().replace("'", "''"),
                letter,
                letter,
                columns.get(index).choices().size() + 1);
    validate(
        sheet,
        index,
        sheet.getDataValidationHelper().createFormulaListConstraint(range),
        columns.get(index).strict());
  }

  private void askForDay(XSSFSheet sheet, int index) {
    validate(
        sheet,
        index,
        sheet
            .getDataValidationHelper()
            .createDateConstraint(OperatorType.BETWEEN, FIRST_DAY, LAST_DAY, "dd/mm/yyyy"),
        false);
  }

  private void validate(
      XSSFSheet sheet, int index, DataValidationConstraint constraint, boolean strict) {
    var column = columns.get(index);
    var validation =
        sheet
            .getDataValidationHelper()
            .createValidation(constraint, new CellRangeAddressList(1, rows, index, index));
    validation.setEmptyCellAllowed(true);
    validation.setShowErrorBox(strict);
    validation.setErrorStyle(DataValidation.ErrorStyle.STOP);
    if (column.prompt() != null) {
      validation.createPromptBox(
          shortened(column.heading().name(), 31), shortened(column.prompt(), LONGEST_PROMPT));
      validation.setShowPromptBox(true);
    }
    // for this format POI has the sense of it the wrong way round
    validation.setSuppressDropDownArrow(true);
    sheet.addValidationData(validation);
  }

  private static void writeGuide(XSSFWorkbook workbook, XSSFSheet sheet, List<String> lines) {
    sheet.setColumnWidth(0, GUIDE * CHARACTER);
    var plain = plain(workbook);
    plain.setWrapText(true);
    var bold = workbook.createCellStyle();
    bold.setFont(font(workbook, true));
    for (var row = 0; row < lines.size(); row++) {
      new CellText(workbook, row == 0 ? bold : plain).write(cell(sheet, row, 0), lines.get(row));
    }
  }

  private static Cell cell(XSSFSheet sheet, int row, int column) {
    var line = sheet.getRow(row);
    return (line == null ? sheet.createRow(row) : line).createCell(column);
  }

  private static CellStyle plain(XSSFWorkbook workbook) {
    var look = workbook.createCellStyle();
    look.setFont(font(workbook, false));
    look.setVerticalAlignment(VerticalAlignment.TOP);
    return look;
  }

  private static Font font(XSSFWorkbook workbook, boolean bold) {
    var font = workbook.createFont();
    font.setFontName(FONT);
    font.setFontHeightInPoints((short) 12);
    font.setBold(bold);
    return font;
  }

  private static String shortened(String text, int most) {
    return text.length() > most ? text.substring(0, most - 1) + "…" : text;
  }
}
