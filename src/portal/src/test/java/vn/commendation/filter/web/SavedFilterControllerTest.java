package vn.commendation.filter.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Page;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.filter.FilterRefused;
import vn.commendation.filter.FilteredList;
import vn.commendation.filter.SavedFilter;
import vn.commendation.filter.SavedFilters;
import vn.commendation.nomination.Nominations;
import vn.commendation.portal.PortalSlice;
import vn.commendation.portal.Samples;

@PortalSlice
@WithMockUser(username = "office", roles = "OFFICE_OFFICER")
class SavedFilterControllerTest {

  private static final SavedFilter LATE =
      new SavedFilter(
          7, FilteredList.NOMINATIONS, "Quá hạn <b>", "status=OFFICE_REVIEW&overdue=true", true);

  @Autowired MockMvc mvc;
  @Autowired Directory directory;
  @Autowired SavedFilters filters;
  @Autowired Nominations nominations;

  @BeforeEach
  void logIn() {
    given(directory.account(any())).willReturn(Samples.account("office", Role.OFFICE_OFFICER));
    given(nominations.search(any(), any(), any())).willReturn(Page.empty());
    given(filters.of(FilteredList.NOMINATIONS, "office")).willReturn(List.of(LATE));
  }

  @Test
  void shouldOpenTheListWithTheFilterChosenForThat() throws Exception {
    given(filters.opening(FilteredList.NOMINATIONS, "office")).willReturn(Optional.of(LATE));

    mvc.perform(get("/nominations"))
        .andExpect(redirectedUrl("/nominations?status=OFFICE_REVIEW&overdue=true"));
    mvc.perform(get("/nominations?all=true")).andExpect(status().isOk());
    mvc.perform(get("/nominations?status=HOLD")).andExpect(status().isOk());
    mvc.perform(get("/nominations").flashAttr("flash", "flash.withdrawn"))
        .andExpect(status().isOk());
  }

  @Test
  void shouldOfferTheSavedFiltersAndMarkTheOneInUse() throws Exception {
    mvc.perform(get("/nominations?status=OFFICE_REVIEW&overdue=true"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString(
                            "href=\"/nominations?status=OFFICE_REVIEW&amp;overdue=true\""
                                + " aria-current=\"true\""),
                        containsString("Quá hạn &lt;b&gt;"),
                        not(containsString("id=\"filter-name\"")))));
    mvc.perform(get(URI.create("/nominations?q=Kh%C3%B4i&status=")))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("id=\"filter-name\""),
                        containsString("name=\"query\" value=\"q=Kh%C3%B4i\""))));
  }

  @Test
  void shouldSaveAFilterAndGoBackToTheList() throws Exception {
    given(filters.save(FilteredList.NOMINATIONS, "Quá hạn", "overdue=true", "office"))
        .willReturn(new SavedFilter(8, FilteredList.NOMINATIONS, "Quá hạn", "overdue=true", false));

    mvc.perform(
            post("/filters")
                .param("list", "NOMINATIONS")
                .param("name", "Quá hạn")
                .param("query", "overdue=true")
                .with(csrf()))
        .andExpect(redirectedUrl("/nominations?overdue=true"))
        .andExpect(flash().attribute("flash", "filter.flash.saved"));
  }

  @Test
  void shouldSayWhyAFilterIsNotSavedAndKeepWhatWasEntered() throws Exception {
    given(filters.save(any(), any(), any(), any())).willThrow(new FilterRefused("same-name"));

    mvc.perform(
            post("/filters")
                .param("list", "NOMINATIONS")
                .param("name", "Của tôi")
                .param("query", "overdue=true")
                .with(csrf()))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Đã có bộ lọc mang tên này."),
                        containsString("value=\"Của tôi\""),
                        containsString("value=\"overdue=true\""))));
  }

  @Test
  void shouldRenameOpenAndDelete() throws Exception {
    mvc.perform(get("/filters"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("/filters/7/rename"),
                        containsString("/filters/7/open"),
                        containsString("/filters/7/delete"),
                        containsString("Bỏ mặc định"))));
    mvc.perform(post("/filters/7/rename").param("name", "Trễ").with(csrf()))
        .andExpect(redirectedUrl("/filters"));
    mvc.perform(post("/filters/7/open").param("opens", "false").with(csrf()))
        .andExpect(redirectedUrl("/filters"));
    mvc.perform(post("/filters/7/delete").with(csrf())).andExpect(redirectedUrl("/filters"));

    then(filters).should().rename(7, "Trễ", "office");
    then(filters).should().open(7, false, "office");
    then(filters).should().delete(7, "office");
  }

  @Test
  void shouldSayThatAFilterIsGone() throws Exception {
    willThrow(new FilterRefused("unknown")).given(filters).rename(7, "Trễ", "office");

    mvc.perform(post("/filters/7/rename").param("name", "Trễ").with(csrf()))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("Bộ lọc này không còn.")));
  }
}
