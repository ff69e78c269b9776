package vn.commendation.facts;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Sheets of Excel files (.xlsx) as plain text: formulas are not evaluated. */
final class Spreadsheet {

  /** Far more than a sheet of the allowed rows needs. */
  private static final long LARGEST_PART = 30L * 1024 * 1024;

  private static final int COLUMN_WIDTH = 24 * 256;

  static {
    // POI refuses a part that grows beyond it, or a hundredfold, when it is unpacked
    ZipSecureFile.setMaxEntrySize(LARGEST_PART);
  }

  private Spreadsheet() {}

  /** A row that is not empty; its line is counted from 1. */
  record Line(int number, List<String> cells) {}

  /**
   * The first sheet below its heading.
   *
   * @throws ImportRefused if it is no such file, has other headings or too many rows
   */
  static List<Line> read(byte[] content, List<String> headings, int mostRows) {
    try (var file = OPCPackage.open(new ByteArrayInputStream(content));
        var workbook = new XSSFWorkbook(file)) {
      if (workbook.getNumberOfSheets() == 0) {
        throw new ImportRefused("no-rows");
      }
      var formatter = new DataFormatter();
      var lines = new ArrayList<Line>();
      var headed = false;
      for (var row : workbook.getSheetAt(0)) {
        if (row.getRowNum() == 0) {
          headed = cells(row, headings.size(), formatter).equals(headings);
          continue;
        }
        var cells = cells(row, headings.size(), formatter);
        if (cells.stream().allMatch(String::isEmpty)) {
          continue;
        }
        if (lines.size() == mostRows) {
          throw new ImportRefused("too-many-rows", mostRows);
        }
        lines.add(new Line(row.getRowNum() + 1, cells));
      }
      if (!headed) {
        throw new ImportRefused("headings", String.join(", ", headings));
      }
      if (lines.isEmpty()) {
        throw new ImportRefused("no-rows");
      }
      return lines;
    } catch (ImportRefused refusal) {
      throw refusal;
    } catch (IOException | OpenXML4JException | RuntimeException e) {
      // a broken file makes POI stumble over anything
      throw new ImportRefused("unreadable");
    }
  }

  /** An empty sheet with these headings, and a second one that lists what may be filled in. */
  static byte[] template(String title, List<String> headings, Map<String, List<String>> values) {
    try (var workbook = new XSSFWorkbook();
        var content = new ByteArrayOutputStream()) {
      var bold = workbook.createCellStyle();
      var font = workbook.createFont();
      font.setBold(true);
      bold.setFont(font);
      // codes and dates stay what was typed
      var text = workbook.createCellStyle();
      text.setDataFormat(workbook.createDataFormat().getFormat("@"));
      var sheet = workbook.createSheet(title);
      var head = sheet.createRow(0);
      for (var column = 0; column < headings.size(); column++) {
        sheet.setDefaultColumnStyle(column, text);
        sheet.setColumnWidth(column, COLUMN_WIDTH);
        var cell = head.createCell(column);
        cell.setCellValue(headings.get(column));
        cell.setCellStyle(bold);
      }
      sheet.createFreezePane(0, 1);
      var help = workbook.createSheet("Danh mục");
      var column = 0;
      for (var list : values.entrySet()) {
        help.setColumnWidth(column, 2 * COLUMN_WIDTH);
        var heading = row(help, 0).createCell(column);
        heading.setCellValue(list.getKey());
        heading.setCellStyle(bold);
        for (var index = 0; index < list.getValue().size(); index++) {
          row(help, index + 1).createCell(column).setCellValue(list.getValue().get(index));
        }
        column++;
      }
      workbook.write(content);
      return content.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(Sheet sheet, int number) {
    var row = sheet.getRow(number);
    return row == null ? sheet.createRow(number) : row;
  }

  private static List<String> cells(Row row, int count, DataFormatter formatter) {
    var cells = new ArrayList<String>();
    for (var index = 0; index < count; index++) {
      cells.add(text(row.getCell(index), formatter));
    }
    return cells;
  }

  private static String text(Cell cell, DataFormatter formatter) {
    if (cell == null) {
      return "";
    }
    if (cell.getCellType() == CellType.FORMULA) {
      return "=" + cell.getCellFormula();
    }
    if (cell.getCellType() == CellType.NUMERIC && DateUtil.isCellDateFormatted(cell)) {
      return cell.getLocalDateTimeCellValue().toLocalDate().toString();
    }
    return formatter.formatCellValue(cell).strip();
  }
}
