package vn.commendation;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

  /** Days begin and end where the Department works, wherever the machine stands. */
  @Bean
  Clock clock(@Value("${commendation.zone}") ZoneId zone) {
    return Clock.system(zone);
  }
}
