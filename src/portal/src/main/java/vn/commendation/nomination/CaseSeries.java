package vn.commendation.nomination;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.campaign.Campaigns;

/** Case codes without gaps: per campaign, and per year for what belongs to none. */
@Component
class CaseSeries {

  private final Campaigns campaigns;
  private final JdbcClient jdbc;
  private final Clock clock;

  CaseSeries(Campaigns campaigns, JdbcClient jdbc, Clock clock) {
    this.campaigns = campaigns;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * The next code. The series stays locked until the caller's transaction ends, and a rollback
   * gives the number back.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public String next(Nomination nomination) {
    var series =
        nomination.campaignId() == null
            ? "DX-" + LocalDate.now(clock).getYear()
            : campaigns.find(nomination.campaignId()).orElseThrow().code();
    jdbc.sql(
            """
            insert into case_series (series, last_number) values (?, 1)
            on duplicate key update last_number = last_number + 1""")
        .param(series)
        .update();
    var number =
        jdbc.sql("select last_number from case_series where series = ?")
            .param(series)
            .query(Integer.class)
            .single();
    return "%s-%04d".formatted(series, number);
  }
}
