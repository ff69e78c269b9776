package vn.commendation.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.commendation.notification.Notices;
import vn.commendation.report.ResultFigures.Line;
import vn.commendation.spreadsheet.CellText;

/** The figures of a result report as a workbook, a table below the other. */
final class ResultWriter {

  private static final String FONT = "Times New Roman";
  private static final int COLUMNS = 8;
  private static final int LABEL_WIDTH = 52 * 256;
  private static final int LABEL_LETTERS = 56;
  private static final int WIDE_LETTERS = 150;
  private static final float LINE = 15.5f;
  private static final float HEAD_HEIGHT = 3 * LINE;
  private static final int FIGURE_WIDTH = 13 * 256;

  private final XSSFWorkbook workbook = new XSSFWorkbook();
  private final XSSFSheet sheet;
  private final Notices texts;
  private final CellStyle title;
  private final CellStyle section;
  private final CellStyle head;
  private final CellStyle figure;
  private final CellText label;
  private final CellText plain;
  private int next;

  private ResultWriter(Notices texts) {
    this.texts = texts;
    this.sheet = workbook.createSheet(texts.get("report.sheet.result"));
    title = style(true, HorizontalAlignment.CENTER, 14, false);
    section = style(true, HorizontalAlignment.LEFT, 12, false);
    head = style(true, HorizontalAlignment.CENTER, 11, true);
    figure = style(false, HorizontalAlignment.CENTER, 11, true);
    figure.setDataFormat(workbook.createDataFormat().getFormat("#,##0.#"));
    label = new CellText(workbook, style(false, HorizontalAlignment.LEFT, 11, true));
    plain = new CellText(workbook, style(false, HorizontalAlignment.LEFT, 11, false));
  }

