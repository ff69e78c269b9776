package vn.commendation.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.audit.AuditTrail;
import vn.commendation.award.CommendationType;
import vn.commendation.directory.PositionClass;
import vn.commendation.storage.Utc;

/**
 * What the forms need to know of an award that came without a case. A person's class of today is
 * shown and never taken for granted: people move, statistics must not.
 */
@Service
@Transactional
public class AwardClassifications {

  private static final int MOST = 200;

  private static final String OPEN =
      """
       from award_given g
      join award a on a.code = g.award_code
      join unit u on u.id = g.unit_id
      left join person p on p.id = g.person_id
      left join nomination n on n.id = g.nomination_id
      left join report_classification k on k.award_id = g.id
      where g.live = 1 and g.revoked_on is null and n.id is null and k.award_id is null
      """;

  private final JdbcClient jdbc;
  private final FormCatalogue catalogue;
  private final ReportPeriods periods;
  private final ReportAccess access;
  private final AuditTrail audit;
  private final Clock clock;

  AwardClassifications(
      JdbcClient jdbc,
      FormCatalogue catalogue,
      ReportPeriods periods,
      ReportAccess access,
      AuditTrail audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.catalogue = catalogue;
    this.periods = periods;
    this.access = access;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Awards of a year that a form counts and that are not classified, the earliest first, at most
   * 200.
   */
  @Transactional(readOnly = true)
  public List<UnclassifiedAward> open(String form, int year, String username) {
    access.reader(username);
    var period = periods.of(year);
    var counted =
        catalogue
            .of(form, period.to())
            .orElseThrow(() -> new NoSuchElementException("form " + form))
            .columns()
            .values()
            .stream()
            .flatMap(one -> one.dimensions().getOrDefault("award", List.of()).stream())
            .distinct()
            .toList();
    if (counted.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            """
            select g.id, g.nominee_name, g.person_id, u.name as unit_name, p.position_name,
              a.name as award_name, g.decision_number, g.decided_on"""
                + OPEN
                + """
                 and g.decided_on between :from and :to and g.award_code in (:counted)
                order by g.decided_on, g.id limit :most""")
        .param("counted", counted)
        .param("from", period.from())
        .param("to", period.to())
        .param("most", MOST)
        .query(
            (row, index) ->
                new UnclassifiedAward(
                    row.getLong("id"),
                    row.getString("nominee_name"),
                    row.getObject("person_id") != null,
                    row.getString("unit_name"),
                    row.getString("position_name"),
                    row.getString("award_name"),
                    row.getString("decision_number"),
                    row.getObject("decided_on", LocalDate.class)))
        .list();
  }

  /**
   * Classifies an award; what was classified once stays so.
   *
   * @param positionClass of its holder on the day of the decision; {@code null} for a collective
   * @throws ReportRefused if something is missing, or somebody classified it meanwhile
   */
  public void classify(
      long award,
      PositionClass positionClass,
      CommendationType type,
      String source,
      String username) {
    var account = access.writer(username);
    ReportPeriods.text("source", source);
    if (type == null) {
      throw new ReportRefused("type-missing");
    }
    var person =
        jdbc.sql("select g.person_id is not null" + OPEN + " and g.id = ?")
            .param(award)
            .query(Boolean.class)
            .optional()
            .orElseThrow(() -> new ReportRefused("award-classified"));
    if (person == (positionClass == null)) {
      throw new ReportRefused("class-missing");
    }
    try {
      jdbc.sql("insert into report_classification values (?, ?, ?, ?, ?, ?)")
          .params(
              award,
              positionClass == null ? null : positionClass.name(),
              type.name(),
              source,
              account.displayName(),
              Utc.now(clock))
          .update();
    } catch (DuplicateKeyException e) {
      throw new ReportRefused("award-classified");
    }
    audit.append(
        account.username(),
        account.displayName(),
        "report.award-classified",
        "award_given-" + award,
        "%s, %s: %s".formatted(positionClass, type, source));
  }
}
