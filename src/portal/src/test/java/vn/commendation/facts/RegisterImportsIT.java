package vn.commendation.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.commendation.platform.AtOnce.together;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import vn.commendation.audit.AuditTrail;
import vn.commendation.platform.LocalPlatformTest;
import vn.commendation.spreadsheet.SheetRefused;

/** From a sheet into the registers, on the real database. */
@LocalPlatformTest
class RegisterImportsIT {

  private static final String OFFICER = "chuyenvien";

  @Autowired private RegisterImports imports;
  @Autowired private AuditTrail audit;
  @Autowired private JdbcClient jdbc;

  @Test
  void shouldImportEveryRowOnce() throws IOException {
    var sheet =
        sheet(
            RegisterKind.AWARDS,
            List.of("TDC-03", "", "LDTT", "2018", "", "", "80/QĐ", "15/01/2019", "Giám đốc Sở"),
            List.of("", "TDC", "TTLDTT", "2018", "", "", "80/QĐ", "15/01/2019", "Giám đốc Sở"));
    var before = rows("award_given", 2018);
    var id = upload(RegisterKind.AWARDS, sheet);
    assertThat(imports.preview(id, OFFICER).mayImport()).isTrue();

    assertThat(imports.confirm(id, OFFICER)).isEqualTo(2);
    assertThat(imports.confirm(id, OFFICER)).as("a second click").isZero();

    assertThat(imports.preview(id, OFFICER).importedRows()).isEqualTo(2);
    assertThat(rows("award_given", 2018)).isEqualTo(before + 2);
    assertThat(audit.of(id)).extracting("reason").containsExactly("so.xlsx: 2");

    // the same file again
    var again = upload(RegisterKind.AWARDS, sheet);
    assertThat(imports.preview(again, OFFICER).rows())
        .allSatisfy(
            row ->
                assertThat(row.problems())
                    .extracting(FactProblem::code)
                    .containsExactly("in-register"));
    assertThatThrownBy(() -> imports.confirm(again, OFFICER))
        .isInstanceOf(ImportRefused.class)
        .hasMessage("bad-rows");
    assertThat(rows("award_given", 2018)).isEqualTo(before + 2);
  }

  @Test
  void shouldImportNothingIfOneRowIsBad() throws IOException {
    var id =
        upload(
            RegisterKind.RATINGS,
            sheet(
                RegisterKind.RATINGS,
                List.of("TDC-03", "", "2017", "hoàn thành tốt nhiệm vụ", "TB 1"),
                List.of("KHONG-CO", "", "2017", "hoàn thành tốt nhiệm vụ", "TB 1")));

    var preview = imports.preview(id, OFFICER);
    assertThat(preview.bad()).isOne();
    assertThat(preview.mayImport()).isFalse();
    assertThat(preview.rows().getFirst().line()).as("the bad row comes first").isEqualTo(3);
    assertThatThrownBy(() -> imports.confirm(id, OFFICER)).isInstanceOf(ImportRefused.class);
    assertThat(rows("work_rating", 2017)).isZero();
  }

  @Test
  void shouldEnterTheRowsOnceWhenTwoFilesWithThemAreConfirmedAtOnce() throws Exception {
    var sheet =
        sheet(
            RegisterKind.INITIATIVES,
            List.of("IT-01", "Sáng kiến một", "cơ sở", "01/02/2016", "Chi cục", "TDC-03:100"),
            List.of("IT-02", "Sáng kiến hai", "tỉnh", "02/02/2016", "Tỉnh", "TDC-03:50;TDC-04:50"));
    var one = upload(RegisterKind.INITIATIVES, sheet);
    var other = upload(RegisterKind.INITIATIVES, sheet);

    var answers =
        together(() -> imports.confirm(one, OFFICER), () -> imports.confirm(other, OFFICER));

    assertThat(answers)
        .extracting(answer -> answer instanceof ImportRefused ? 0 : answer)
        .containsExactlyInAnyOrder(0, 2);
    assertThat(rows("initiative", 2016)).isEqualTo(2);
  }

  @Test
  void shouldTakeAsManyRowsAsItPromises() throws IOException {
    var id =
        upload(
            RegisterKind.INITIATIVES,
            sheet(
                RegisterKind.INITIATIVES,
                IntStream.rangeClosed(1, RegisterImports.MOST_ROWS)
                    .mapToObj(
                        number ->
                            List.of(
                                "L-" + number,
                                "Sáng kiến " + number,
                                "cơ sở",
                                "03/03/2015",
                                "Chi cục",
                                "TDC-03:100"))
                    .toArray(List[]::new)));

    assertThat(imports.confirm(id, OFFICER)).isEqualTo(RegisterImports.MOST_ROWS);
    assertThat(rows("initiative", 2015)).isEqualTo(RegisterImports.MOST_ROWS);
  }

  @Test
  void shouldShowAFileOnlyToTheOfficerWhoUploadedIt() throws IOException {
    var sheet =
        sheet(
            RegisterKind.RATINGS, List.of("TDC-03", "", "2014", "hoàn thành tốt nhiệm vụ", "TB 1"));
    var id = upload(RegisterKind.RATINGS, sheet);

    assertThatThrownBy(() -> imports.preview(id, "chanhvp"))
        .isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(() -> imports.confirm(id, "qlkh")).isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() -> imports.template(RegisterKind.RATINGS, "vanthu"))
        .isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() -> imports.upload(RegisterKind.AWARDS, "so.xlsx", sheet, OFFICER))
        .isInstanceOf(SheetRefused.class)
        .hasMessage("headings-missing");
  }

  private String upload(RegisterKind kind, byte[] sheet) {
    return imports.upload(kind, "so.xlsx", sheet, OFFICER);
  }

  /** The template, filled in. */
  @SafeVarargs
  private byte[] sheet(RegisterKind kind, List<String>... lines) throws IOException {
    try (var workbook =
            new XSSFWorkbook(new ByteArrayInputStream(imports.template(kind, OFFICER)));
        var content = new ByteArrayOutputStream()) {
      for (var line = 0; line < lines.length; line++) {
        var row = workbook.getSheetAt(0).createRow(line + 1);
        for (var cell = 0; cell < lines[line].size(); cell++) {
          row.createCell(cell).setCellValue(lines[line].get(cell));
        }
      }
      workbook.write(content);
      return content.toByteArray();
    }
  }

  private int rows(String table, int year) {
    return jdbc.sql("select count(*) from " + table + " where year = ? and live = 1")
        .param(year)
        .query(Integer.class)
        .single();
  }
}
