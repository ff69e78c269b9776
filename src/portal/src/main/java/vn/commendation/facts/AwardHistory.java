package vn.commendation.facts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.audit.AuditTrail;
import vn.commendation.award.AwardSubject;
import vn.commendation.award.Awards;
import vn.commendation.storage.Like;

/** Which awards people and units were given. */
@Service
@Transactional
public class AwardHistory {

  static final String ADVANCED_WORKER = "LDTT";
  static final String BASE_FIGHTER = "CSTDCS";

  private static final String TABLE = "award_given";
  private static final int MOST = 500;

  private static final String INSERT =
      """
      insert into award_given (person_id, unit_id, subject, nominee_name, award_code, year,
        achievement_from, achievement_to, decision_number, decided_on, decided_by, nomination_id,
        revoked_on, entered_by, entered_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  private static final String FOUND =
      """
       from award_given g join award a on a.code = g.award_code join unit u on u.id = g.unit_id
      where (:q is null or g.nominee_name like :q or u.name like :q)
        and (:award is null or g.award_code = :award)
        and (:year is null or g.year = :year)
      """;

  private final JdbcClient jdbc;
  private final RegisterDesk desk;
  private final Awards awards;
  private final ApplicationEventPublisher events;

  AwardHistory(
      JdbcClient jdbc, RegisterDesk desk, Awards awards, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.desk = desk;
    this.awards = awards;
    this.events = events;
  }

  /**
   * Enters an award; a second one from the same nomination is refused.
   *
   * @throws FactRefused if it is there already
   */
  public long add(AwardGiven award) {
    var id = insert(award, AuditTrail.SYSTEM);
    desk.appendForSystem("register.award-added", TABLE, id, award.decisionNumber());
    return id;
  }

  /**
   * Enters an award of earlier years by hand.
   *
   * @throws FactRefused if something is wrong with it, or it is there already
   */
  public long enter(NewAward wanted, String username) {
    var account = desk.writer(username);
    var subject = desk.subject(wanted.subject()).orElse(null);
    var checks = new Checks(desk.today()).with(wanted.problems(desk.today()));
    if (wanted.subject() != null) {
      checks.that(subject != null, "subject", "unknown");
    }
    if (wanted.awardCode() != null && subject != null) {
      fits(subjects().get(wanted.awardCode()), subject, checks);
    }
    checks.refuse();
    var id = insert(given(wanted, subject), account.username());
    desk.append(account, "register.entered", TABLE, id, wanted.decisionNumber());
    return id;
  }

  /** Cancels an entry made by hand; what came from a nomination can only be revoked. */
  public void cancel(long id, String reason, String username) {
    var nominated =
        jdbc.sql("select count(*) from award_given where id = ? and nomination_id is not null")
            .param(id)
            .query(Integer.class)
            .single();
    if (nominated > 0) {
      throw new FactRefused(FactProblem.ENTRY, "from-nomination");
    }
    desk.cancel(TABLE, id, reason, username);
    events.publishEvent(new AwardCancelled(id));
  }

  @Transactional(readOnly = true)
  public AwardGiven get(long id) {
    return jdbc.sql("select * from award_given where id = ? and live = 1")
        .param(id)
        .query((row, index) -> given(row))
        .optional()
        .orElseThrow(() -> new NoSuchElementException("award " + id));
  }

  /** Awards of a person, or with {@code null} of a unit as a collective, the latest first. */
  @Transactional(readOnly = true)
  public List<AwardGiven> of(Long personId, long unitId) {
    return jdbc.sql(
            """
            select * from award_given where subject = ? and live = 1
            order by decided_on desc, id desc limit ?""")
        .params(Subject.key(personId, unitId), MOST)
        .query((row, index) -> given(row))
        .list();
  }

  /** How many people hold an award for a year, in a unit or with {@code null} in the Department. */
  @Transactional(readOnly = true)
  public int holders(String awardCode, int year, Long unitId) {
    return jdbc.sql(
            """
            select count(distinct person_id) from award_given
            where award_code = :award and year = :year and (:unit is null or unit_id = :unit)
              and revoked_on is null and live = 1""")
        .param("award", awardCode)
        .param("year", year)
        .param("unit", unitId)
        .query(Integer.class)
        .single();
  }

  /** How many people of a unit hold an award for a year. */
  public record Holders(String award, int year, long unitId, long people) {}

  /** Who holds which of these awards for which of these years, counted by unit. */
  @Transactional(readOnly = true)
  public List<Holders> holders(Collection<String> awards, Collection<Integer> years) {
    return jdbc.sql(
            """
            select award_code as award, year, unit_id, count(distinct person_id) as people
            from award_given
            where award_code in (:awards) and year in (:years)
              and revoked_on is null and live = 1
            group by award_code, year, unit_id""")
        .param("awards", awards)
        .param("years", years)
        .query(Holders.class)
        .list();
  }

  /** How many of the awards given for these nominations were not taken back. */
  @Transactional(readOnly = true)
  public int standing(Collection<String> nominationIds) {
    if (nominationIds.isEmpty()) {
      return 0;
    }
    return jdbc.sql(
            """
            select count(*) from award_given
            where nomination_id in (:ids) and revoked_on is null and live = 1""")
        .param("ids", nominationIds)
        .query(Integer.class)
        .single();
  }

  /** How many people belong to a unit on a day. */
  int membersOf(long unitId, LocalDate day) {
    return jdbc.sql(
            """
            select count(*) from person where unit_id = :unit
              and valid_from <= :day and (valid_to is null or valid_to >= :day)""")
        .param("unit", unitId)
        .param("day", day)
        .query(Integer.class)
        .single();
  }

  /** How many of them hold an award for a year, whichever unit they were in when it was given. */
  int holdersAmongMembers(String awardCode, int year, long unitId, LocalDate day) {
    return jdbc.sql(
            """
            select count(distinct p.id) from person p join award_given g on g.person_id = p.id
            where p.unit_id = :unit
              and p.valid_from <= :day and (p.valid_to is null or p.valid_to >= :day)
              and g.award_code = :award and g.year = :year
              and g.revoked_on is null and g.live = 1""")
        .param("unit", unitId)
        .param("day", day)
        .param("award", awardCode)
        .param("year", year)
        .query(Integer.class)
        .single();
  }

  /** Takes an award back; once taken back, it stays so with its first date. */
  public void revoke(long id, LocalDate on) {
    var award = get(id);
    var revoked =
        jdbc.sql("update award_given set revoked_on = ? where id = ? and revoked_on is null")
            .params(on, id)
            .update();
    if (revoked == 1) {
      desk.appendForSystem("register.award-revoked", TABLE, award.id(), award.decisionNumber());
      events.publishEvent(new AwardRevoked(id, on));
    }
  }

  /** The history, the latest decision first; {@code null} stands for any. */
  @Transactional(readOnly = true)
  public Page<GivenAward> search(String name, String awardCode, Integer year, Pageable page) {
    var found =
        filtered(
                "select g.*, a.name as award_name, u.name as unit_name"
                    + FOUND
                    + " order by g.decided_on desc, g.id desc limit :size offset :offset",
                name,
                awardCode,
                year)
            .param("size", page.getPageSize())
            .param("offset", page.getOffset())
            .query(
                (row, index) ->
                    new GivenAward(
                        given(row),
                        row.getString("award_name"),
                        row.getString("unit_name"),
                        row.getString("cancel_reason")))
            .list();
    var total =
        filtered("select count(*)" + FOUND, name, awardCode, year).query(Long.class).single();
    return new PageImpl<>(found, page, total);
  }

  /** Which kind of nominee each award of the catalogue is for, by code. */
  Map<String, AwardSubject> subjects() {
    return awards.all().stream().collect(Collectors.toMap(one -> one.code(), one -> one.subject()));
  }

  static void fits(AwardSubject possible, Subject subject, Checks checks) {
    checks.that(possible != null, "awardCode", "unknown");
    if (possible != null && possible != AwardSubject.BOTH) {
      var person = possible == AwardSubject.INDIVIDUAL;
      checks.that(person == (subject.personId() != null), "awardCode", "wrong-subject");
    }
  }

  /** What makes two entries the same award. */
  static String key(String subject, String awardCode, int year, String decisionNumber) {
    return String.join("|", subject, awardCode, Integer.toString(year), decisionNumber);
  }

  /** Keys of the entries of some years. */
  Set<String> keys(int from, int to) {
    return jdbc.sql(
            """
            select subject, award_code, year, decision_number from award_given
            where year between ? and ? and live = 1 and decision_number is not null""")
        .params(from, to)
        .query(
            (row, index) ->
                key(
                    row.getString("subject"),
                    row.getString("award_code"),
                    row.getInt("year"),
                    row.getString("decision_number")))
        .set();
  }

  static AwardGiven given(NewAward wanted, Subject subject) {
    return new AwardGiven(
        0,
        subject.personId(),
        subject.unitId(),
        subject.name(),
        wanted.awardCode(),
        wanted.year(),
        wanted.achievementFrom(),
        wanted.achievementTo(),
        wanted.decisionNumber(),
        wanted.decidedOn(),
        wanted.decidedBy(),
        null,
        null);
  }

  long insert(AwardGiven award, String username) {
    var key = new GeneratedKeyHolder();
    try {
      jdbc.sql(INSERT)
          .params(
              award.personId(),
              award.unitId(),
              Subject.key(award.personId(), award.unitId()),
              award.nomineeName(),
              award.awardCode(),
              award.year(),
              award.achievementFrom(),
              award.achievementTo(),
              award.decisionNumber(),
              award.decidedOn(),
              award.decidedBy(),
              award.nominationId(),
              award.revokedOn(),
              username,
              desk.now())
          .update(key, "id");
    } catch (DuplicateKeyException e) {
      throw new FactRefused("decisionNumber", "award-twice", award.nomineeName(), award.year());
    }
    var id = key.getKey().longValue();
    events.publishEvent(new AwardEntered(award.withId(id)));
    return id;
  }

  private JdbcClient.StatementSpec filtered(
      String sql, String name, String awardCode, Integer year) {
    return jdbc.sql(sql)
        .param("q", Like.containing(name))
        .param("award", awardCode)
        .param("year", year);
  }

  private static AwardGiven given(ResultSet row) throws SQLException {
    return new AwardGiven(
        row.getLong("id"),
        row.getObject("person_id", Long.class),
        row.getLong("unit_id"),
        row.getString("nominee_name"),
        row.getString("award_code"),
        row.getInt("year"),
        row.getObject("achievement_from", LocalDate.class),
        row.getObject("achievement_to", LocalDate.class),
        row.getString("decision_number"),
        row.getObject("decided_on", LocalDate.class),
        row.getString("decided_by"),
        row.getString("nomination_id"),
        row.getObject("revoked_on", LocalDate.class));
  }
}
