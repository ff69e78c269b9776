package vn.commendation.portal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Noon of 22 November 2026 in Tây Ninh. */
@TestConfiguration(proxyBeanMethods = false)
class FixedClock {

  @Bean
  Clock clock() {
    return Clock.fixed(Instant.parse("2026-11-22T05:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));
  }
}
