package vn.commendation.spreadsheet;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.springframework.context.MessageSource;

/**
 * One export being written. Rows that were written leave the memory for a temporary file, so that a
 * list of any length takes the same memory.
 */
final class ExportFile<T> implements AutoCloseable {

  private static final int ROWS_IN_MEMORY = 100;
  private static final int WIDTH_OF_A_CHARACTER = 256;
  private static final int NARROWEST = 10;
  private static final int WIDEST = 42;
  private static final int WIDE = 60;
  private static final float LINE = 15.5f;
  private static final float HIGHEST = 409;
  private static final int LONGEST_SHEET_NAME = 31;
  private static final String FONT = "Times New Roman";
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

  private final ListExport<T> export;
  private final MessageSource messages;
  private final Locale locale;
  private final Clock clock;
  private final SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY);
  private final SXSSFSheet sheet;
  private final CellText text;
  private final CellText wrapped;
  private final CellText heading;
  private final CellStyle date;
  private final CellStyle minute;
  private final CellStyle number;
  private final int[] widths;
  private int headingRow;
  private int next;

  ExportFile(ListExport<T> export, MessageSource messages, Locale locale, Clock clock) {
    this.export = export;
    this.messages = messages;
    this.locale = locale;
    this.clock = clock;
    workbook.setCompressTempFiles(true);
    // not every program reads the large format, and no list needs it
    workbook.setZip64Mode(Zip64Mode.AsNeeded);
    sheet = workbook.createSheet(sheetName(message(export.title())));
    widths = new int[export.columns().size()];
    text = new CellText(workbook, style(false));
    wrapped = new CellText(workbook, style(true));
    heading = new CellText(workbook, headingStyle());
    date = style("dd/mm/yyyy");
    minute = style("dd/mm/yyyy hh:mm");
    number = style("General");
    writeHead();
  }

  void add(T row) {
    var line = sheet.createRow(next++);
    var lines = 1;
    for (var index = 0; index < widths.length; index++) {
      var column = export.columns().get(index);
      var cell = line.createCell(index);
      var shown = write(cell, column.value().apply(row), column.wide());
      widths[index] = Math.max(widths[index], shown);
      if (cell.getCellStyle().getWrapText()) {
        lines = Math.max(lines, lines(cell.getStringCellValue(), column.wide() ? WIDE : WIDEST));
      }
    }
    if (lines > 1) {
      // not every program finds out by itself
      line.setHeightInPoints(Math.min(HIGHEST, lines * LINE));
    }
  }

  /** How many lines a text takes in a column of so many characters. */
  private static int lines(String text, int width) {
    return text.lines().mapToInt(part -> Math.max(1, -Math.floorDiv(-part.length(), width))).sum();
  }

  /** Says below the list that it goes on. */
  void cut() {
    line(message("export.cut"), font(11, true));
  }

  int rows() {
    return next - headingRow - 1;
  }

  void send(OutputStream out) throws IOException {
    for (var index = 0; index < widths.length; index++) {
      var width =
          export.columns().get(index).wide()
              ? WIDE
              : Math.clamp(widths[index] + 2L, NARROWEST, WIDEST);
      sheet.setColumnWidth(index, width * WIDTH_OF_A_CHARACTER);
    }
    sheet.setAutoFilter(
        new CellRangeAddress(headingRow, Math.max(headingRow, next - 1), 0, widths.length - 1));
    workbook.write(out);
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }

  private void writeHead() {
    line(message("app.organisation"), font(11, false));
    line(message(export.title()).toUpperCase(locale), font(14, true));
    var filters =
        export.filters().stream()
            .map(filter -> message(filter.name()) + ": " + shown(filter.value()))
            .collect(Collectors.joining("; "));
    line(
        filters.isEmpty() ? message("export.no-filter") : message("export.filter", filters),
        font(11, false));
    line(
        message("export.at", MINUTE.withZone(clock.getZone()).format(clock.instant())),
        font(11, false));
    next++;
    headingRow = next;
    var row = sheet.createRow(next++);
    for (var index = 0; index < widths.length; index++) {
      var shown = message(export.columns().get(index).heading());
      heading.write(row.createCell(index), shown);
      widths[index] = shown.length() + 3;
    }
    sheet.createFreezePane(0, next);
    sheet.setRepeatingRows(new CellRangeAddress(headingRow, headingRow, 0, widths.length - 1));
    sheet.getPrintSetup().setLandscape(true);
    sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setFitWidth((short) 1);
    sheet.getPrintSetup().setFitHeight((short) 0);
  }

  private void line(String shown, Font font) {
    var style = workbook.createCellStyle();
    style.setFont(font);
    new CellText(workbook, style).write(sheet.createRow(next++).createCell(0), shown);
  }

  /** Fills a cell; returns about how many characters it shows. */
  private int write(Cell cell, Object value, boolean wide) {
    switch (value) {
      case null -> cell.setCellStyle(number);
      case LocalDate day -> {
        cell.setCellStyle(date);
        cell.setCellValue(day);
        return DATE.format(day).length();
      }
      case Instant instant -> {
        var local = LocalDateTime.ofInstant(instant, clock.getZone());
        cell.setCellStyle(minute);
        cell.setCellValue(local);
        return MINUTE.format(local).length();
      }
      case Number amount -> {
        cell.setCellStyle(number);
        cell.setCellValue(amount.doubleValue());
        return amount.toString().length();
      }
      default -> {
        var shown = shown(value);
        (wide || shown.length() > WIDEST ? wrapped : text).write(cell, shown);
        return shown.length();
      }
    }
    return 0;
  }

  private String shown(Object value) {
    return switch (value) {
      case Label label -> message(label.key(), label.args());
      case LocalDate day -> DATE.format(day);
      case Collection<?> several ->
          several.stream().map(this::shown).collect(Collectors.joining("; "));
      default -> value.toString();
    };
  }

  private String message(String key, Object... args) {
    return messages.getMessage(key, args, locale);
  }

  private CellStyle style(String format) {
    var style = style(false);
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    style.setAlignment(HorizontalAlignment.CENTER);
    return style;
  }

  private CellStyle style(boolean wrap) {
    var style = workbook.createCellStyle();
    style.setFont(font(11, false));
    style.setVerticalAlignment(VerticalAlignment.TOP);
    style.setWrapText(wrap);
    border(style);
    return style;
  }

  private CellStyle headingStyle() {
    var style = workbook.createCellStyle();
    style.setFont(font(11, true));
    style.setAlignment(HorizontalAlignment.CENTER);
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    style.setWrapText(true);
    style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    border(style);
    return style;
  }

  private static void border(CellStyle style) {
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
  }

  private Font font(int size, boolean bold) {
    var font = workbook.createFont();
    font.setFontName(FONT);
    font.setFontHeightInPoints((short) size);
    font.setBold(bold);
    return font;
  }

  /** The name of a tab knows neither some signs nor many characters. */
  private static String sheetName(String title) {
    var name = title.replaceAll("[\\[\\]:*?/\\\\]", " ");
    return name.length() > LONGEST_SHEET_NAME ? name.substring(0, LONGEST_SHEET_NAME) : name;
  }
}
