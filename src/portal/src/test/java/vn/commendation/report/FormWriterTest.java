package vn.commendation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.commendation.report.ReportFixture.OFFICER;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.commendation.report.Statistics.NewEntry;

/** The sheets as somebody opens them. A copy of each stays in {@code target/forms} to look at. */
class FormWriterTest {

  private static final LocalDate DECIDED = LocalDate.of(2024, 5, 20);

  private final ReportFixture reports = new ReportFixture();
  private final Statistics statistics = reports.statistics;

  @BeforeEach
  void someFigures() {
    reports.awarded("BK-TINH", "INDIVIDUAL", "DIRECT_WORKER", "MOVEMENT", DECIDED);
    reports.awarded("BK-TINH", "COLLECTIVE", null, "MERIT", DECIDED);
    reports.awarded("CSTD-TINH", "INDIVIDUAL", "OTHER_MANAGER", "MERIT", DECIDED);
    reports.awarded("HCLD-3", "COLLECTIVE", null, "DEDICATION", DECIDED);
    reports.awarded("BK-TTG", "INDIVIDUAL", "DEPARTMENT_LEADER", "MERIT", DECIDED);
    enter("0603", 5, 12, "04", "13");
    enter("0604", 1, 1, "05");
    enter("0605", 2, 2, "03", "12", "14");
  }

  @AfterEach
  void forget() {
    reports.forget();
  }

  @Test
  void shouldHaveTheLayoutOfTheForm() throws IOException {
    try (var workbook = open("0603")) {
      var sheet = workbook.getSheetAt(0);

      assertThat(sheet.getSheetName()).isEqualTo("Biểu 0603");
      assertThat(texts(sheet))
          .contains(
              "Biểu số: 0603.N/BNV-TĐKT",
              "Ban hành theo Thông tư số 2/2023/TT-BNV ngày 23/3/2023",
              "Ngày nhận báo cáo: 15/12/2024",
              "Đơn vị báo cáo: Sở Khoa học và Công nghệ tỉnh Tây Ninh",
              "Đơn vị nhận báo cáo: Sở Nội vụ tỉnh Tây Ninh",
              "SỐ LƯỢNG KHEN THƯỞNG CẤP BỘ, BAN, NGÀNH, ĐOÀN THỂ TRUNG ƯƠNG VÀ TỈNH, THÀNH PHỐ"
                  + " TRỰC THUỘC TRUNG ƯƠNG",
              "Năm 2024",
              "(Số liệu từ ngày 15/12/2023 đến ngày 14/12/2024)",
              "Mã số",
              "Đơn vị tính",
              "Người lập biểu",
              "Người kiểm tra biểu",
              "Thủ trưởng đơn vị");
      var letters = rowWith(sheet, "A");
      assertThat(values(sheet, letters)).containsExactly("A", "B", "C", "1", "2", "3", "4", "5");
      assertThat(values(sheet, letters + 1))
          .containsExactly("Tổng số", "01", "", "15", "2", "1", "-", "12");
      var direct = rowOf(sheet, "10");
      assertThat(values(sheet, direct).subList(1, 8))
          .containsExactly("10", "Người", "1", "1", "-", "-", "-");
      assertThat(sheet.getRow(direct).getCell(3).getCellType()).isEqualTo(CellType.NUMERIC);
      assertThat(sheet.getRow(rowOf(sheet, "04")).getCell(7).getCellStyle().getFont().getItalic())
          .as("entered by hand")
          .isTrue();
      assertThat(texts(sheet))
          .anyMatch(text -> text.contains("Hộ gia đình") && text.contains("Công văn số 5"));
      assertThat(sheet.getMergedRegions())
          .as("one heading over four columns, blocks, titles")
          .anyMatch(
              region ->
                  region.formatAsString().equals("E%d:H%d".formatted(letters - 1, letters - 1)));
      printsOnA4(sheet);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0601,A B 1=(2+3+4) 2 3 4",
    "0602,A B C 1 2 3 4 5 6 7 8 9",
    "0604,A B C 1",
    "0605,A B 1 2"
  })
  void shouldWriteEveryForm(String code, String letters) throws IOException {
    try (var workbook = open(code)) {
      var sheet = workbook.getSheetAt(0);

      assertThat(
              values(sheet, rowWith(sheet, "A")).stream().filter(text -> !text.isEmpty()).toList())
          .containsExactly(letters.split(" "));
      printsOnA4(sheet);
    }
  }

  private static void printsOnA4(XSSFSheet sheet) {
    var setup = sheet.getPrintSetup();
    assertThat(setup.getLandscape()).isTrue();
    assertThat(setup.getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
    assertThat(setup.getFitWidth()).isEqualTo((short) 1);
    assertThat(sheet.getFitToPage()).isTrue();
    assertThat(sheet.getMargin(PageMargin.TOP) * 25.4).isBetween(19.9, 20.1);
    assertThat(sheet.getRepeatingRows()).isNotNull();
  }

  private XSSFWorkbook open(String code) throws IOException {
    var content = statistics.spreadsheet(code, 2024, OFFICER);
    Files.write(
        Files.createDirectories(Path.of("target", "forms")).resolve(code + ".xlsx"), content);
    return new XSSFWorkbook(new ByteArrayInputStream(content));
  }

  private static int rowWith(XSSFSheet sheet, String first) {
    for (var row : sheet) {
      if (row.getCell(0) != null && text(row.getCell(0)).equals(first)) {
        return row.getRowNum();
      }
    }
    throw new AssertionError(first);
  }

  private static int rowOf(XSSFSheet sheet, String number) {
    for (var row : sheet) {
      if (row.getCell(1) != null && text(row.getCell(1)).equals(number)) {
        return row.getRowNum();
      }
    }
    throw new AssertionError(number);
  }

  private static List<String> values(XSSFSheet sheet, int row) {
    var values = new ArrayList<String>();
    sheet.getRow(row).forEach(cell -> values.add(text(cell)));
    return values;
  }

  private static List<String> texts(XSSFSheet sheet) {
    var texts = new ArrayList<String>();
    sheet.forEach(row -> row.forEach(cell -> texts.add(text(cell))));
    return texts;
  }

  private static String text(Cell cell) {
    return new DataFormatter().formatCellValue(cell);
  }

  private void enter(String form, int column, int amount, String... rows) {
    statistics.enter(
        form,
        2024,
        new NewEntry(UUID.randomUUID().toString(), column, List.of(rows), amount, "Công văn số 5"),
        OFFICER);
  }
}
