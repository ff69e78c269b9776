package vn.commendation.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class SpreadsheetTest {

  private static final List<String> HEADINGS = List.of("Mã", "Năm", "Ngày");

  @Test
  void shouldReadTextNumbersAndDatesAndLeaveFormulasAlone() throws IOException {
    var content =
        filled(
            workbook -> {
              var sheet = workbook.getSheetAt(0);
              var date = workbook.createCellStyle();
              date.setDataFormat((short) 14);
              var row = sheet.createRow(1);
              row.createCell(0).setCellValue(" QLKH-02 ");
              row.createCell(1).setCellValue(2024);
              row.createCell(2).setCellValue(LocalDate.of(2024, 2, 29));
              row.getCell(2).setCellStyle(date);
              var formula = sheet.createRow(4);
              formula.createCell(0).setCellFormula("HYPERLINK(\"http://x\",\"y\")");
              formula.createCell(1).setCellFormula("2000+24");
            });

    assertThat(Spreadsheet.read(content, HEADINGS, 10))
        .containsExactly(
            new Spreadsheet.Line(2, List.of("QLKH-02", "2024", "2024-02-29")),
            new Spreadsheet.Line(5, List.of("=HYPERLINK(\"http://x\",\"y\")", "=2000+24", "")));
  }

  @Test
  void shouldTakeAsManyRowsAsAllowedAndNotOneMore() throws IOException {
    var content =
        filled(
            workbook -> {
              for (var line = 1; line <= 3; line++) {
                workbook.getSheetAt(0).createRow(line).createCell(0).setCellValue("X" + line);
              }
            });

    assertThat(Spreadsheet.read(content, HEADINGS, 3)).hasSize(3);
    refused(content, 2, "too-many-rows");
  }

  @Test
  void shouldRefuseWhatIsNoSheetOfTheTemplate() throws IOException {
    refused(new byte[0], 10, "unreadable");
    refused("Mã;Năm;Ngày".getBytes(StandardCharsets.UTF_8), 10, "unreadable");
    refused(filled(workbook -> {}), 10, "no-rows");
    var other = Spreadsheet.template("Khác", List.of("Mã", "Tên", "Ngày"), Map.of());
    refused(other, 10, "headings");
  }

  @Test
  void shouldRefuseAFileThatGrowsBeyondMeasureWhenUnpacked() throws IOException {
    var template = Spreadsheet.template("Bom", HEADINGS, Map.of());
    var bomb = new ByteArrayOutputStream();
    try (var from = new ZipInputStream(new ByteArrayInputStream(template));
        var to = new ZipOutputStream(bomb)) {
      for (var entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
        to.putNextEntry(new ZipEntry(entry.getName()));
        if (entry.getName().endsWith("sheet1.xml")) {
          var rows = new String(from.readAllBytes(), StandardCharsets.UTF_8);
          var tail = rows.indexOf("</worksheet>");
          to.write(rows.substring(0, tail).getBytes(StandardCharsets.UTF_8));
          var blank = " ".repeat(1024 * 1024).getBytes(StandardCharsets.UTF_8);
          for (var megabyte = 0; megabyte < 40; megabyte++) {
            to.write(blank);
          }
          to.write(rows.substring(tail).getBytes(StandardCharsets.UTF_8));
        } else {
          from.transferTo(to);
        }
      }
    }

    assertThat(bomb.size()).isLessThan(RegisterImports.LARGEST);
    refused(bomb.toByteArray(), 10, "unreadable");
  }

  @Test
  void shouldListInTheTemplateWhatMayBeFilledIn() throws IOException {
    var content =
        Spreadsheet.template("Mẫu", HEADINGS, Map.of("Mã đơn vị", List.of("VP – Văn phòng Sở")));

    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(content))) {
      assertThat(workbook.getSheetAt(0).getRow(0).getCell(2).getStringCellValue())
          .isEqualTo("Ngày");
      assertThat(workbook.getSheetAt(1).getRow(1).getCell(0).getStringCellValue())
          .isEqualTo("VP – Văn phòng Sở");
    }
  }

  private interface Filling {
    void fill(XSSFWorkbook workbook);
  }

  static byte[] filled(Filling filling) throws IOException {
    var template = Spreadsheet.template("Mẫu", HEADINGS, Map.of());
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(template));
        var content = new ByteArrayOutputStream()) {
      filling.fill(workbook);
      workbook.write(content);
      return content.toByteArray();
    }
  }

  private static void refused(byte[] content, int mostRows, String code) {
    assertThatThrownBy(() -> Spreadsheet.read(content, HEADINGS, mostRows))
        .isInstanceOf(ImportRefused.class)
        .hasMessage(code);
  }
}
