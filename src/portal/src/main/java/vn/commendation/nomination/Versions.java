package vn.commendation.nomination;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.commendation.storage.Utc;

/** Every nomination as it was submitted, time after time. */
@Component
class Versions {

  private final EvidenceStore evidence;
  private final JdbcClient jdbc;
  private final Clock clock;

  Versions(EvidenceStore evidence, JdbcClient jdbc, Clock clock) {
    this.evidence = evidence;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Keeps the nomination as it is now. */
  void keep(Nomination nomination, String username) {
    jdbc.sql("insert into nomination_version values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .param(nomination.getId())
        .param(nomination.revision())
        .param(Utc.now(clock))
        .param(username)
        .param(nomination.nomineeName())
        .param(nomination.nomineePosition())
        .param(nomination.unitName())
        .param(nomination.awardCode())
        .param(nomination.title())
        .param(nomination.achievements())
        .param(nomination.periodFrom())
        .param(nomination.periodTo())
        .update();
    jdbc.sql(
            """
            insert into nomination_version_file (nomination_id, revision, file_id)
            select nomination_id, ?, id from evidence_file
            where nomination_id = ? and removed_at is null""")
        .params(nomination.revision(), nomination.getId())
        .update();
  }

  /** Every version, the first first. */
  List<NominationVersion> of(String nominationId) {
    var files =
        jdbc
            .sql("select revision, file_id from nomination_version_file where nomination_id = ?")
            .param(nominationId)
            .query((row, n) -> List.of(row.getLong("revision"), row.getLong("file_id")))
            .list()
            .stream()
            .collect(
                Collectors.groupingBy(
                    List::getFirst, Collectors.mapping(List::getLast, Collectors.toSet())));
    var everAttached = evidence.everAttachedTo(nominationId);
    return jdbc.sql(
            """
            select v.*, a.name as award_name, c.display_name from nomination_version v
              join award a on a.code = v.award_code
              join account c on c.username = v.submitted_by
            where v.nomination_id = ? order by v.revision""")
        .param(nominationId)
        .query(
            (row, n) -> {
              var attached = files.getOrDefault(row.getLong("revision"), Set.of());
              return new NominationVersion(
                  row.getInt("revision"),
                  Utc.instant(row, "submitted_at"),
                  row.getString("display_name"),
                  row.getString("nominee_name"),
                  row.getString("nominee_position"),
                  row.getString("unit_name"),
                  row.getString("award_name"),
                  row.getString("title"),
                  row.getString("achievements"),
                  row.getObject("period_from", LocalDate.class),
                  row.getObject("period_to", LocalDate.class),
                  everAttached.stream().filter(file -> attached.contains(file.id())).toList());
            })
        .list();
  }
}
