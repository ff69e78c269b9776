package vn.commendation.filter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.storage.Utc;

/** The filters people keep, each for himself. */
@Service
@Transactional
public class SavedFilters {

  /** Most filters of one person for one list. */
  public static final int MOST = 20;

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_QUERY = 1000;

  /** What an encoded query consists of: nothing in it can lead to another site. */
  private static final Pattern QUERY = Pattern.compile("[A-Za-z0-9%._~=&+*'()!:,-]+");

  /** What says how the list is shown, not what it shows. */
  private static final Set<String> NOT_THE_FILTER = Set.of("page", "lang", "format", "all");

  private static final String COLUMNS =
      "select id, list_name, name, query, opens from saved_filter ";

  private final JdbcClient jdbc;
  private final Clock clock;

  SavedFilters(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * What a query says of the filter: without page and language, and without what is left open.
   *
   * @param query as the browser sent it; may be {@code null}
   * @return empty if nothing is filtered
   */
  public static String filterOf(String query) {
    return query == null
        ? ""
        : Arrays.stream(query.split("&"))
            .filter(part -> part.indexOf('=') > 0 && !part.endsWith("="))
            .filter(part -> !NOT_THE_FILTER.contains(part.substring(0, part.indexOf('='))))
            .collect(Collectors.joining("&"));
  }

  /** Somebody's filters for a list, by name. */
  @Transactional(readOnly = true)
  public List<SavedFilter> of(FilteredList list, String username) {
    return jdbc.sql(COLUMNS + "where username = ? and list_name = ? order by name, id")
        .params(username, list.name())
        .query(SavedFilters::filter)
        .list();
  }

  /** What the list opens with, if somebody has chosen that. */
  @Transactional(readOnly = true)
  public Optional<SavedFilter> opening(FilteredList list, String username) {
    return jdbc.sql(COLUMNS + "where username = ? and list_name = ? and opens = 1")
        .params(username, list.name())
        .query(SavedFilters::filter)
        .optional();
  }

  /**
   * Keeps a filter.
   *
   * @throws FilterRefused if the name or the filter is kept already, there are too many, or they
   *     are none
   */
  public SavedFilter save(FilteredList list, String name, String query, String username) {
    lock(username);
    var named = name(name);
    var filter = filterOf(query);
    if (filter.isEmpty() || filter.length() > LONGEST_QUERY || !QUERY.matcher(filter).matches()) {
      throw new FilterRefused("nothing");
    }
    var kept = of(list, username);
    if (kept.size() >= MOST) {
      throw new FilterRefused("too-many");
    }
    if (kept.stream().anyMatch(one -> one.query().equals(filter))) {
      throw new FilterRefused("same-filter");
    }
    try {
      jdbc.sql(
              """
              insert into saved_filter (username, list_name, name, query, created_at)
              values (?, ?, ?, ?, ?)""")
          .params(username, list.name(), named, filter, Utc.now(clock))
          .update();
    } catch (DuplicateKeyException e) {
      throw new FilterRefused("same-name");
    }
    return of(list, username).stream()
        .filter(one -> one.query().equals(filter))
        .findFirst()
        .orElseThrow();
  }

  /**
   * Gives a filter another name.
   *
   * @throws FilterRefused if there is no such filter of this person, or the name is another's
   */
  public void rename(long id, String name, String username) {
    own(id, username);
    try {
      jdbc.sql("update saved_filter set name = ? where id = ?").params(name(name), id).update();
    } catch (DuplicateKeyException e) {
      throw new FilterRefused("same-name");
    }
  }

  /**
   * Lets the list open with this filter, or with none.
   *
   * @throws FilterRefused if there is no such filter of this person
   */
  public void open(long id, boolean opens, String username) {
    lock(username);
    var filter = own(id, username);
    jdbc.sql("update saved_filter set opens = null where username = ? and list_name = ?")
        .params(username, filter.list().name())
        .update();
    if (opens) {
      jdbc.sql("update saved_filter set opens = 1 where id = ?").param(id).update();
    }
  }

  /** Forgets a filter; one that is not there, or another person's, stays as it is. */
  public void delete(long id, String username) {
    jdbc.sql("delete from saved_filter where id = ? and username = ?")
        .params(id, username)
        .update();
  }

  private SavedFilter own(long id, String username) {
    return jdbc.sql(COLUMNS + "where id = ? and username = ?")
        .params(id, username)
        .query(SavedFilters::filter)
        .optional()
        .orElseThrow(() -> new FilterRefused("unknown"));
  }

  /** Two windows of the same person change the filters one after the other. */
  private void lock(String username) {
    jdbc.sql("select username from account where username = ? for update")
        .param(username)
        .query(String.class)
        .single();
  }

  private static String name(String name) {
    var stripped = name == null ? "" : name.strip();
    if (stripped.isEmpty() || stripped.length() > LONGEST_NAME) {
      throw new FilterRefused("name");
    }
    return stripped;
  }

  private static SavedFilter filter(ResultSet row, int n) throws SQLException {
    return new SavedFilter(
        row.getLong("id"),
        FilteredList.valueOf(row.getString("list_name")),
        row.getString("name"),
        row.getString("query"),
        row.getBoolean("opens"));
  }
}
