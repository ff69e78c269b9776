package vn.commendation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.exception.CamundaError;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

class JobRunTest {

  private final Logger log = (Logger) LoggerFactory.getLogger(JobRunTest.class);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final ActivatedJob job = mock();

  @BeforeEach
  void listen() {
    lines.start();
    log.addAppender(lines);
    given(job.getKey()).willReturn(17L);
    given(job.getProcessInstanceKey()).willReturn(11L);
    given(job.getType()).willReturn("nomination.check");
    given(job.getRetries()).willReturn(5);
    given(job.getVariablesAsMap())
        .willReturn(Map.of("nominationId", "a-case", "nomineeName", "Vũ Thị Quỳnh Như"));
  }

  @AfterEach
  void hearNoMore() {
    log.detachAppender(lines);
  }

  @Test
  void shouldLetALineSayWhatItIsAbout() throws IOException {
    JobRun.of(
        job,
        () -> {
          log.info("checked");
          return true;
        });
    log.info("after");

    assertThat(lines.list)
        .extracting(this::written)
        .containsExactly(" case=a-case instance=11 job=17 type=nomination.check checked", " after");
  }

  @Test
  void shouldForgetItWhenTheWorkFails() {
    assertThatThrownBy(
            () ->
                JobRun.of(
                    job,
                    () -> {
                      throw new IllegalStateException("no paper left");
                    }))
        .isInstanceOf(CamundaError.class.getSuperclass());
    assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
  }

  /** As the application's pattern writes it. */
  private String written(ILoggingEvent line) {
    var layout = new PatternLayout();
    layout.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
    layout.setPattern(correlation() + "%msg");
    layout.start();
    return layout.doLayout(line);
  }

  private static String correlation() {
    try {
      return (String)
          new YamlPropertySourceLoader()
              .load("application", new ClassPathResource("application.yaml"))
              .getFirst()
              .getProperty("logging.pattern.correlation");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
