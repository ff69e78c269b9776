package vn.commendation.portal;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.commendation.campaign.Campaigns;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.engine.BlockedCommand;
import vn.commendation.engine.EngineCommands;
import vn.commendation.nomination.NominationStatus;
import vn.commendation.nomination.Nominations;
import vn.commendation.nomination.WaitingItem;

@PortalSlice
class HomeControllerTest {

  @Autowired MockMvc mvc;
  @Autowired Directory directory;
  @Autowired Nominations nominations;
  @Autowired Campaigns campaigns;
  @Autowired EngineCommands engineCommands;

  @Test
  void shouldShowAUnitHeadWhatToWriteAndWhereToNominate() throws Exception {
    given(campaigns.openNow()).willReturn(List.of(Samples.CAMPAIGN));
    given(nominations.waitingFor("head"))
        .willReturn(List.of(new WaitingItem(Samples.summary(NominationStatus.SUPPLEMENT), null)));
    given(nominations.countsByStatus("head")).willReturn(Map.of(NominationStatus.SUPPLEMENT, 1L));

    openAs("head", Role.UNIT_HEAD, get("/"))
        .andExpect(status().isOk())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("<html lang=\"vi\""),
                        containsString(Samples.CASE + "/edit"),
                        containsString("21/11/2026 17:00"),
                        containsString("quá hạn"),
                        containsString("/nominations/new?campaign=1"),
                        containsString("/nominations?status=SUPPLEMENT"),
                        not(containsString("/operations")))));
    then(engineCommands).shouldHaveNoInteractions();
  }

  @Test
  void shouldLeadTheOfficeToItsTasksAndToWhatIsBlocked() throws Exception {
    given(nominations.waitingFor("office"))
        .willReturn(
            List.of(
                new WaitingItem(
                    Samples.summary(NominationStatus.OFFICE_REVIEW),
                    "http://localhost:8080/operaton/app/tasklist/default/#/?task=17")));
    given(engineCommands.blocked())
        .willReturn(
            List.of(new BlockedCommand("c", "publish", Samples.ID, "why", 3, Instant.EPOCH)));

    openAs("office", Role.OFFICE_OFFICER, get("/"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString(
                            "http://localhost:8080/operaton/app/tasklist/default/#/?task=17"),
                        containsString("Có 1 lệnh"),
                        not(containsString("/nominations/new")))));
  }

  @Test
  void shouldSpeakEnglishWhenAskedAndRememberIt() throws Exception {
    openAs("head", Role.UNIT_HEAD, get("/").param("lang", "en"))
        .andExpect(cookie().value("COMMENDATION_LANGUAGE", "en"))
        .andExpect(
            content()
                .string(allOf(containsString("<html lang=\"en\""), containsString("Hello, "))));
    openAs("head", Role.UNIT_HEAD, get("/").cookie(new Cookie("COMMENDATION_LANGUAGE", "en")))
        .andExpect(content().string(containsString("Hello, ")));
  }

  @Test
  void shouldTakeAnUnknownLanguageForVietnamese() throws Exception {
    openAs("head", Role.UNIT_HEAD, get("/").param("lang", "<script>"))
        .andExpect(content().string(containsString("<html lang=\"vi\"")));
  }

  @Test
  void shouldKeepTheQueryWhenTheLanguageChanges() throws Exception {
    openAs("head", Role.UNIT_HEAD, get("/?x=1&lang=en"))
        .andExpect(content().string(containsString("href=\"/?x=1&amp;lang=vi\"")));
  }

  private ResultActions openAs(String username, Role role, MockHttpServletRequestBuilder request)
      throws Exception {
    given(directory.account(username)).willReturn(Samples.account(username, role));
    return mvc.perform(request.with(user(username).roles(role.name())));
  }
}
