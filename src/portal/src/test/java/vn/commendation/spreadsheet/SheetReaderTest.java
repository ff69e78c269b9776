package vn.commendation.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every file here is made by an office library, or by hand where none would make it. */
class SheetReaderTest {

  private static final List<Heading> HEADINGS =
      List.of(Heading.text("Mã"), Heading.text("Tóm tắt"), Heading.date("Từ ngày"));
  private static final SheetReader READER = new SheetReader(100);

  @Test
  void shouldReadTextsNumbersAndDaysHoweverTheyWereEntered() throws IOException {
    var content =
        filled(
            workbook -> {
              var sheet = workbook.getSheetAt(0);
              var day = workbook.createCellStyle();
              day.setDataFormat(workbook.createDataFormat().getFormat("dd/mm/yyyy"));
              var first = sheet.createRow(1);
              first.createCell(0).setCellValue(" QLKH-02 ");
              first.createCell(1).setCellValue(2024);
              first.createCell(2).setCellValue(LocalDate.of(2024, 2, 29));
              first.getCell(2).setCellStyle(day);
              var second = sheet.createRow(4);
              second.createCell(0).setCellValue(true);
              second.createCell(1).setCellValue(0.25);
              second.createCell(2).setCellValue("05/02/2026");
              // a day whose look was lost on the way
              sheet.createRow(5).createCell(2).setCellValue(45351);
            });

    assertThat(READER.read(content, HEADINGS))
        .containsExactly(
            new SheetRow(2, List.of("QLKH-02", "2024", "2024-02-29")),
            new SheetRow(5, List.of("1", "0.25", "05/02/2026")),
            new SheetRow(6, List.of("", "", "2024-02-29")));
  }

  @Test
  void shouldReadDaysOfTheOtherCalendarOfExcel() throws IOException {
    var content =
        filled(
            workbook -> {
              ((XSSFWorkbook) workbook).getCTWorkbook().addNewWorkbookPr().setDate1904(true);
              workbook.getSheetAt(0).createRow(1).createCell(2).setCellValue(43889);
            });

    assertThat(READER.read(content, HEADINGS).getFirst().cells().getLast()).isEqualTo("2024-02-29");
  }

