package vn.commendation.campaign.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import vn.commendation.award.Awards;
import vn.commendation.campaign.Campaigns;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.portal.PortalSlice;
import vn.commendation.portal.Samples;

@PortalSlice
@WithMockUser(username = "head", roles = "UNIT_HEAD")
class CampaignControllerTest {

  @Autowired MockMvc mvc;
  @Autowired Directory directory;
  @Autowired Campaigns campaigns;
  @Autowired Awards awards;

  @BeforeEach
  void oneCampaign() {
    given(directory.account(any())).willReturn(Samples.account("head", Role.UNIT_HEAD));
    given(campaigns.all()).willReturn(List.of(Samples.CAMPAIGN));
    given(campaigns.find(1)).willReturn(Optional.of(Samples.CAMPAIGN));
    given(awards.all()).willReturn(List.of(Samples.AWARD));
  }

  @Test
  void shouldListCampaigns() throws Exception {
    mvc.perform(get("/campaigns"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString(Samples.CAMPAIGN.title()),
                        containsString("Không nhận đề nghị"))));
  }

  @Test
  void shouldShowThePlanAndWhoDecidesEachAward() throws Exception {
    given(campaigns.openNow()).willReturn(List.of(Samples.CAMPAIGN));

    mvc.perform(get("/campaigns/1"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Số …/KH-KHCN ngày 30/05/2022"),
                        containsString("Công văn số 74/HĐTĐ"),
                        containsString("Giấy khen của Giám đốc Sở"),
                        containsString("Giám đốc Sở quyết định"),
                        containsString("/nominations/new?campaign=1"))));
  }

  @Test
  void shouldNotOfferToNominateInAClosedCampaign() throws Exception {
    mvc.perform(get("/campaigns/1"))
        .andExpect(content().string(not(containsString("/nominations/new?campaign=1"))));
  }

  @Test
  void shouldNotKnowACampaignThatDoesNotExist() throws Exception {
    mvc.perform(get("/campaigns/99")).andExpect(status().isNotFound());
    mvc.perform(get("/campaigns/x")).andExpect(status().isBadRequest());
  }
}
