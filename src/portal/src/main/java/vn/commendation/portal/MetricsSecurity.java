package vn.commendation.portal;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The figures for Prometheus, which cannot log in with a form: it has a name and a secret of its
 * own, and with them nothing else can be opened. Without a secret only an administrator who is
 * logged in reads them.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${commendation.metrics.password:}'.isBlank()")
class MetricsSecurity {

  static final String USERNAME = "prometheus";

  private static final String ROLE = "METRICS";

  @Bean
  @Order(1)
  SecurityFilterChain metrics(
      HttpSecurity http, @Value("${commendation.metrics.password}") String password)
      throws Exception {
    var encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    var reader = User.withUsername(USERNAME).password(encoder.encode(password)).roles(ROLE).build();
    return http.securityMatcher("/actuator/prometheus")
        .userDetailsService(new InMemoryUserDetailsManager(reader))
        .authorizeHttpRequests(requests -> requests.anyRequest().hasRole(ROLE))
        .httpBasic(Customizer.withDefaults())
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(csrf -> csrf.disable())
        .build();
  }
}
