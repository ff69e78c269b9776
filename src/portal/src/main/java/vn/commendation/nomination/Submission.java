package vn.commendation.nomination;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.commendation.campaign.Campaigns;
import vn.commendation.directory.Directory;

/** Sends a case on its way with unit and nominee as they are today, through whichever door. */
@Component
class Submission {

  private final Directory directory;
  private final Campaigns campaigns;
  private final CaseSeries series;
  private final Versions versions;
  private final JdbcClient jdbc;
  private final Clock clock;

  Submission(
      Directory directory,
      Campaigns campaigns,
      CaseSeries series,
      Versions versions,
      JdbcClient jdbc,
      Clock clock) {
    this.directory = directory;
    this.campaigns = campaigns;
    this.series = series;
    this.versions = versions;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Keeps everybody else from submitting for this nominee until the transaction ends, so that of
   * two nominations the second sees the first.
   */
  void lockNominee(Nomination nomination) {
    if (nomination.personId() == null) {
      jdbc.sql("select id from unit where id = ? for update")
          .param(nomination.unitId())
          .query(Long.class)
          .optional();
    } else {
      jdbc.sql("select id from person where id = ? for update")
          .param(nomination.personId())
          .query(Long.class)
          .optional();
    }
  }

  /** Submits a nomination that was checked before; a supplement keeps its code. */
  void send(Nomination nomination, String username) {
    var now = clock.instant();
    var unit = directory.unit(nomination.unitId()).orElseThrow();
    var nominee =
        nomination.personId() == null
            ? null
            : directory.person(nomination.personId()).orElseThrow();
    var afterWindow =
        nomination.campaignId() != null
            && campaigns.find(nomination.campaignId()).orElseThrow().closedAt(now);
    var code = nomination.code() == null ? series.next(nomination) : null;
    nomination.submit(code, afterWindow, nominee, unit, now);
    versions.keep(nomination, username);
  }
}