  @Test
  void shouldComposeDiacriticsInHeadingsAndCells() throws IOException {
    var taken = Normalizer.normalize("Đỗ Hữu Nghĩa", Normalizer.Form.NFD);
    var content =
        workbook(
            workbook -> {
              var sheet = workbook.createSheet("Bảng");
              var head = sheet.createRow(0);
              for (var column = 0; column < 3; column++) {
                head.createCell(column)
                    .setCellValue(
                        Normalizer.normalize(HEADINGS.get(column).name(), Normalizer.Form.NFD));
              }
              sheet.createRow(1).createCell(1).setCellValue(taken);
            });

    assertThat(READER.read(content, HEADINGS).getFirst().cells().get(1)).isEqualTo("Đỗ Hữu Nghĩa");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "=HYPERLINK(\"http://x.example\")",
        "'; drop table nomination; --",
        "{{7*7}} ${7*7} #{x}",
        "&lt;b&gt; & \" '"
      })
  void shouldTakeScriptInATextForAText(String text) throws IOException {
    assertThat(READER.read(row("QLKH-02", text), HEADINGS).getFirst().cells().get(1))
        .isEqualTo(text);
  }

  @Test
  void shouldReadColumnsInAnotherOrderAndWhatItExportedItself() throws IOException {
    var content =
        workbook(
            workbook -> {
              var sheet = workbook.createSheet("Bảng");
              var head = sheet.createRow(0);
              head.createCell(0).setCellValue("TỪ  NGÀY");
              head.createCell(2).setCellValue("mã");
              head.createCell(3).setCellValue("Tóm tắt ");
              var row = sheet.createRow(1);
              row.createCell(2).setCellValue("A");
              row.createCell(3).setCellValue("B");
            });

    assertThat(READER.read(content, HEADINGS).getFirst().cells()).containsExactly("A", "B", "");
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

    assertThat(new SheetReader(3).read(content, HEADINGS)).hasSize(3);
    refused(new SheetReader(2), content, "too-many-rows");
  }

  @Test
  void shouldRefuseAHundredThousandRowsAtOnceAndWithoutHoldingThem() throws IOException {
    var content = new ByteArrayOutputStream();
    try (var workbook = new SXSSFWorkbook(100)) {
      var sheet = workbook.createSheet("Bảng");
      var head = sheet.createRow(0);
      for (var column = 0; column < 3; column++) {
        head.createCell(column).setCellValue(HEADINGS.get(column).name());
      }
      for (var line = 1; line <= 100_000; line++) {
        var row = sheet.createRow(line);
        row.createCell(0).setCellValue("QLKH-" + line);
        row.createCell(1).setCellValue("Hoàn thành xuất sắc nhiệm vụ số " + line);
        row.createCell(2).setCellValue("01/01/2026");
      }
      workbook.write(content);
    }
    var file = content.toByteArray();
    var reader = new SheetReader(5000);
    refused(reader, file, "too-many-rows");

    var before = used();
    var start = System.nanoTime();
    refused(reader, file, "too-many-rows");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    assertThat(used() - before).isLessThan(20L * 1024 * 1024);
  }

  @Test
  void shouldRefuseAWorkbookWithMacrosWhateverItsNameSays() throws Exception {
    var macros = new ByteArrayOutputStream();
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(row("A", "B")))) {
      workbook.setVBAProject(new ByteArrayInputStream(new byte[] {1, 2, 3}));
      workbook.write(macros);
    }
    refused(READER, macros.toByteArray(), "macros");

    // the part was renamed, too, but the type of the workbook tells
    refused(
        READER,
        rewritten(
            row("A", "B"),
            "[Content_Types].xml",
            types ->
                types.replace(
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                    "application/vnd.ms-excel.sheet.macroEnabled.main+xml")),
        "macros");
  }

  @Test
  void shouldRefuseFilesThatOnlyHaveTheNameOfAWorkbook() throws IOException {
    refused(READER, new byte[0], "empty");
    refused(READER, "Mã;Tóm tắt;Từ ngày".getBytes(StandardCharsets.UTF_8), "text-file");
    refused(READER, "<html><table><tr>".getBytes(StandardCharsets.UTF_8), "text-file");
    refused(READER, new byte[] {'%', 'P', 'D', 'F', 0, 1, 2}, "not-a-workbook");
    refused(READER, zip("a.txt", "x"), "not-a-workbook");
    refused(READER, new byte[] {'P', 'K', 3, 4, 0, 0, 0}, "unreadable");
    var old = new ByteArrayOutputStream();
    try (var workbook = new HSSFWorkbook()) {
      workbook.createSheet("Bảng").createRow(0).createCell(0).setCellValue("Mã");
      workbook.write(old);
    }
    refused(READER, old.toByteArray(), "old-format");
    var torn = row("A", "B");
    refused(READER, Arrays.copyOf(torn, torn.length / 2), "unreadable");
  }

  @Test
  void shouldRefuseAnEncryptedWorkbook()
      throws IOException, GeneralSecurityException, OpenXML4JException {
    var content = new ByteArrayOutputStream();
    try (var files = new POIFSFileSystem()) {
      var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("bi-mat");
      try (var book = OPCPackage.open(new ByteArrayInputStream(row("A", "B")));
          var out = encryptor.getDataStream(files)) {
        book.save(out);
      }
      files.writeFilesystem(content);
    }

    refused(READER, content.toByteArray(), "encrypted");
  }

  @Test
  void shouldRefuseAFileThatGrowsBeyondMeasureWhateverItDeclares() throws IOException {
    var bomb =
        rewritten(
            row("A", "B"),
            "xl/worksheets/sheet1.xml",
            sheet -> sheet.replace("</worksheet>", " ".repeat(40 << 20) + "</worksheet>"));
    assertThat(bomb.length).isLessThan(100_000);
    refused(READER, bomb, "bomb");

    refused(READER, withFalseSizes(bomb), "bomb");
  }

  @Test
  void shouldRefuseFormulasAndNameTheCells() throws IOException {
    var content =
        filled(
            workbook -> {
              var row = workbook.getSheetAt(0).createRow(7);
              row.createCell(0).setCellFormula("2000+24");
              row.createCell(1).setCellFormula("HYPERLINK(\"http://x.example\",\"y\")");
            });

    refused(READER, content, "formulas", "A8, B8");
  }

  @Test
  void shouldRefuseMergedCellsAndNameThem() throws IOException {
    var content =
        filled(
            workbook -> {
              var sheet = workbook.getSheetAt(0);
              sheet.createRow(1).createCell(0).setCellValue("A");
              sheet.addMergedRegion(new CellRangeAddress(1, 3, 0, 0));
            });

    refused(READER, content, "merged", "A2:A4");
  }

  @Test
  void shouldRefuseMissingAndUnknownAndRepeatedHeadings() throws IOException {
    refused(READER, table(List.of("Mã", "Tóm tắt")), "headings-missing", "Từ ngày");
    refused(READER, table(List.of("Mã", "Tóm tắt", "Từ ngày", "Tuổi")), "headings-extra", "Tuổi");
    refused(READER, table(List.of("Mã", "Tóm tắt", "Từ ngày", "Mã")), "headings-extra", "Mã");
    refused(READER, table(List.of("Khác")), "headings-missing", "Mã, Tóm tắt, Từ ngày");
  }

  @Test
  void shouldRefuseMoreThanOneTable() throws IOException {
    var again =
        filled(
            workbook -> {
              workbook.getSheetAt(0).createRow(1).createCell(0).setCellValue("A");
              var head = workbook.getSheetAt(0).createRow(9);
              head.createCell(0).setCellValue("Mã");
              head.createCell(1).setCellValue("Tóm tắt");
            });
    refused(READER, again, "second-table", 10);

    var beside =
        filled(
            workbook -> {
              var row = workbook.getSheetAt(0).createRow(1);
              row.createCell(0).setCellValue("A");
              row.createCell(5).setCellValue("bảng khác");
            });
    refused(READER, beside, "outside", "F2");

    var other =
        filled(
            workbook -> {
              workbook.getSheetAt(0).createRow(1).createCell(0).setCellValue("A");
              var head = workbook.createSheet("Bảng 2").createRow(0);
              for (var column = 0; column < 3; column++) {
                head.createCell(column).setCellValue(HEADINGS.get(column).name());
              }
            });
    refused(READER, other, "several-tables");
  }

  @Test
  void shouldRefuseASheetWithoutRows() throws IOException {
    refused(READER, filled(workbook -> {}), "no-rows");
    refused(READER, workbook(workbook -> workbook.createSheet("Trống")), "no-rows");
  }

  @Test
  void shouldNotFollowEntities() throws IOException {
    var content =
        rewritten(
            row("A", "B"),
            "xl/sharedStrings.xml",
            strings ->
                strings
                    .replaceFirst(
                        "\\?>", "?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>")
                    .replace(">B<", ">&e;<"));

    refused(READER, content, "unreadable");
  }

  @Test
  void shouldReadItsOwnTemplateFilledIn() throws IOException {
    var template =
        new SheetTemplate("Bảng", 50)
            .choice(HEADINGS.get(0), 20, "Chọn", List.of("A", "B – =1+1"), true)
            .column(HEADINGS.get(1), 30, "Một câu")
            .column(HEADINGS.get(2), 14, null)
            .file("Danh mục", "Hướng dẫn", List.of("Cách điền", "- Một dòng một người"));
    var content = new ByteArrayOutputStream();
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(template))) {
      workbook.getSheetAt(0).createRow(1).createCell(0).setCellValue("A");
      workbook.write(content);
    }

    assertThat(READER.read(content.toByteArray(), HEADINGS))
        .containsExactly(new SheetRow(2, List.of("A", "", "")));
    assertThatCode(() -> READER.read(template, HEADINGS)).hasMessage("no-rows");
  }

  @Test
  void shouldOfferInTheTemplateWhatMayBeChosen() throws IOException {
    var template =
        new SheetTemplate("Bảng", 50)
            .choice(HEADINGS.get(0), 20, "Chọn", List.of("A – Một", "B – Hai"), true)
            .column(HEADINGS.get(1), 30, null)
            .column(HEADINGS.get(2), 14, null)
            .file("Danh mục", "Hướng dẫn", List.of("Cách điền"));

    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(template))) {
      var sheet = workbook.getSheetAt(0);
      var validations = sheet.getDataValidations();
      var list = validations.getFirst();
      assertThat(list.getValidationConstraint().getFormula1()).isEqualTo("'Danh mục'!$A$2:$A$3");
      assertThat(list.getRegions().getCellRangeAddress(0).formatAsString()).isEqualTo("A2:A51");
      assertThat(list.getShowErrorBox()).isTrue();
      var day = validations.getLast();
      assertThat(day.getRegions().getCellRangeAddress(0).formatAsString()).isEqualTo("C2:C51");
      assertThat(sheet.getColumnStyle(2).getDataFormatString()).isEqualTo("dd/mm/yyyy");
      assertThat(workbook.getSheet("Danh mục").getRow(2).getCell(0).getStringCellValue())
          .isEqualTo("B – Hai");
      assertThat(workbook.getSheet("Hướng dẫn").getRow(0).getCell(0).getStringCellValue())
          .isEqualTo("Cách điền");
    }
  }

  private interface Filling {
    void fill(Workbook workbook);
  }

  private static byte[] workbook(Filling filling) throws IOException {
    try (var workbook = new XSSFWorkbook();
        var content = new ByteArrayOutputStream()) {
      filling.fill(workbook);
      workbook.write(content);
      return content.toByteArray();
    }
  }

  private static byte[] filled(Filling filling) throws IOException {
    return workbook(
        workbook -> {
          var head = workbook.createSheet("Bảng").createRow(0);
          for (var column = 0; column < HEADINGS.size(); column++) {
            head.createCell(column).setCellValue(HEADINGS.get(column).name());
          }
          filling.fill(workbook);
        });
  }

  private static byte[] table(List<String> headings) throws IOException {
    return workbook(
        workbook -> {
          var sheet = workbook.createSheet("Bảng");
          var head = sheet.createRow(0);
          var row = sheet.createRow(1);
          for (var column = 0; column < headings.size(); column++) {
            head.createCell(column).setCellValue(headings.get(column));
            row.createCell(column).setCellValue("x");
          }
        });
  }

  private static byte[] row(String... cells) throws IOException {
    return filled(
        workbook -> {
          var row = workbook.getSheetAt(0).createRow(1);
          for (var column = 0; column < cells.length; column++) {
            row.createCell(column).setCellValue(cells[column]);
          }
        });
  }

  private static byte[] zip(String name, String text) throws IOException {
    var content = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(content)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return content.toByteArray();
  }

  private static byte[] rewritten(byte[] content, String part, UnaryOperator<String> change)
      throws IOException {
    var changed = new ByteArrayOutputStream();
    try (var from = new ZipInputStream(new ByteArrayInputStream(content));
        var to = new ZipOutputStream(changed)) {
      for (var entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
        to.putNextEntry(new ZipEntry(entry.getName()));
        var bytes = from.readAllBytes();
        to.write(
            entry.getName().equals(part)
                ? change
                    .apply(new String(bytes, StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8)
                : bytes);
      }
    }
    return changed.toByteArray();
  }

  /** Says in its directory that every part is one byte long. */
  private static byte[] withFalseSizes(byte[] zip) {
    var changed = zip.clone();
    for (var at = 0; at + 46 < changed.length; at++) {
      if (changed[at] == 'P' && changed[at + 1] == 'K' && changed[at + 2] == 1) {
        changed[at + 24] = 1;
        changed[at + 25] = 0;
        changed[at + 26] = 0;
        changed[at + 27] = 0;
      }
    }
    return changed;
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static void refused(SheetReader reader, byte[] content, String code, Object... args) {
    assertThatThrownBy(() -> reader.read(content, HEADINGS))
        .isInstanceOfSatisfying(
            SheetRefused.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(code);
              if (args.length > 0) {
                assertThat(refusal.args()).isEqualTo(args);
              }
            });
  }
}