  static byte[] write(ResultFigures figures, Notices texts) {
    var writer = new ResultWriter(texts);
    try (writer.workbook;
        var content = new ByteArrayOutputStream()) {
      writer.fill(figures);
      writer.workbook.write(content);
      return content.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void fill(ResultFigures figures) {
    sheet.setColumnWidth(0, LABEL_WIDTH);
    for (var column = 1; column < COLUMNS; column++) {
      sheet.setColumnWidth(column, FIGURE_WIDTH);
    }
    var scope = figures.scope();
    wide(texts.get("report.sheet.result-title"), title);
    wide(
        scope.campaignId() != null
            ? scope.campaignTitle()
            : texts.get("report.sheet.days", Notices.date(scope.from()), Notices.date(scope.to())),
        style(false, HorizontalAlignment.CENTER, 12, false));
    next++;
    table("awards", figures.awards(), figures.total());
    table("types", figures.types(), figures.total());
    table("units", figures.units(), figures.total());
    table("subjects", figures.subjects(), figures.total());
    table("campaigns", figures.campaigns(), figures.total());
    people(figures);
    steps(figures);
    quotas(figures);
    money(figures);
    others(figures);
    var setup = sheet.getPrintSetup();
    setup.setLandscape(true);
    setup.setPaperSize(PaperSize.A4_PAPER);
    setup.setFitWidth((short) 1);
    setup.setFitHeight((short) 0);
    sheet.setFitToPage(true);
    sheet.getFooter().setRight("&P/&N");
  }

  private void table(String name, List<Line> lines, Line total) {
    section("report-table." + name);
    heads(
        "report.result.line",
        "report.result.proposed",
        "report-outcome.AWARDED",
        "report-outcome.REFUSED",
        "report-outcome.WITHDRAWN",
        "report-outcome.ROLLED_OVER",
        "report-outcome.REVOKED",
        "report-outcome.OPEN");
    lines.forEach(line -> line(line.label(), line));
    line(texts.get("report.result.total"), total);
    next++;
  }

  private void line(String name, Line line) {
    row(
        name,
        line.proposed(),
        line.awarded(),
        line.refused(),
        line.withdrawn(),
        line.rolledOver(),
        line.revoked(),
        line.open());
  }

  private void people(ResultFigures figures) {
    section("report.result.people");
    heads(
        "report.result.line",
        "report.result.individuals",
        "report.result.direct",
        "report.result.direct-share",
        "report.result.women",
        "report.result.women-share");
    shares("report.result.proposed", figures.proposed());
    shares("report-outcome.AWARDED", figures.awarded());
    next++;
  }

  private void shares(String key, ResultFigures.Shares shares) {
    row(
        texts.get(key),
        shares.people(),
        shares.directWorkers(),
        shares.directPercent(),
        shares.women(),
        shares.womenPercent());
  }

  private void steps(ResultFigures figures) {
    section("report.result.steps");
    heads(
        "report.result.step",
        "report.result.done",
        "report.result.median",
        "report.result.timed",
        "report.result.on-time",
        "report.result.on-time-share");
    for (var step : figures.steps()) {
      row(
          texts.get("report-step." + step.step()),
          step.done(),
          step.medianDays(),
          step.timed(),
          step.onTime(),
          step.onTimePercent());
    }
    next++;
  }

  private void quotas(ResultFigures figures) {
    if (figures.quotas().isEmpty()) {
      return;
    }
    section("report.result.quotas");
    heads("report.result.line", "report.result.ceiling", "report-outcome.AWARDED");
    for (var quota : figures.quotas()) {
      row(quota.campaign() + " – " + quota.award(), quota.ceiling(), quota.awarded());
    }
    next++;
  }

  private void money(ResultFigures figures) {
    section("report.result.money");
    heads("report.result.line", "report.result.number", "report.result.amount");
    for (var money : figures.money()) {
      row(money.award(), money.number(), money.amount());
    }
    row(texts.get("report.result.total"), null, figures.moneyTotal());
    next++;
  }

  private void others(ResultFigures figures) {
    section("report.result.others");
    heads("report.result.line", "report.result.number");
    row(texts.get("report.result.again"), figures.again());
    row(texts.get("report.result.late"), figures.late());
    row(texts.get("report.result.reviewed"), figures.reviewed());
    row(texts.get("report.result.returned"), figures.returned());
    row(texts.get("report.result.holds"), figures.holds().size());
    row(texts.get("report.result.advanced-workers"), figures.advancedWorkers());
    row(texts.get("report.result.base-fighters"), figures.baseFighters());
    next++;
    if (!figures.returns().isEmpty()) {
      section("report.result.returns");
      for (var one : figures.returns()) {
        var text = "%s – %s: %s".formatted(one.code(), one.name(), one.reason());
        var row = sheet.createRow(next);
        row.setHeightInPoints(LINE * Math.min(20, 1 + text.length() / WIDE_LETTERS));
        plain.write(row.createCell(0), text);
        sheet.addMergedRegion(new CellRangeAddress(next, next, 0, COLUMNS - 1));
        next++;
      }
    }
  }

  private void section(String key) {
    wide(texts.get(key), section);
  }

  private void wide(String text, CellStyle style) {
    new CellText(workbook, style).write(sheet.createRow(next).createCell(0), text);
    sheet.addMergedRegion(new CellRangeAddress(next, next, 0, COLUMNS - 1));
    next++;
  }

  private void heads(String... keys) {
    var row = sheet.createRow(next++);
    row.setHeightInPoints(HEAD_HEIGHT);
    for (var column = 0; column < keys.length; column++) {
      var cell = row.createCell(column);
      cell.setCellValue(texts.get(keys[column]));
      cell.setCellStyle(head);
    }
  }

  private void row(String name, Number... figures) {
    var row = sheet.createRow(next++);
    row.setHeightInPoints(LINE * (1 + name.length() / LABEL_LETTERS));
    label.write(row.createCell(0), name);
    for (var column = 0; column < figures.length; column++) {
      var cell = row.createCell(column + 1);
      cell.setCellStyle(figure);
      if (figures[column] != null) {
        cell.setCellValue(figures[column].doubleValue());
      }
    }
  }

  private CellStyle style(
      boolean bold, HorizontalAlignment alignment, int points, boolean bordered) {
    var style = workbook.createCellStyle();
    var font = workbook.createFont();
    font.setFontName(FONT);
    font.setFontHeightInPoints((short) points);
    font.setBold(bold);
    style.setFont(font);
    style.setAlignment(alignment);
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    style.setWrapText(true);
    if (bordered) {
      style.setBorderTop(BorderStyle.THIN);
      style.setBorderBottom(BorderStyle.THIN);
      style.setBorderLeft(BorderStyle.THIN);
      style.setBorderRight(BorderStyle.THIN);
    }
    return style;
  }
}
