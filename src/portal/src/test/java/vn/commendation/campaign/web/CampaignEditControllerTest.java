package vn.commendation.campaign.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.commendation.award.Awards;
import vn.commendation.award.CommendationType;
import vn.commendation.campaign.CampaignForm;
import vn.commendation.campaign.CampaignPlanning;
import vn.commendation.campaign.CampaignUnit;
import vn.commendation.campaign.Refusals;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.portal.PortalSlice;
import vn.commendation.portal.Samples;

@PortalSlice
@WithMockUser(username = "office", roles = "OFFICE_OFFICER")
class CampaignEditControllerTest {

  @Autowired MockMvc mvc;
  @Autowired Directory directory;
  @Autowired CampaignPlanning planning;
  @Autowired Awards awards;

  @BeforeEach
  void catalogue() {
    given(directory.account(any())).willReturn(Samples.account("office", Role.OFFICE_OFFICER));
    given(awards.all()).willReturn(List.of(Samples.AWARD));
    given(planning.units()).willReturn(List.of(new CampaignUnit(3, "Phòng Quản lý Công nghệ")));
  }

  @Test
  void shouldShowThePlanOfADraft() throws Exception {
    given(planning.form(7, "office"))
        .willReturn(
            new CampaignForm(
                4,
                "HTB-2027",
                "Học tập và làm theo Bác năm 2027",
                "Chuyên đề",
                "12/KH-SKHCN",
                LocalDate.of(2026, 11, 20),
                "Công văn",
                "Nội dung",
                LocalDate.of(2027, 1, 1),
                LocalDate.of(2027, 12, 31),
                CommendationType.MOVEMENT,
                LocalDateTime.of(2026, 12, 1, 7, 30),
                null,
                null,
                Set.of("GIAY_KHEN"),
                Map.of("GIAY_KHEN", 5),
                Set.of(3L),
                null));

    mvc.perform(get("/campaigns/7/edit"))
        .andExpect(status().isOk())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("value=\"HTB-2027\""),
                        containsString("value=\"2026-12-01T07:30"),
                        containsString("value=\"2026-11-20\""),
                        containsString("name=\"ceilings[GIAY_KHEN]\" value=\"5\""),
                        containsString("Phòng Quản lý Công nghệ"))));
  }

  @Test
  void shouldCreateADraftFromWhatWasTyped() throws Exception {
    given(planning.create(any(), eq("office"))).willReturn(7L);

    mvc.perform(filled(post("/campaigns"))).andExpect(redirectedUrl("/campaigns/7"));

    var form = ArgumentCaptor.forClass(CampaignForm.class);
    verify(planning).create(form.capture(), eq("office"));
    assertThat(form.getValue())
        .isEqualTo(
            new CampaignForm(
                0,
                "HTB-2027",
                "Tên",
                "Chuyên đề",
                "12/KH-SKHCN",
                LocalDate.of(2026, 11, 20),
                "Căn cứ",
                "Nội dung",
                LocalDate.of(2027, 1, 1),
                LocalDate.of(2027, 12, 31),
                CommendationType.MOVEMENT,
                LocalDateTime.of(2026, 12, 1, 7, 30),
                LocalDateTime.of(2027, 10, 1, 17, 0),
                LocalDate.of(2027, 12, 15),
                Set.of("GIAY_KHEN"),
                Map.of("GIAY_KHEN", 5),
                Set.of(3L),
                null));
  }

  @Test
  void shouldSayAtTheFieldWhatIsWrong() throws Exception {
    doThrow(Refusals.of("window-order", "closesAt")).when(planning).edit(anyLong(), any(), any());

    mvc.perform(filled(post("/campaigns/7")))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Hạn nhận phải sau thời điểm bắt đầu nhận."),
                        containsString("value=\"12/KH-SKHCN\""))));
  }

  @Test
  void shouldRefuseWhatIsNoDateAndNoNumber() throws Exception {
    mvc.perform(
            filled(post("/campaigns"))
                .param("reportDueOn", "tomorrow")
                .param("ceilings[LDTT]", "many"))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("Giá trị không hợp lệ.")));

    verify(planning, never()).create(any(), any());
  }

  @Test
  void shouldNotLetAnybodyElsePlan() throws Exception {
    given(planning.newForm("office")).willThrow(Refusals.forbidden());

    mvc.perform(get("/campaigns/new")).andExpect(status().isForbidden());
  }

  private static MockHttpServletRequestBuilder filled(MockHttpServletRequestBuilder request) {
    return request
        .param("version", "0")
        .param("code", " HTB-2027 ")
        .param("title", "Tên")
        .param("theme", "Chuyên đề")
        .param("planNumber", "12/KH-SKHCN")
        .param("planDate", "2026-11-20")
        .param("basis", "Căn cứ")
        .param("description", "Nội dung")
        .param("achievementFrom", "2027-01-01")
        .param("achievementTo", "2027-12-31")
        .param("type", "MOVEMENT")
        .param("opensAt", "2026-12-01T07:30")
        .param("closesAt", "2027-10-01T17:00")
        .param("reportDueOn", "2027-12-15")
        .param("awardCodes", "GIAY_KHEN")
        .param("ceilings[GIAY_KHEN]", "5")
        // the page sends a field for every award, and most plans set no ceiling
        .param("ceilings[BANG_KHEN]", "")
        .param("unitIds", "3")
        .with(csrf());
  }
}
