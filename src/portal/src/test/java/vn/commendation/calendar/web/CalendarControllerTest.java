package vn.commendation.calendar.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import vn.commendation.calendar.CalendarDay;
import vn.commendation.calendar.CalendarDays;
import vn.commendation.calendar.CalendarRefused;
import vn.commendation.calendar.DayKind;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.portal.PortalSlice;
import vn.commendation.portal.Samples;

@PortalSlice
@WithMockUser(username = "admin", roles = "ADMIN")
class CalendarControllerTest {

  private static final CalendarDay TET =
      new CalendarDay(
          LocalDate.of(2026, 2, 16), DayKind.HOLIDAY, "Tết Nguyên đán", "Điều 112", false);

  @Autowired MockMvc mvc;
  @Autowired Directory directory;
  @Autowired CalendarDays days;

  @BeforeEach
  void oneHoliday() {
    given(directory.account(any())).willReturn(Samples.account("admin", Role.ADMIN));
    given(days.of(2026)).willReturn(List.of(TET));
    given(days.mayEdit("admin")).willReturn(true);
  }

  @Test
  void shouldShowTheDaysOfThisYear() throws Exception {
    mvc.perform(get("/awards/calendar"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Lịch làm việc năm 2026"),
                        containsString("16/02/2026"),
                        containsString("Thứ Hai"),
                        containsString("chưa xác minh"),
                        containsString("year=2025"),
                        not(containsString("??")))));
  }

  @Test
  @WithMockUser(username = "head", roles = "UNIT_HEAD")
  void shouldOfferChangesOnlyToAdministrators() throws Exception {
    mvc.perform(get("/awards/calendar?year=2026"))
        .andExpect(content().string(not(containsString("/awards/calendar/remove"))));
  }

  @Test
  void shouldAddADay() throws Exception {
    mvc.perform(
            post("/awards/calendar")
                .with(csrf())
                .param("day", "2026-02-16")
                .param("kind", "HOLIDAY")
                .param("name", "Tết Nguyên đán ")
                .param("legalBasis", "Điều 112"))
        .andExpect(redirectedUrl("/awards/calendar?year=2026"));
    then(days).should().add(TET, "admin");
  }

  @Test
  void shouldSayWhyADayWasRefusedAndKeepWhatWasTyped() throws Exception {
    var refusal = mock(CalendarRefused.class);
    given(refusal.code()).willReturn("taken");
    willThrow(refusal).given(days).add(any(), any());

    mvc.perform(
            post("/awards/calendar")
                .with(csrf())
                .param("day", "2026-12-24")
                .param("kind", "WORKING")
                .param("name", "Làm bù")
                .param("legalBasis", "Thông báo"))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Ngày này đã được nhập trước đó."),
                        containsString("value=\"2026-12-24\""),
                        containsString("value=\"Làm bù\""))));
  }

  @Test
  void shouldRemoveADayWithAReason() throws Exception {
    mvc.perform(
            post("/awards/calendar/remove")
                .with(csrf())
                .param("day", "2026-02-16")
                .param("reason", "Nhập nhầm"))
        .andExpect(redirectedUrl("/awards/calendar?year=2026"));
    then(days).should().remove(LocalDate.of(2026, 2, 16), "Nhập nhầm", "admin");
  }

  @Test
  void shouldRefuseWhatIsNoYearAndNoDay() throws Exception {
    mvc.perform(get("/awards/calendar?year=1")).andExpect(status().isBadRequest());
    mvc.perform(get("/awards/calendar?year=x")).andExpect(status().isBadRequest());
    mvc.perform(
            post("/awards/calendar")
                .with(csrf())
                .param("day", "2026-02-30")
                .param("kind", "HOLIDAY")
                .param("name", "x")
                .param("legalBasis", "x"))
        .andExpect(status().isBadRequest());
  }
}
