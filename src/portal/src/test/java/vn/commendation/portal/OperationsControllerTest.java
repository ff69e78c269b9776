package vn.commendation.portal;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.engine.BlockedCommand;
import vn.commendation.engine.EngineCommands;

@PortalSlice
@WithMockUser(username = "office", roles = "OFFICE_OFFICER")
class OperationsControllerTest {

  @Autowired MockMvc mvc;
  @Autowired Directory directory;
  @Autowired EngineCommands engineCommands;

  @BeforeEach
  void logIn() {
    given(directory.account(any())).willReturn(Samples.account("office", Role.OFFICE_OFFICER));
  }

  @Test
  void shouldTellWhyACommandIsBlockedAndWhichCaseItStops() throws Exception {
    given(engineCommands.blocked())
        .willReturn(
            List.of(
                blocked("c1", "nomination-submitted", Samples.ID),
                blocked("c2", "objection-raised", "d1"),
                blocked("c3", "campaign-closed", "campaign-7"),
                blocked("c4", "revocation-proposed", "r1")));

    mvc.perform(get("/operations"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("nomination-submitted"),
                        containsString("&lt;b&gt;bad&lt;/b&gt;"),
                        containsString(Samples.CASE),
                        containsString("/operations/c1/retry"),
                        containsString("\"/dossiers/d1\""),
                        containsString("\"/campaigns/7\""),
                        containsString("\"/revocations/r1\""))));
  }

  private static BlockedCommand blocked(String id, String name, String businessId) {
    return new BlockedCommand(id, name, businessId, "<b>bad</b>", 3, Instant.EPOCH);
  }

  @Test
  void shouldSendABlockedCommandAgain() throws Exception {
    mvc.perform(post("/operations/c1/retry").with(csrf()))
        .andExpect(redirectedUrl("/operations"))
        .andExpect(flash().attribute("flash", "flash.command-retried"));
    then(engineCommands).should().retry("c1");
  }
}
