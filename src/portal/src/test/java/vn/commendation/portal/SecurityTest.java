package vn.commendation.portal;

import static org.hamcrest.Matchers.containsString;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.BDDMockito.given;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.unauthenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Page;
import org.springframework.security.core.userdetails.User;
import org.springframework.test.web.servlet.MockMvc;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.nomination.Nominations;
import vn.commendation.publication.Disclosures;
import vn.commendation.revocation.Revocations;

@PortalSlice
class SecurityTest {

  @Autowired MockMvc mvc;
  @Autowired Directory directory;
  @Autowired Nominations nominations;
  @Autowired Disclosures disclosures;
  @Autowired Revocations revocations;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nominations",
        Samples.CASE,
        "/campaigns",
        "/operations",
        "/operations/mails",
        "/operations/reconciliation",
        "/notifications",
        "/notifications/settings",
        "/actuator/env",
        "/roll/withheld",
        "/roll/1/withhold"
      })
  void shouldAskToLogInFirst(String path) throws Exception {
    mvc.perform(get(path)).andExpect(redirectedUrlPattern("**/login"));
  }

  @Test
  void shouldLogInWithTheAccountOfTheDirectory() throws Exception {
    given(directory.loadUserByUsername("head"))
        .willAnswer(
            call -> User.withUsername("head").password("{noop}secret").roles("UNIT_HEAD").build());

    mvc.perform(formLogin().user("head").password("secret"))
        .andExpect(authenticated().withUsername("head"))
        .andExpect(redirectedUrl("/"));
    mvc.perform(formLogin().user("head").password("wrong"))
        .andExpect(unauthenticated())
        .andExpect(redirectedUrl("/login?error"));
    mvc.perform(get("/login").param("error", ""))
        .andExpect(content().string(containsString("Tên đăng nhập hoặc mật khẩu không đúng.")));
  }

  @Test
  void shouldSendSomebodyLoggedInHomeFromTheLoginPage() throws Exception {
    mvc.perform(get("/login").with(user("head"))).andExpect(redirectedUrl("/"));
  }

  @ParameterizedTest
  @CsvSource({
    "/operations, OFFICE_OFFICER, 200",
    "/operations, OFFICE_CHIEF, 200",
    "/operations, ADMIN, 200",
    "/operations, UNIT_HEAD, 403",
    "/operations, DIRECTOR, 403",
    "/roll/withheld, DIRECTOR, 403",
    "/roll/withheld, UNIT_HEAD, 403",
    "/roll/1/withhold, COUNCIL_SECRETARY, 403",
    "/dashboard, CLERK, 403",
    "/bulk-acceptances, DIRECTOR, 403",
    "/bulk-acceptances, ADMIN, 403",
    "/bulk-acceptances, UNIT_HEAD, 403",
    "/filters, UNIT_HEAD, 200",
    "/dashboard, COUNCIL_SECRETARY, 403",
    "/dashboard, UNIT_HEAD, 403",
    "/nominations/new, DIRECTOR, 403",
    "/nominations/new, OFFICE_OFFICER, 403",
    "/actuator/env, DIRECTOR, 403"
  })
  void shouldOpenPagesByRole(String path, Role role, int expected) throws Exception {
    given(directory.account(any())).willReturn(Samples.account("somebody", role));

    mvc.perform(get(path).with(user("somebody").roles(role.name())))
        .andExpect(status().is(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "/disclosures, 200",
    "/disclosures/6f1f2d3c-0000-4000-8000-0000000000d1, 404",
    "/disclosures/6f1f2d3c-0000-4000-8000-0000000000d1/objections, 302",
    "/disclosures/6f1f2d3c-0000-4000-8000-0000000000d1/objections/new, 302",
    "/revocations, 302",
    "/revocations/new?award=1, 302",
    "/revocations/6f1f2d3c-0000-4000-8000-0000000000e1, 302"
  })
  void shouldShowListsForCommentToEverybodyAndNothingElse(String path, int expected)
      throws Exception {
    given(disclosures.list(any())).willReturn(Page.empty());

    mvc.perform(get(path)).andExpect(status().is(expected));
  }

  @Test
  void shouldTakeNoObjectionFromWhoeverIsNotLoggedIn() throws Exception {
    var objections = "/disclosures/6f1f2d3c-0000-4000-8000-0000000000d1/objections";

    mvc.perform(post(objections).with(csrf())).andExpect(redirectedUrlPattern("**/login"));
    mvc.perform(post(objections).with(user("staff").roles("CLERK")))
        .andExpect(status().isForbidden());
    mvc.perform(post("/disclosures").with(csrf())).andExpect(redirectedUrlPattern("**/login"));
  }

  @ParameterizedTest
  @CsvSource({
    "OFFICE_OFFICER, 200",
    "OFFICE_CHIEF, 200",
    "DIRECTOR, 200",
    "DEPUTY_DIRECTOR, 200",
    "CLERK, 200",
    "ADMIN, 200",
    "UNIT_HEAD, 403",
    "COUNCIL_SECRETARY, 403"
  })
  void shouldShowRevocationsToThoseWhoWorkOnThem(Role role, int expected) throws Exception {
    given(directory.account(any())).willReturn(Samples.account("somebody", role));
    given(revocations.list(any(), anyBoolean(), any(), any())).willReturn(Page.empty());

    mvc.perform(get("/revocations").with(user("somebody").roles(role.name())))
        .andExpect(status().is(expected));
    if (expected == 403) {
      mvc.perform(post("/revocations").with(user("somebody").roles(role.name())).with(csrf()))
          .andExpect(status().isForbidden());
    }
  }

  @Test
  void shouldLetOnlyThoseWriteWhoMayNominate() throws Exception {
    mvc.perform(post(Samples.CASE).with(user("boss").roles("DIRECTOR")).with(csrf()))
        .andExpect(status().isForbidden());
  }

  @Test
  void shouldRefuseAFormWithoutItsToken() throws Exception {
    mvc.perform(post(Samples.CASE + "/submit").with(user("head").roles("UNIT_HEAD")))
        .andExpect(status().isForbidden());
  }

  @Test
  void shouldSendHeadersThatKeepForeignScriptsAndFramesOut() throws Exception {
    mvc.perform(get("/login"))
        .andExpect(header().string("Content-Security-Policy", containsString("default-src 'self'")))
        .andExpect(
            header().string("Content-Security-Policy", containsString("frame-ancestors 'none'")))
        .andExpect(header().string("X-Content-Type-Options", "nosniff"))
        .andExpect(header().string("Referrer-Policy", "same-origin"));
  }
}
