package vn.commendation.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.junit.UsePlaywright;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.commendation.platform.LocalPlatform;
import vn.commendation.platform.LocalPlatformTest;

/** A head of a unit nominates many at once, with the browser and an office program. */
@LocalPlatformTest
@UsePlaywright(Chromium.class)
@Tag("browser")
class SheetJourneyIT {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String REPORT =
      "Chủ trì số hóa hồ sơ lưu trữ của Trung tâm, giảm thời gian tra cứu từ một ngày còn một giờ.";

  private final Screens screens = new Screens("sheet");

  @Test
  void shouldLeadFromTheTemplateToDrafts(Browser browser, LocalPlatform platform)
      throws IOException {
    PlaywrightAssertions.setDefaultAssertionTimeout(Person.PATIENCE.toMillis());
    var head = new Person(browser, platform, "ttud");
    head.logIn();
    head.open("/nominations");
    head.link("Đề nghị theo bảng").click();
    var page = head.page();

    // a file that only has the name of a workbook is refused in the page
    page.getByLabel("Tệp Excel (.xlsx)")
        .setInputFiles(new FilePayload("so-lieu.xlsx", XLSX, "a;b;c".getBytes()));
    head.button("Tải lên và xem trước").click();
    head.sees("không phải bảng tính Excel");
    screens.take(page, "refused");

    // the template, filled in
    var template = page.waitForDownload(() -> head.button("Tải tệp mẫu").click());
    page.getByLabel("Tệp Excel (.xlsx)")
        .setInputFiles(new FilePayload("de-nghi-2022.xlsx", XLSX, filled(template.path())));
    head.button("Tải lên và xem trước").click();

    // the page is told when the check is done
    head.sees("1 trên 3 dòng có lỗi");
    head.sees("Đơn vị không có mã TTUD-77.");
    screens.take(page, "preview");
    head.button("Nhập 2 dòng").click();
    // offered when the import has ended: the page asks for itself no more
    assertThat(head.button("Gửi các bản nháp đầy đủ")).isVisible();
    assertThat(page.getByText("Mở bản nháp")).hasCount(2);
    screens.take(page, "imported");

    head.button("Gửi các bản nháp đầy đủ").click();
    head.sees("Hồ sơ chưa có tài liệu minh chứng.");
    assertThat(page.locator("#sheet-progress")).hasCount(0);
    screens.take(page, "not-sent");
    page.context().close();
  }

  private static byte[] filled(Path template) throws IOException {
    try (var in = Files.newInputStream(template);
        var workbook = new XSSFWorkbook(in);
        var content = new ByteArrayOutputStream()) {
      var rows =
          List.of(
              List.of("TTUD-05 – Phạm Hoàng Nam", "Số hóa hồ sơ lưu trữ", REPORT),
              List.of("TTUD-77", "Không có người này", REPORT),
              List.of("TTUD-06 – Võ Thị Như Ý", "Xây dựng trang tin của Trung tâm", ""));
      for (var line = 0; line < rows.size(); line++) {
        var row = workbook.getSheetAt(0).createRow(line + 1);
        row.createCell(0).setCellValue("Cá nhân");
        row.createCell(1).setCellValue(rows.get(line).get(0));
        row.createCell(2).setCellValue("GK-SO – Giấy khen của Giám đốc Sở");
        row.createCell(3).setCellValue(rows.get(line).get(1));
        row.createCell(4).setCellValue(rows.get(line).get(2));
        row.createCell(5).setCellValue("29/12/2022");
        row.createCell(6).setCellValue("31/12/2022");
      }
      workbook.write(content);
      return content.toByteArray();
    }
  }
}
