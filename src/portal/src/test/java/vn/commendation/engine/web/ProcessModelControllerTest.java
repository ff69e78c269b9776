package vn.commendation.engine.web;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import vn.commendation.portal.PortalSlice;

@PortalSlice
@WithMockUser(username = "head")
class ProcessModelControllerTest {

  @Autowired MockMvc mvc;

  @ParameterizedTest
  @CsvSource({
    "nomination, OfficeReview",
    "dossier, LeadershipSignature",
    "campaign, CampaignLaunched",
    "revocation, RevocationDecision"
  })
  void shouldSendADrawingOnce(String process, String element) throws Exception {
    var path = "/models/" + process + ".bpmn";
    var etag =
        mvc.perform(get(path))
            .andExpect(content().contentType("application/xml"))
            .andExpect(content().string(containsString(element)))
            .andReturn()
            .getResponse()
            .getHeader("ETag");

    mvc.perform(get(path).header("If-None-Match", etag)).andExpect(status().isNotModified());
  }

  @Test
  void shouldKnowNoOtherDrawing() throws Exception {
    mvc.perform(get("/models/other.bpmn")).andExpect(status().isNotFound());
    mvc.perform(get("/models/eligibility.dmn")).andExpect(status().isNotFound());
  }
}
