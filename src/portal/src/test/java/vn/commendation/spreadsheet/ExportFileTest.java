package vn.commendation.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.MessageSource;
import org.springframework.context.support.StaticMessageSource;

class ExportFileTest {

  private static final Locale VIETNAMESE = Locale.of("vi");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T03:30:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));
  private static final int HEADING = 5;

  private record Row(String text, Object value) {}

  @Test
  void shouldSayInTheHeadWhoseListItIsWhatItWasNarrowedToAndWhen() throws IOException {
    var export =
        export()
            .filter("list", "sáng kiến")
            .filter("day", LocalDate.of(2026, 3, 1))
            .filter("status", Label.of("status.", "OPEN"))
            .filter("list", null)
            .filter("list", " ");

    var sheet = written(export, List.of());

    assertThat(Stream.of(0, 1, 2, 3).map(row -> sheet.getRow(row).getCell(0).getStringCellValue()))
        .containsExactly(
            "Sở KH&CN",
            "DANH SÁCH",
            "Lọc theo – Danh sách: sáng kiến; Ngày: 01/03/2026; Trạng thái: Đang mở",
            "Xuất lúc 20/11/2026 10:30");
    assertThat(sheet.getRow(HEADING).getCell(0).getStringCellValue()).isEqualTo("Danh sách");
  }

  @Test
  void shouldWriteDatesTimesNumbersAndTextsAsWhatTheyAre() throws IOException {
    var sheet =
        written(
            export(),
            List.of(
                new Row("Ngày", LocalDate.of(2026, 2, 5)),
                new Row("Lúc", Instant.parse("2026-11-20T18:15:00Z")),
                new Row("Số", 70),
                new Row("Nhãn", new Label("status.OPEN")),
                new Row("Trống", null)));

    var date = sheet.getRow(HEADING + 1).getCell(1);
    assertThat(DateUtil.isCellDateFormatted(date)).isTrue();
    assertThat(date.getCellStyle().getDataFormatString()).isEqualTo("dd/mm/yyyy");
    assertThat(date.getLocalDateTimeCellValue()).isEqualTo("2026-02-05T00:00");
    var time = sheet.getRow(HEADING + 2).getCell(1);
    assertThat(time.getLocalDateTimeCellValue()).isEqualTo("2026-11-21T01:15");
    assertThat(sheet.getRow(HEADING + 3).getCell(1).getNumericCellValue()).isEqualTo(70);
    assertThat(sheet.getRow(HEADING + 4).getCell(1).getStringCellValue()).isEqualTo("Đang mở");
    assertThat(sheet.getRow(HEADING + 5).getCell(1).getCellType()).isEqualTo(CellType.BLANK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=HYPERLINK(\"http://x.example\",\"xem\")",
        "+1+1",
        "-2+3",
        "@SUM(A1:A9)",
        "\tcmd",
        "\rcmd"
      })
  void shouldNeverLetATextBecomeAFormula(String text) throws IOException {
    var sheet = written(export(), List.of(new Row(text, text)));

    var cell = sheet.getRow(HEADING + 1).getCell(0);
    assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
    assertThat(cell.getCellStyle().getQuotePrefixed()).as("stays a text when edited").isTrue();
    assertThat(cell.getStringCellValue().strip()).isEqualTo(text.strip());
  }

  @Test
  void shouldLeaveAnOrdinaryTextWithoutQuote() throws IOException {
    var sheet = written(export(), List.of(new Row("<script>alert(1)</script> & Đỗ", "x")));

    var cell = sheet.getRow(HEADING + 1).getCell(0);
    assertThat(cell.getStringCellValue()).isEqualTo("<script>alert(1)</script> & Đỗ");
    assertThat(cell.getCellStyle().getQuotePrefixed()).isFalse();
  }

  @Test
  void shouldCutATextThatNoCellHolds() throws IOException {
    var words =
        IntStream.range(0, 8_000).mapToObj(Integer::toString).collect(Collectors.joining(" "));
    var sheet = written(export(), List.of(new Row(words, "x")));

    assertThat(sheet.getRow(HEADING + 1).getCell(0).getStringCellValue())
        .hasSize(32_767)
        .endsWith("…");
  }

  @Test
  void shouldBeReadyToScrollToFilterAndToPrint() throws IOException {
    var sheet = written(export(), List.of(new Row("a", 1), new Row("b", 2)));

    assertThat(sheet.getPaneInformation().getHorizontalSplitTopRow()).isEqualTo((short) 6);
    assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A6:C8");
    assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("6:6");
    assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
    assertThat(sheet.getColumnWidth(2)).as("the wide column").isEqualTo(60 * 256);
  }

  @Test
  void shouldBeHighEnoughForATextOfSeveralLines() throws IOException {
    var sheet = written(export(), List.of(new Row("x".repeat(150), 1), new Row("ngắn", 2)));

    assertThat(sheet.getRow(HEADING + 1).getHeightInPoints()).isEqualTo(4 * 15.5f);
    assertThat(sheet.getRow(HEADING + 2).getHeightInPoints())
        .isEqualTo(sheet.getDefaultRowHeightInPoints());
  }

  @Test
  void shouldWriteALongListWithoutKeepingItInMemory() throws IOException {
    var rows = 60_000;
    var text = "Tham mưu, tổ chức thực hiện nhiệm vụ ".repeat(20);
    var counted = new long[1];
    try (var file = new ExportFile<>(export(), messages(), VIETNAMESE, CLOCK)) {
      var before = used();
      for (var row = 0; row < rows; row++) {
        file.add(new Row(row + text, row));
      }
      var kept = used() - before;
      file.send(
          new OutputStream() {
            @Override
            public void write(int one) {
              counted[0]++;
            }
          });

      // the texts alone are 90 MB
      assertThat(kept).isLessThan(20L * 1024 * 1024);
      assertThat(file.rows()).isEqualTo(rows);
    }
    assertThat(counted[0]).isGreaterThan(100_000);
  }

  @Test
  void shouldHoldNoFormulaAnywhere() throws IOException {
    var content = new ByteArrayOutputStream();
    try (var file = new ExportFile<>(export(), messages(), VIETNAMESE, CLOCK)) {
      file.add(new Row("=1+1", "=2+2"));
      file.send(content);
    }

    try (var zip = new ZipInputStream(new ByteArrayInputStream(content.toByteArray()))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().contains("worksheets/")) {
          assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
              .contains("=1+1")
              .doesNotContain("<f>");
        }
      }
    }
  }

  private static ListExport<Row> export() {
    return ListExport.<Row>of("list", "danh-sach")
        .column("list", Row::text)
        .column("day", Row::value)
        .wide("status", Row::text);
  }

  private static XSSFSheet written(ListExport<Row> export, List<Row> rows) throws IOException {
    var content = new ByteArrayOutputStream();
    try (var file = new ExportFile<>(export, messages(), VIETNAMESE, CLOCK)) {
      rows.forEach(file::add);
      file.send(content);
    }
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(content.toByteArray()))) {
      return workbook.getSheetAt(0);
    }
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static MessageSource messages() {
    var messages = new StaticMessageSource();
    messages.addMessage("app.organisation", VIETNAMESE, "Sở KH&CN");
    messages.addMessage("list", VIETNAMESE, "Danh sách");
    messages.addMessage("day", VIETNAMESE, "Ngày");
    messages.addMessage("status", VIETNAMESE, "Trạng thái");
    messages.addMessage("status.OPEN", VIETNAMESE, "Đang mở");
    messages.addMessage("export.filter", VIETNAMESE, "Lọc theo – {0}");
    messages.addMessage("export.no-filter", VIETNAMESE, "Toàn bộ danh sách");
    messages.addMessage("export.at", VIETNAMESE, "Xuất lúc {0}");
    messages.addMessage("export.cut", VIETNAMESE, "Còn nữa");
    return messages;
  }
}
