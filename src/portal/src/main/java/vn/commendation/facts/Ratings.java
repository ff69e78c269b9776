package vn.commendation.facts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.award.WorkRating;
import vn.commendation.storage.Like;

/** The yearly ratings of people's and units' work. */
@Service
@Transactional
public class Ratings {

  private static final String TABLE = "work_rating";

  private static final String RATING =
      "select r.*, coalesce(p.full_name, u.name) as name, u.name as unit_name";

  private static final String FROM =
      " from work_rating r join unit u on u.id = r.unit_id left join person p on p.id = r.person_id";

  private static final String FOUND =
      FROM
          + """

          where (:q is null or p.full_name like :q or u.name like :q)
            and (:year is null or r.year = :year)
            and (:rating is null or r.rating = :rating)
          """;

  private final JdbcClient jdbc;
  private final RegisterDesk desk;

  Ratings(JdbcClient jdbc, RegisterDesk desk) {
    this.jdbc = jdbc;
    this.desk = desk;
  }

  /** Standing ratings of a person, or with {@code null} of a unit, the latest first. */
  @Transactional(readOnly = true)
  public List<YearlyRating> of(Long personId, long unitId) {
    return jdbc.sql(RATING + FROM + " where r.subject = ? and r.live = 1 order by r.year desc")
        .param(Subject.key(personId, unitId))
        .query((row, index) -> rating(row))
        .list();
  }

  @Transactional(readOnly = true)
  public Page<YearlyRating> search(String name, Integer year, WorkRating rating, Pageable page) {
    var found =
        filtered(
                RATING
                    + FOUND
                    + " order by r.year desc, u.id, name, r.id limit :size offset :offset",
                name,
                year,
                rating)
            .param("size", page.getPageSize())
            .param("offset", page.getOffset())
            .query((row, index) -> rating(row))
            .list();
    var total = filtered("select count(*)" + FOUND, name, year, rating).query(Long.class).single();
    return new PageImpl<>(found, page, total);
  }

  /**
   * Enters a rating.
   *
   * @throws FactRefused if something is wrong with it, or the year is rated already
   */
  public long enter(NewRating wanted, String username) {
    var account = desk.writer(username);
    var subject = desk.subject(wanted.subject()).orElse(null);
    new Checks(desk.today())
        .with(wanted.problems(desk.today()))
        .that(wanted.subject() == null || subject != null, "subject", "unknown")
        .refuse();
    var id = insert(wanted, subject, account.username());
    desk.append(account, "register.entered", TABLE, id, wanted.decision());
    return id;
  }

  public void cancel(long id, String reason, String username) {
    desk.cancel(TABLE, id, reason, username);
  }

  /** What makes two entries ratings of the same. */
  static String key(String subject, int year) {
    return subject + "|" + year;
  }

  /** Keys of the entries of some years. */
  Set<String> keys(int from, int to) {
    return jdbc.sql("select subject, year from work_rating where year between ? and ? and live = 1")
        .params(from, to)
        .query((row, index) -> key(row.getString("subject"), row.getInt("year")))
        .set();
  }

  long insert(NewRating wanted, Subject subject, String username) {
    var key = new GeneratedKeyHolder();
    try {
      jdbc.sql(
              """
              insert into work_rating (person_id, unit_id, subject, year, rating, decision,
                entered_by, entered_at) values (?, ?, ?, ?, ?, ?, ?, ?)""")
          .params(
              subject.personId(),
              subject.unitId(),
              subject.key(),
              wanted.year(),
              wanted.rating().name(),
              wanted.decision(),
              username,
              desk.now())
          .update(key, "id");
    } catch (DuplicateKeyException e) {
      throw new FactRefused("year", "rating-twice", subject.name(), wanted.year());
    }
    return key.getKey().longValue();
  }

  private JdbcClient.StatementSpec filtered(
      String sql, String name, Integer year, WorkRating rating) {
    return jdbc.sql(sql)
        .param("q", Like.containing(name))
        .param("year", year)
        .param("rating", rating == null ? null : rating.name());
  }

  private static YearlyRating rating(ResultSet row) throws SQLException {
    return new YearlyRating(
        row.getLong("id"),
        row.getObject("person_id", Long.class),
        row.getLong("unit_id"),
        row.getString("name"),
        row.getString("unit_name"),
        row.getInt("year"),
        WorkRating.valueOf(row.getString("rating")),
        row.getString("decision"),
        row.getString("cancel_reason"));
  }
}
