package vn.commendation.portal;

import static vn.commendation.directory.Role.ADMIN;
import static vn.commendation.directory.Role.CLERK;
import static vn.commendation.directory.Role.COUNCIL_SECRETARY;
import static vn.commendation.directory.Role.DEPUTY_DIRECTOR;
import static vn.commendation.directory.Role.DIRECTOR;
import static vn.commendation.directory.Role.OFFICE_CHIEF;
import static vn.commendation.directory.Role.OFFICE_OFFICER;
import static vn.commendation.directory.Role.UNIT_HEAD;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import vn.commendation.engine.EngineLinks;

/** Who may open which page. The services decide again about every single case. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  /**
   * The process viewer writes style attributes into the drawing; nothing else needs them. Who logs
   * in on a link from a mail goes on to his task, and a browser takes that for part of the form.
   */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:;"
          + " object-src 'none'; base-uri 'none'; form-action 'self' %s; frame-ancestors 'none'";

  @Bean
  SecurityFilterChain pages(HttpSecurity http, EngineLinks links) throws Exception {
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers("/login", "/css/*", "/js/*", "/fonts/*", "/images/*")
                    .permitAll()
                    .requestMatchers("/webjars/**", "/actuator/health/**")
                    .permitAll()
                    .requestMatchers("/disclosures/*/objections/letter")
                    .hasAnyRole(OFFICE_OFFICER.name(), OFFICE_CHIEF.name())
                    .requestMatchers("/disclosures/*/objections/**")
                    .authenticated()
                    // from people without an account: limited in number, and confirmed by mail
                    .requestMatchers("/disclosures/*/object", "/disclosures/confirm/*")
                    .permitAll()
                    .requestMatchers(HttpMethod.GET, "/disclosures/**")
                    .permitAll()
                    .requestMatchers("/roll/*/withhold", "/roll/withheld/**")
                    .hasAnyRole(OFFICE_OFFICER.name(), OFFICE_CHIEF.name())
                    .requestMatchers("/stories/manage/new", "/stories/manage/*/edit")
                    .hasAnyRole(OFFICE_OFFICER.name(), OFFICE_CHIEF.name())
                    .requestMatchers(HttpMethod.POST, "/stories/manage")
                    .hasAnyRole(OFFICE_OFFICER.name(), OFFICE_CHIEF.name())
                    .requestMatchers(HttpMethod.POST, "/stories/manage/*/publish")
                    .hasAnyRole(OFFICE_CHIEF.name(), DIRECTOR.name(), DEPUTY_DIRECTOR.name())
                    .requestMatchers("/stories/manage/**")
                    .hasAnyRole(
                        OFFICE_OFFICER.name(),
                        OFFICE_CHIEF.name(),
                        DIRECTOR.name(),
                        DEPUTY_DIRECTOR.name())
                    .requestMatchers("/", "/roll", "/decisions", "/decisions/**", "/stories/**")
                    .permitAll()
                    .requestMatchers("/figures", "/feed.atom", "/robots.txt")
                    .permitAll()
                    // heads of units sit in the council and declare their own conflicts
                    .requestMatchers("/dossiers/*/conflicts")
                    .authenticated()
                    .requestMatchers("/registers/templates/**")
                    .hasAnyRole(OFFICE_OFFICER.name(), OFFICE_CHIEF.name(), ADMIN.name())
                    .requestMatchers("/registers/**", "/dossiers/**", "/reports/**")
                    .hasAnyRole(
                        OFFICE_OFFICER.name(),
                        OFFICE_CHIEF.name(),
                        DIRECTOR.name(),
                        DEPUTY_DIRECTOR.name(),
                        CLERK.name(),
                        COUNCIL_SECRETARY.name(),
                        ADMIN.name())
                    .requestMatchers("/revocations/**")
                    .hasAnyRole(
                        OFFICE_OFFICER.name(),
                        OFFICE_CHIEF.name(),
                        DIRECTOR.name(),
                        DEPUTY_DIRECTOR.name(),
                        CLERK.name(),
                        ADMIN.name())
                    .requestMatchers("/actuator/**")
                    .hasRole(ADMIN.name())
                    .requestMatchers("/bulk-acceptances/**")
                    .hasAnyRole(OFFICE_OFFICER.name(), OFFICE_CHIEF.name())
                    .requestMatchers("/dashboard/**")
                    .hasAnyRole(
                        OFFICE_OFFICER.name(),
                        OFFICE_CHIEF.name(),
                        DIRECTOR.name(),
                        DEPUTY_DIRECTOR.name(),
                        ADMIN.name())
                    .requestMatchers(HttpMethod.POST, "/operations/migrations/**")
                    .hasRole(ADMIN.name())
                    .requestMatchers(HttpMethod.POST, "/operations/reconciliation/*/rebuild")
                    .hasRole(ADMIN.name())
                    .requestMatchers(HttpMethod.POST, "/operations/reconciliation")
                    .hasAnyRole(OFFICE_CHIEF.name(), ADMIN.name())
                    .requestMatchers("/operations/**")
                    .hasAnyRole(OFFICE_OFFICER.name(), OFFICE_CHIEF.name(), ADMIN.name())
                    .requestMatchers(HttpMethod.POST, "/nominations/*/lift")
                    .hasAnyRole(OFFICE_OFFICER.name(), OFFICE_CHIEF.name())
                    .requestMatchers("/nominations/new", "/nominations/sheets/**")
                    .hasRole(UNIT_HEAD.name())
                    .requestMatchers(HttpMethod.POST, "/nominations/**")
                    .hasRole(UNIT_HEAD.name())
                    .anyRequest()
                    .authenticated())
        .formLogin(login -> login.loginPage("/login"))
        .logout(logout -> logout.logoutSuccessUrl("/login?logout"))
        .requestCache(cache -> cache.requestCache(requestCache()))
        .exceptionHandling(refusal -> refusal.accessDeniedHandler(new RefusedRequestHandler()))
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(
                        csp ->
                            csp.policyDirectives(CONTENT_SECURITY_POLICY.formatted(tasks(links))))
                    .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
        .build();
  }

  /** Scheme, host and port of the page of tasks. */
  private static String tasks(EngineLinks links) {
    return links.tasks().resolve("/").toString().replaceFirst("/$", "");
  }

  private static HttpSessionRequestCache requestCache() {
    var cache = new HttpSessionRequestCache();
    cache.setMatchingRequestParameterName(null);
    return cache;
  }
}
