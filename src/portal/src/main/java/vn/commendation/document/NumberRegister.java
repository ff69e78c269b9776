package vn.commendation.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.audit.AuditTrail;
import vn.commendation.directory.Directory;
import vn.commendation.storage.Like;
import vn.commendation.storage.Utc;

/**
 * The register of outgoing documents: per organisation, type and year, without gaps, no number
 * twice.
 */
@Service
@Transactional
public class NumberRegister {

  private static final String NUMBERS =
      " from document_number n left join account a on a.username = n.registered_by"
          + " where n.organisation = :organisation"
          + " and (:year is null or n.year = :year)"
          + " and (:type is null or n.document_type = :type)"
          + " and (:q is null or n.title like :q or n.symbol like :q)";

  private final JdbcClient jdbc;
  private final Directory directory;
  private final AuditTrail audit;
  private final Clock clock;
  private final String organisation;

  NumberRegister(
      JdbcClient jdbc,
      Directory directory,
      AuditTrail audit,
      Clock clock,
      @Value("${commendation.organisation}") String organisation) {
    this.jdbc = jdbc;
    this.directory = directory;
    this.audit = audit;
    this.clock = clock;
    this.organisation = organisation;
  }

  /**
   * Gives the document of a business object its number; the same object is given the same number
   * again. The series stays locked until the caller's transaction ends, and a rollback gives the
   * number back.
   *
   * @param wanted the number the clerk has written already; {@code null} for the next one
   * @throws NumberRefused if the wanted number is taken or would leave a gap, or the date lies
   *     before that of the last number or after today; nothing is written then, and the caller's
   *     transaction may go on
   */
  @Transactional(propagation = Propagation.MANDATORY, noRollbackFor = NumberRefused.class)
  public RegisteredNumber register(
      DocumentType type,
      LocalDate date,
      String subjectId,
      String title,
      Integer wanted,
      String username) {
    var symbols = lock(type);
    var earlier = of(subjectId);
    if (earlier.isPresent()) {
      if (earlier.get().type() != type) {
        throw new NumberRefused("other-type", earlier.get().symbol());
      }
      return earlier.get();
    }
    if (date.isAfter(LocalDate.now(clock))) {
      throw new NumberRefused("future", date);
    }
    var symbol =
        symbols.stream()
            .filter(one -> one.validOn(date))
            .findFirst()
            .orElseThrow(() -> new NumberRefused("no-symbol", date));
    var number = next(type, date.getYear());
    if (wanted != null) {
      check(wanted, number, type, date.getYear());
    }
    lastDate(type, date.getYear())
        .filter(date::isBefore)
        .ifPresent(
            last -> {
              throw new NumberRefused("before-last", date, last);
            });
    var given = new RegisteredNumber(type, number, symbol.of(number), date);
    store(given, subjectId, title, username);
    return given;
  }

  @Transactional(readOnly = true)
  public Optional<RegisteredNumber> of(String subjectId) {
    return jdbc.sql(
            "select document_type, number, symbol, date from document_number where subject_id = ?")
        .param(subjectId)
        .query((row, index) -> number(row))
        .optional();
  }

  /** The number that would be given next. */
  @Transactional(readOnly = true)
  public int next(DocumentType type, int year) {
    return 1
        + jdbc.sql(
                """
                select coalesce(max(number), 0) from document_number
                where organisation = ? and document_type = ? and year = ?""")
            .params(organisation, type.name(), year)
            .query(Integer.class)
            .single();
  }

  /** The register, the latest document first; {@code null} stands for any. */
  @Transactional(readOnly = true)
  public Page<RegisterEntry> search(Integer year, DocumentType type, String text, Pageable page) {
    var entries =
        filtered(
                """
                select n.document_type, n.number, n.symbol, n.date, n.title, n.registered_at,
                  coalesce(a.display_name, n.registered_by) as name"""
                    + NUMBERS
                    + " order by n.date desc, n.registered_at desc, n.number desc"
                    + " limit :size offset :offset",
                year,
                type,
                text)
            .param("size", page.getPageSize())
            .param("offset", page.getOffset())
            .query(
                (row, index) ->
                    new RegisterEntry(
                        number(row),
                        row.getString("title"),
                        row.getString("name"),
                        Utc.instant(row, "registered_at")))
            .list();
    var total = filtered("select count(*)" + NUMBERS, year, type, text).query(Long.class).single();
    return new PageImpl<>(entries, page, total);
  }

  /** The years with documents, the latest first. */
  @Transactional(readOnly = true)
  public List<Integer> years() {
    return jdbc.sql(
            "select distinct year from document_number where organisation = ? order by year desc")
        .param(organisation)
        .query(Integer.class)
        .list();
  }

  /** The symbols of every type, past and present. */
  @Transactional(readOnly = true)
  public List<DocumentSymbol> symbols() {
    return jdbc.sql(
            """
            select * from document_symbol where organisation = ?
            order by document_type, valid_from desc""")
        .param(organisation)
        .query((row, index) -> symbol(row))
        .list();
  }

  /**
   * Locks every series of a type. The rows of its symbols are there in a new year, too: two clerks
   * who both found no series yet would otherwise wait for each other for ever.
   */
  private List<DocumentSymbol> lock(DocumentType type) {
    return jdbc.sql(
            """
            select * from document_symbol where organisation = ? and document_type = ?
            order by valid_from for update""")
        .params(organisation, type.name())
        .query((row, index) -> symbol(row))
        .list();
  }

  private void check(int wanted, int next, DocumentType type, int year) {
    if (wanted < 1) {
      throw new NumberRefused("not-a-number", wanted);
    }
    if (wanted < next) {
      throw new NumberRefused("taken", wanted, titleOf(type, year, wanted));
    }
    if (wanted > next) {
      throw new NumberRefused("gap", wanted, next);
    }
  }

  private String titleOf(DocumentType type, int year, int number) {
    return jdbc.sql(
            """
            select title from document_number
            where organisation = ? and document_type = ? and year = ? and number = ?""")
        .params(organisation, type.name(), year, number)
        .query(String.class)
        .single();
  }

  private Optional<LocalDate> lastDate(DocumentType type, int year) {
    return jdbc.sql(
            """
            select date from document_number
            where organisation = ? and document_type = ? and year = ?
            order by number desc limit 1""")
        .params(organisation, type.name(), year)
        .query(LocalDate.class)
        .optional();
  }

  private void store(RegisteredNumber given, String subjectId, String title, String username) {
    jdbc.sql("insert into document_number values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            organisation,
            given.type().name(),
            given.date().getYear(),
            given.number(),
            given.symbol(),
            given.date(),
            subjectId,
            title,
            username,
            Utc.now(clock))
        .update();
    audit.append(
        username,
        directory.account(username).displayName(),
        "document.registered",
        subjectId,
        given.symbol());
  }

  private JdbcClient.StatementSpec filtered(
      String sql, Integer year, DocumentType type, String text) {
    return jdbc.sql(sql)
        .param("organisation", organisation)
        .param("year", year)
        .param("type", type == null ? null : type.name())
        .param("q", Like.containing(text));
  }

  private static RegisteredNumber number(ResultSet row) throws SQLException {
    return new RegisteredNumber(
        DocumentType.valueOf(row.getString("document_type")),
        row.getInt("number"),
        row.getString("symbol"),
        row.getObject("date", LocalDate.class));
  }

  private static DocumentSymbol symbol(ResultSet row) throws SQLException {
    return new DocumentSymbol(
        DocumentType.valueOf(row.getString("document_type")),
        row.getString("pattern"),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class),
        row.getString("basis"),
        row.getBoolean("verified"));
  }
}
