package vn.commendation.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.nomination.NominationFilter;
import vn.commendation.nomination.NominationStatus;
import vn.commendation.nomination.Nominations;

/** The lists of the portal as spreadsheets. */
@PortalSlice
@WithMockUser(username = "office", roles = "OFFICE_OFFICER")
class ListExportTest {

  @Autowired MockMvc mvc;
  @Autowired Directory directory;
  @Autowired Nominations nominations;

  @BeforeEach
  void logIn() {
    given(directory.account(any())).willReturn(Samples.account("office", Role.OFFICE_OFFICER));
  }

  @Test
  void shouldExportEveryPageOfTheFilteredListAndNotOnlyTheOneShown() throws Exception {
    var summary = Samples.summary(NominationStatus.OFFICE_REVIEW);
    var first = PageRequest.of(0, 500);
    var filter =
        new NominationFilter(
            "khôi", NominationStatus.OFFICE_REVIEW, false, null, null, null, false, null, null);
    given(nominations.search(filter, "office", first))
        .willReturn(
            new PageImpl<>(IntStream.range(0, 500).mapToObj(i -> summary).toList(), first, 501));
    given(nominations.search(filter, "office", PageRequest.of(1, 500)))
        .willReturn(new PageImpl<>(List.of(summary), PageRequest.of(1, 500), 501));

    var rows = rows("/nominations?q=khôi&status=OFFICE_REVIEW&page=3&format=xlsx");

    assertThat(rows.get(1)).containsExactly("HỒ SƠ ĐỀ NGHỊ");
    assertThat(rows.get(2).getFirst()).contains("khôi", "Văn phòng thẩm định");
    assertThat(rows.get(5)).contains("Mã hồ sơ", "Trạng thái");
    assertThat(rows.get(6)).contains("HTLTB-2022-0001", "Phạm Đình Khôi", "20/11/2026 10:25");
    assertThat(rows).hasSize(6 + 501);
  }

  @Test
  void shouldSpeakTheLanguageOfTheReader() throws Exception {
    given(nominations.search(any(), any(), any())).willReturn(new PageImpl<>(List.of()));

    assertThat(rows("/nominations?format=xlsx&lang=en").get(2)).containsExactly("The whole list");
  }

  @Test
  void shouldSendAFileToKeep() throws Exception {
    given(nominations.search(any(), any(), any())).willReturn(new PageImpl<>(List.of()));

    mvc.perform(get("/nominations?format=xlsx"))
        .andExpect(status().isOk())
        .andExpect(
            content()
                .contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
        .andExpect(
            header()
                .string("Content-Disposition", containsString("ho-so-de-nghi-2026-11-22.xlsx")));
  }

  @Test
  void shouldAnswerWithAPageWhenTheListCannotBeRead() throws Exception {
    given(nominations.search(any(), any(), any()))
        .willThrow(new CannotAcquireLockException("busy"));

    mvc.perform(get("/nominations?format=xlsx"))
        .andExpect(status().isConflict())
        .andExpect(content().contentTypeCompatibleWith("text/html"));
  }

  private List<List<String>> rows(String url) throws Exception {
    var content =
        mvc.perform(get(url))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsByteArray();
    var formatter = new DataFormatter();
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(content))) {
      var rows = new ArrayList<List<String>>();
      var sheet = workbook.getSheetAt(0);
      for (var number = 0; number <= sheet.getLastRowNum(); number++) {
        var cells = new ArrayList<String>();
        if (sheet.getRow(number) != null) {
          sheet.getRow(number).forEach(cell -> cells.add(formatter.formatCellValue(cell)));
        }
        rows.add(cells);
      }
      return rows;
    }
  }
}
