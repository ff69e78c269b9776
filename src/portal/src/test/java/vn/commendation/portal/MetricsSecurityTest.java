package vn.commendation.portal;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.commendation.directory.Role;

@PortalSlice
@Import({MetricsSecurity.class, MetricsSecurityTest.Figures.class})
@TestPropertySource(properties = "commendation.metrics.password=quiet")
class MetricsSecurityTest {

  private static final String FIGURES = "/actuator/prometheus";

  /** In the place of the actuator, which a slice has none of. */
  @RestController
  static class Figures {
    @GetMapping(FIGURES)
    String figures() {
      return "commendation_backlog 0";
    }
  }

  @Autowired private MockMvc http;

  @Test
  void shouldOpenTheFiguresToNameAndSecretAlone() throws Exception {
    http.perform(get(FIGURES)).andExpect(status().isUnauthorized());
    http.perform(get(FIGURES).with(httpBasic("prometheus", "loud")))
        .andExpect(status().isUnauthorized());
    http.perform(get(FIGURES).with(user("quantri").roles(Role.ADMIN.name())))
        .andExpect(status().isForbidden());
    http.perform(get(FIGURES).with(httpBasic("prometheus", "quiet"))).andExpect(status().isOk());
  }

  @Test
  void shouldOpenNothingElseToThem() throws Exception {
    http.perform(get("/actuator/metrics").with(httpBasic("prometheus", "quiet")))
        .andExpect(status().is3xxRedirection());
    http.perform(get("/nominations").with(httpBasic("prometheus", "quiet")))
        .andExpect(status().is3xxRedirection());
  }
}
