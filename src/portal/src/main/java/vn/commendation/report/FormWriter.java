package vn.commendation.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.RegionUtil;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A statistical form as a sheet of the layout the circular prints: number and basis, title, who
 * reports to whom, headings with their letters, the rows, and who signs. A4 landscape, one page
 * wide. What is not Vietnamese is nothing: the form goes to an authority.
 */
final class FormWriter {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final String FONT = "Times New Roman";
  private static final double MILLIMETRE = 1 / 25.4;
  private static final int CHARACTER = 256;
  private static final int LABEL_CHARACTERS = 42;
  private static final int NARROW = 7;
  private static final int MEASURE_CHARACTERS = 11;
  private static final int ALL_FIGURES_CHARACTERS = 84;
  private static final int MOST_FIGURE_CHARACTERS = 22;
  private static final int LEAST_FIGURE_CHARACTERS = 7;
  private static final double LETTERS_PER_DIGIT = 1.15;
  private static final float LINE = 14.5f;

  private final XSSFWorkbook workbook = new XSSFWorkbook();
  private final FormSheet filled;
  private final XSSFSheet sheet;
  private final int fixed;
  private final int last;
  private final int width;
  private int next;

  private FormWriter(FormSheet filled) {
    this.filled = filled;
    this.sheet = workbook.createSheet("Biểu " + filled.form().code());
    this.fixed = filled.form().rowMeasure() ? 3 : 2;
    this.last = fixed + filled.form().columns().size() - 1;
    this.width =
        Math.clamp(
            ALL_FIGURES_CHARACTERS / filled.form().columns().size(),
            LEAST_FIGURE_CHARACTERS,
            MOST_FIGURE_CHARACTERS);
  }

