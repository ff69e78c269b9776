package vn.commendation.facts;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.award.InitiativeLevel;
import vn.commendation.storage.Like;

/** The register of recognised initiatives and of those who made them. */
@Service
@Transactional
public class Initiatives {

  private static final String TABLE = "initiative";
  private static final int MOST = 200;

  private static final String FOUND =
      """
       from initiative i
      where (:q is null or i.title like :q or i.number like :q or exists (
          select 1 from initiative_author w join person p on p.id = w.person_id
          where w.initiative_id = i.id and p.full_name like :q))
        and (:level is null or i.level = :level)
        and (:year is null or i.year = :year)
      """;

  private final JdbcClient jdbc;
  private final RegisterDesk desk;

  Initiatives(JdbcClient jdbc, RegisterDesk desk) {
    this.jdbc = jdbc;
    this.desk = desk;
  }

  /** Standing initiatives somebody had a part in, the latest first. */
  @Transactional(readOnly = true)
  public List<Initiative> of(long personId) {
    return withAuthors(
        jdbc.sql(
                """
                select i.* from initiative i
                join initiative_author w on w.initiative_id = i.id and w.person_id = :person
                where i.live = 1 order by i.recognised_on desc, i.id desc limit :most""")
            .param("person", personId)
            .param("most", MOST));
  }

  @Transactional(readOnly = true)
  public Page<Initiative> search(String text, InitiativeLevel level, Integer year, Pageable page) {
    var found =
        withAuthors(
            filtered(
                    "select i.*"
                        + FOUND
                        + " order by i.recognised_on desc, i.id desc limit :size offset :offset",
                    text,
                    level,
                    year)
                .param("size", page.getPageSize())
                .param("offset", page.getOffset()));
    var total = filtered("select count(*)" + FOUND, text, level, year).query(Long.class).single();
    return new PageImpl<>(found, page, total);
  }

  /**
   * Enters an initiative.
   *
   * @throws FactRefused if something is wrong with it, or its number is taken in level and year
   */
  public long enter(NewInitiative wanted, String username) {
    var account = desk.writer(username);
    var authors =
        wanted.authors().stream()
            .map(one -> desk.subject(one.subject()).filter(who -> who.personId() != null))
            .toList();
    var checks = new Checks(desk.today()).with(wanted.problems(desk.today()));
    checks.that(
        wanted.authors().stream().anyMatch(one -> one.subject() == null)
            || authors.stream().allMatch(one -> one.isPresent()),
        "authors",
        "unknown");
    checks.refuse();
    var id =
        insert(wanted, authors.stream().map(one -> one.orElseThrow()).toList(), account.username());
    desk.append(account, "register.entered", TABLE, id, wanted.number());
    return id;
  }

  public void cancel(long id, String reason, String username) {
    desk.cancel(TABLE, id, reason, username);
  }

  /** What makes two entries the same initiative. */
  static String key(InitiativeLevel level, int year, String number) {
    return String.join("|", level.name(), Integer.toString(year), number);
  }

  /** Keys of the entries of some years. */
  Set<String> keys(int from, int to) {
    return jdbc.sql(
            """
            select level, year, number from initiative
            where year between ? and ? and live = 1""")
        .params(from, to)
        .query(
            (row, index) ->
                key(
                    InitiativeLevel.valueOf(row.getString("level")),
                    row.getInt("year"),
                    row.getString("number")))
        .set();
  }

  long insert(NewInitiative wanted, List<Subject> authors, String username) {
    var key = new GeneratedKeyHolder();
    var year = wanted.recognisedOn().getYear();
    try {
      jdbc.sql(
              """
              insert into initiative (number, level, year, title, recognised_on, effect_scope,
                entered_by, entered_at) values (?, ?, ?, ?, ?, ?, ?, ?)""")
          .params(
              wanted.number(),
              wanted.level().name(),
              year,
              wanted.title(),
              wanted.recognisedOn(),
              wanted.effectScope(),
              username,
              desk.now())
          .update(key, "id");
    } catch (DuplicateKeyException e) {
      throw new FactRefused("number", "initiative-twice", wanted.number(), year);
    }
    var id = key.getKey().longValue();
    for (var index = 0; index < authors.size(); index++) {
      jdbc.sql("insert into initiative_author values (?, ?, ?)")
          .params(id, authors.get(index).personId(), wanted.authors().get(index).share())
          .update();
    }
    return id;
  }

  private List<Initiative> withAuthors(JdbcClient.StatementSpec query) {
    var found = query.query((row, index) -> initiative(row)).list();
    if (found.isEmpty()) {
      return found;
    }
    var authors = authors(found.stream().map(Initiative::id).toList());
    return found.stream()
        .map(
            one ->
                new Initiative(
                    one.id(),
                    one.number(),
                    one.level(),
                    one.title(),
                    one.recognisedOn(),
                    one.effectScope(),
                    authors.getOrDefault(one.id(), List.of()),
                    one.cancelReason()))
        .toList();
  }

  private Map<Long, List<Initiative.Author>> authors(List<Long> ids) {
    return jdbc
        .sql(
            """
            select w.*, p.full_name from initiative_author w join person p on p.id = w.person_id
            where w.initiative_id in (:ids) order by w.share desc, p.full_name""")
        .param("ids", ids)
        .query(
            (row, index) ->
                Map.entry(
                    row.getLong("initiative_id"),
                    new Initiative.Author(
                        row.getLong("person_id"),
                        row.getString("full_name"),
                        row.getObject("share", BigDecimal.class))))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private static Initiative initiative(ResultSet row) throws SQLException {
    return new Initiative(
        row.getLong("id"),
        row.getString("number"),
        InitiativeLevel.valueOf(row.getString("level")),
        row.getString("title"),
        row.getObject("recognised_on", LocalDate.class),
        row.getString("effect_scope"),
        List.of(),
        row.getString("cancel_reason"));
  }

  private JdbcClient.StatementSpec filtered(
      String sql, String text, InitiativeLevel level, Integer year) {
    return jdbc.sql(sql)
        .param("q", Like.containing(text))
        .param("level", level == null ? null : level.name())
        .param("year", year);
  }
}