  static byte[] write(FormSheet filled) {
    var writer = new FormWriter(filled);
    try (writer.workbook;
        var content = new ByteArrayOutputStream()) {
      writer.fill();
      writer.workbook.write(content);
      return content.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void fill() {
    sheet.setColumnWidth(0, LABEL_CHARACTERS * CHARACTER);
    sheet.setColumnWidth(1, NARROW * CHARACTER);
    if (filled.form().rowMeasure()) {
      sheet.setColumnWidth(2, MEASURE_CHARACTERS * CHARACTER);
    }
    for (var column = fixed; column <= last; column++) {
      sheet.setColumnWidth(column, width * CHARACTER);
    }
    head();
    var firstOfTable = next;
    headings();
    var body = next;
    rows();
    notes();
    signatures();
    print(firstOfTable, body);
  }

  private void head() {
    var form = filled.form();
    var period = filled.period();
    // number on the left, who reports on the right, as wide as half the sheet each
    var middle = last <= fixed + 1 ? 0 : (last + 1) / 3;
    var bold = style(true, false, HorizontalAlignment.LEFT, 11);
    var plain = style(false, false, HorizontalAlignment.LEFT, 11);
    pair("Biểu số: " + form.number(), bold, middle, "Đơn vị báo cáo: " + filled.reporter(), bold);
    pair(
        "Ban hành theo " + form.basis(),
        plain,
        middle,
        "Đơn vị nhận báo cáo: " + filled.receiver(),
        bold);
    pair("Ngày nhận báo cáo: " + period.dueOn().format(DAY), plain, middle, "", plain);
    next++;
    line(form.title().toUpperCase(Locale.forLanguageTag("vi")), titleStyle(), 0, last)
        .setHeightInPoints(lines(form.title(), 80) * 18f);
    line("Năm " + period.year(), style(true, false, HorizontalAlignment.CENTER, 12), 0, last);
    line(
        "(Số liệu từ ngày %s đến ngày %s)"
            .formatted(period.from().format(DAY), period.to().format(DAY)),
        style(false, true, HorizontalAlignment.CENTER, 11),
        0,
        last);
    if (form.measure() != null) {
      line(
          "Đơn vị tính: " + form.measure(),
          style(false, true, HorizontalAlignment.RIGHT, 11),
          0,
          last);
    } else {
      next++;
    }
  }

  private void pair(
      String left, CellStyle leftStyle, int middle, String right, CellStyle rightStyle) {
    var row = sheet.createRow(next);
    text(next, 0, left, leftStyle);
    if (middle > 0) {
      sheet.addMergedRegion(new CellRangeAddress(next, next, 0, middle));
    }
    if (!right.isEmpty()) {
      text(next, middle + 1, right, rightStyle);
      if (last > middle + 1) {
        sheet.addMergedRegion(new CellRangeAddress(next, next, middle + 1, last));
      }
    }
    var rightWidth = 0;
    for (var column = middle + 1; column <= last; column++) {
      rightWidth += sheet.getColumnWidth(column) / CHARACTER;
    }
    var leftWidth = 0;
    for (var column = 0; column <= middle; column++) {
      leftWidth += sheet.getColumnWidth(column) / CHARACTER;
    }
    row.setHeightInPoints(
        LINE * Math.max(lines(left, leftWidth), lines(right, Math.max(rightWidth, 1))));
    next++;
  }

  private void headings() {
    var first = next;
    var levels = filled.headings();
    var style = cell(true, HorizontalAlignment.CENTER);
    fixed(first, levels.size(), 0, "", style);
    fixed(first, levels.size(), 1, "Mã số", style);
    if (filled.form().rowMeasure()) {
      fixed(first, levels.size(), 2, "Đơn vị tính", style);
    }
    for (var level = 0; level < levels.size(); level++) {
      var tallest = 1;
      row(first + level);
      for (var heading : levels.get(level)) {
        var left = fixed + heading.column() - 1;
        text(first + level, left, heading.text(), style);
        merge(
            first + level,
            first + level + heading.rows() - 1,
            left,
            left + heading.columns() - 1,
            style);
        var needed = lines(heading.text(), width * heading.columns());
        tallest = Math.max(tallest, (needed + heading.rows() - 1) / heading.rows());
      }
      sheet.getRow(first + level).setHeightInPoints(LINE * tallest + 3);
    }
    next = first + levels.size();
    text(next, 0, "A", style);
    text(next, 1, "B", style);
    if (filled.form().rowMeasure()) {
      text(next, 2, "C", style);
    }
    for (var letter : filled.letters()) {
      var left = fixed + letter.column() - 1;
      text(next, left, letter.text(), style);
      merge(next, next, left, left + letter.columns() - 1, style);
    }
    next++;
  }

  private void fixed(int first, int rows, int column, String text, CellStyle style) {
    text(first, column, text, style);
    merge(first, first + rows - 1, column, column, style);
  }

  private void rows() {
    var label = cell(false, HorizontalAlignment.LEFT);
    var heading = cell(true, HorizontalAlignment.LEFT);
    var middle = cell(false, HorizontalAlignment.CENTER);
    var figure = figure(false);
    var entered = figure(true);
    var total = figure(false);
    total.setFont(font(true, false, 11));
    for (var line : filled.lines()) {
      var row = line.row();
      var outer = row.depth() == 0;
      var style = outer ? heading : indented(label, row.depth());
      text(next, 0, row.marked(), style);
      text(next, 1, row.heading() ? "" : row.number(), middle);
      if (filled.form().rowMeasure()) {
        text(next, 2, row.measure() == null ? "" : row.measure(), middle);
      }
      for (var column = fixed; column <= last; column++) {
        var cell = row(next).createCell(column);
        if (line.figures().isEmpty()) {
          cell.setCellStyle(figure);
          continue;
        }
        var value = line.figures().get(column - fixed);
        cell.setCellValue(value.value());
        cell.setCellStyle(value.entered() > 0 ? entered : outer ? total : figure);
      }
      row(next)
          .setHeightInPoints(
              LINE * Math.max(1, lines(row.marked(), LABEL_CHARACTERS - 2 * row.depth())) + 3);
      next++;
    }
  }

  private void notes() {
    var small = style(false, true, HorizontalAlignment.LEFT, 10);
    note("Ký hiệu “-”: không có hiện tượng phát sinh.", small);
    if (filled.anyEntered()) {
      note("Số in nghiêng có nền: có phần do Văn phòng nhập, theo nguồn sau đây:", small);
      for (var entry : filled.entries()) {
        if (entry.cancelReason() == null) {
          note(
              "%s: %d; nguồn: %s; người nhập: %s."
                  .formatted(entry.label(), entry.amount(), entry.source(), entry.enteredBy()),
              small);
        }
      }
    }
  }

  private void note(String text, CellStyle style) {
    var total = 0;
    for (var column = 0; column <= last; column++) {
      total += sheet.getColumnWidth(column) / CHARACTER;
    }
    line(text, style, 0, last).setHeightInPoints(LINE * lines(text, total));
  }

  private void signatures() {
    next++;
    var place = style(false, true, HorizontalAlignment.CENTER, 11);
    var bold = style(true, false, HorizontalAlignment.CENTER, 11);
    var blocks =
        List.of(
            List.of("Người lập biểu", "(Ký, họ tên)"),
            List.of("Người kiểm tra biểu", "(Ký, họ tên)"),
            List.of("Thủ trưởng đơn vị", "(Ký, đóng dấu, họ tên)"));
    var borders = thirds();
    block(next, borders.get(4), borders.get(5), "……, ngày … tháng … năm ……", place);
    for (var index = 0; index < blocks.size(); index++) {
      var from = borders.get(2 * index);
      var to = borders.get(2 * index + 1);
      block(next + 1, from, to, blocks.get(index).getFirst(), bold);
      block(next + 2, from, to, blocks.get(index).getLast(), place);
    }
    next += 3;
  }

  /** First and last column of three blocks of about the same width. */
  private List<Integer> thirds() {
    if (last < fixed + 2) {
      return List.of(0, 0, 1, last == fixed ? fixed - 1 : fixed, last, last);
    }
    var second = fixed;
    var third = fixed + (last - fixed + 1) / 2;
    return List.of(0, fixed - 1, second, third - 1, third, last);
  }

  private void block(int row, int from, int to, String text, CellStyle style) {
    text(row, from, text, style);
    if (to > from) {
      sheet.addMergedRegion(new CellRangeAddress(row, row, from, to));
    }
    row(row).setHeightInPoints(LINE * 2);
  }

  private void print(int firstOfTable, int body) {
    var setup = sheet.getPrintSetup();
    setup.setLandscape(true);
    setup.setPaperSize(PaperSize.A4_PAPER);
    setup.setFitWidth((short) 1);
    setup.setFitHeight((short) 1);
    sheet.setFitToPage(true);
    sheet.setHorizontallyCenter(true);
    sheet.setMargin(PageMargin.TOP, 20 * MILLIMETRE);
    sheet.setMargin(PageMargin.BOTTOM, 15 * MILLIMETRE);
    sheet.setMargin(PageMargin.LEFT, 15 * MILLIMETRE);
    sheet.setMargin(PageMargin.RIGHT, 15 * MILLIMETRE);
    sheet.setRepeatingRows(new CellRangeAddress(firstOfTable, body - 1, -1, -1));
    sheet.getFooter().setRight("Trang &P/&N");
    workbook.setPrintArea(0, 0, last, 0, next - 1);
    sheet.createFreezePane(fixed, body);
  }

  private XSSFRow line(String text, CellStyle style, int from, int to) {
    text(next, from, text, style);
    sheet.addMergedRegion(new CellRangeAddress(next, next, from, to));
    return sheet.getRow(next++);
  }

  private void text(int row, int column, String text, CellStyle style) {
    var cell = row(row).createCell(column);
    cell.setCellValue(text);
    cell.setCellStyle(style);
  }

  private XSSFRow row(int number) {
    var row = sheet.getRow(number);
    return row == null ? sheet.createRow(number) : row;
  }

  private void merge(int top, int bottom, int left, int right, CellStyle style) {
    if (top == bottom && left == right) {
      return;
    }
    var region = new CellRangeAddress(top, bottom, left, right);
    sheet.addMergedRegion(region);
    RegionUtil.setBorderTop(style.getBorderTop(), region, sheet);
    RegionUtil.setBorderBottom(style.getBorderBottom(), region, sheet);
    RegionUtil.setBorderLeft(style.getBorderLeft(), region, sheet);
    RegionUtil.setBorderRight(style.getBorderRight(), region, sheet);
  }

  private XSSFCellStyle titleStyle() {
    return style(true, false, HorizontalAlignment.CENTER, 13);
  }

  private XSSFCellStyle style(
      boolean bold, boolean italic, HorizontalAlignment alignment, int points) {
    var style = workbook.createCellStyle();
    style.setFont(font(bold, italic, points));
    style.setAlignment(alignment);
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    style.setWrapText(true);
    return style;
  }

  private XSSFCellStyle cell(boolean bold, HorizontalAlignment alignment) {
    var style = style(bold, false, alignment, 11);
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
    return style;
  }

  private XSSFCellStyle indented(XSSFCellStyle style, int depth) {
    var indented = workbook.createCellStyle();
    indented.cloneStyleFrom(style);
    indented.setIndention((short) (depth - 1));
    return indented;
  }

  private XSSFCellStyle figure(boolean entered) {
    var style = cell(false, HorizontalAlignment.CENTER);
    style.setDataFormat(workbook.createDataFormat().getFormat("#,##0;-#,##0;\"-\""));
    if (entered) {
      style.setFont(font(true, true, 11));
      style.setFillForegroundColor(
          new XSSFColor(new byte[] {(byte) 0xF6, (byte) 0xEE, (byte) 0xD6}));
      style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }
    return style;
  }

  private XSSFFont font(boolean bold, boolean italic, int points) {
    var font = workbook.createFont();
    font.setFontName(FONT);
    font.setFontHeightInPoints((short) points);
    font.setBold(bold);
    font.setItalic(italic);
    return font;
  }

  /** How many lines a text needs in a width, which is told in digits: letters are narrower. */
  private static int lines(String text, int digits) {
    var characters = (int) (digits * LETTERS_PER_DIGIT);
    var lines = 1;
    var used = 0;
    for (var word : text.split(" ")) {
      if (used > 0 && used + 1 + word.length() > characters) {
        lines++;
        used = word.length();
      } else {
        used += word.length() + (used > 0 ? 1 : 0);
      }
    }
    return lines;
  }
}
