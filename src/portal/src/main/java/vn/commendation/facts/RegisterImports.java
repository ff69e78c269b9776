package vn.commendation.facts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.award.Awards;
import vn.commendation.award.InitiativeLevel;
import vn.commendation.award.WorkRating;
import vn.commendation.notification.Notices;
import vn.commendation.spreadsheet.Heading;
import vn.commendation.spreadsheet.SheetReader;
import vn.commendation.spreadsheet.SheetRefused;
import vn.commendation.spreadsheet.SheetRow;
import vn.commendation.spreadsheet.SheetTemplate;
import vn.commendation.storage.Utc;

/**
 * Fills registers from spreadsheets. An uploaded file is kept until it is imported or a day has
 * passed; all of its rows are entered, or none if one of them has a problem.
 */
@Service
@Transactional
public class RegisterImports {

  /** Largest file, in bytes. */
  public static final int LARGEST = 5 * 1024 * 1024;

  static final int MOST_ROWS = 5000;

  /** Between a code and its name, as the drop-downs of the templates show them. */
  static final String NAME_FOLLOWS = " – ";

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 9999;
  private static final int LONGEST_NAME = 200;
  private static final int COLUMN_WIDTH = 24;
  private static final SheetReader READER = new SheetReader(MOST_ROWS);

  private final JdbcClient jdbc;
  private final RegisterDesk desk;
  private final AwardHistory history;
  private final Ratings ratings;
  private final Initiatives initiatives;
  private final Awards awards;
  private final Notices notices;

  RegisterImports(
      JdbcClient jdbc,
      RegisterDesk desk,
      AwardHistory history,
      Ratings ratings,
      Initiatives initiatives,
      Awards awards,
      Notices notices) {
    this.jdbc = jdbc;
    this.desk = desk;
    this.history = history;
    this.ratings = ratings;
    this.initiatives = initiatives;
    this.awards = awards;
    this.notices = notices;
  }

  private record Upload(
      String id,
      RegisterKind kind,
      String fileName,
      byte[] content,
      Instant importedAt,
      int importedRows) {}

  /** What is read of a file, and what enters it. */
  private record Sheet(List<ImportRow> rows, Consumer<String> entering) {}

  /** An empty sheet to fill in. */
  public byte[] template(RegisterKind kind, String username) {
    desk.writer(username);
    var template = new SheetTemplate(notices.get("import-sheet." + kind), MOST_ROWS);
    for (var column : kind.columns()) {
      template.choice(heading(column), COLUMN_WIDTH, null, choices(column), false);
    }
    return template.file(notices.get("import-sheet.lists"), "", List.of());
  }

  private List<String> choices(String column) {
    return switch (column) {
      case "awardCode" ->
          awards.all().stream().map(one -> one.code() + NAME_FOLLOWS + one.name()).toList();
      case "rating" -> names(WorkRating.values(), "fact-line.rating.");
      case "level" -> names(InitiativeLevel.values(), "fact-line.level.");
      case "unitCode" -> codes(desk.unitsByCode());
      case "personCode", "authors" -> codes(desk.peopleByCode());
      default -> List.of();
    };
  }

  /**
   * Keeps a file to be looked at before it is imported.
   *
   * @return its id
   * @throws SheetRefused if it is not such a sheet
   * @throws ImportRefused if it is too large
   */
  public String upload(RegisterKind kind, String fileName, byte[] content, String username) {
    var account = desk.writer(username);
    if (content.length > LARGEST) {
      throw new ImportRefused("too-large");
    }
    READER.read(content, headings(kind));
    jdbc.sql("delete from register_upload where imported_at is null and uploaded_at < ?")
        .param(desk.now().minusDays(1))
        .update();
    var id = UUID.randomUUID().toString();
    var name = fileName == null ? "" : fileName;
    jdbc.sql(
            """
            insert into register_upload (id, kind, file_name, content, uploaded_by, uploaded_at)
            values (?, ?, ?, ?, ?, ?)""")
        .params(
            id,
            kind.name(),
            name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name,
            content,
            account.username(),
            desk.now())
        .update();
    return id;
  }

  /** What an uploaded file would enter now; only who uploaded it sees it. */
  @Transactional(readOnly = true)
  public ImportPreview preview(String id, String username) {
    desk.writer(username);
    var upload = find(id, username, "");
    if (upload.content() == null) {
      return new ImportPreview(
          id,
          upload.kind(),
          upload.fileName(),
          List.of(),
          0,
          upload.importedAt(),
          upload.importedRows());
    }
    var rows = read(upload).rows();
    var bad = (int) rows.stream().filter(row -> !row.problems().isEmpty()).count();
    var sorted =
        rows.stream()
            .sorted(Comparator.comparing((ImportRow row) -> row.problems().isEmpty()))
            .toList();
    return new ImportPreview(id, upload.kind(), upload.fileName(), sorted, bad, null, 0);
  }

  /**
   * Enters every row of an uploaded file.
   *
   * @return how many entries were made; 0 if the file was imported before
   * @throws ImportRefused if a row has a problem; then nothing is entered
   */
  public int confirm(String id, String username) {
    var account = desk.writer(username);
    var upload = find(id, username, " for update");
    if (upload.content() == null) {
      return 0;
    }
    var sheet = read(upload);
    var bad = sheet.rows().stream().filter(row -> !row.problems().isEmpty()).count();
    if (bad > 0) {
      throw new ImportRefused("bad-rows", bad);
    }
    try {
      sheet.entering().accept(account.username());
    } catch (FactRefused overtaken) {
      // somebody entered the same while this was being read
      throw new ImportRefused("overtaken");
    }
    var count = sheet.rows().size();
    jdbc.sql(
            """
            update register_upload set content = null, imported_at = ?, row_count = ?
            where id = ?""")
        .params(desk.now(), count, id)
        .update();
    desk.appendImport(account, id, upload.fileName() + ": " + count);
    return count;
  }

  private Upload find(String id, String username, String lock) {
    return jdbc.sql("select * from register_upload where id = ? and uploaded_by = ?" + lock)
        .params(id, username)
        .query((row, index) -> upload(row))
        .optional()
        .orElseThrow(() -> new NoSuchElementException("upload " + id));
  }

  private Sheet read(Upload upload) {
    var lines = READER.read(upload.content(), headings(upload.kind()));
    return switch (upload.kind()) {
      case AWARDS -> {
        var reader = reader(history.keys(FIRST_YEAR, LAST_YEAR));
        yield sheet(
            lines,
            reader::award,
            username ->
                one -> history.insert(AwardHistory.given(one.entry(), one.subject()), username));
      }
      case RATINGS -> {
        var reader = reader(ratings.keys(FIRST_YEAR, LAST_YEAR));
        yield sheet(
            lines,
            reader::rating,
            username -> one -> ratings.insert(one.entry(), one.subject(), username));
      }
      case INITIATIVES -> {
        var reader = reader(initiatives.keys(FIRST_YEAR, LAST_YEAR));
        yield sheet(
            lines,
            reader::initiative,
            username -> one -> initiatives.insert(one.entry(), one.authors(), username));
      }
    };
  }

  private static <T> Sheet sheet(
      List<SheetRow> lines,
      Function<SheetRow, ImportReader.Read<T>> reader,
      Function<String, Consumer<T>> entering) {
    var read = lines.stream().map(reader).toList();
    return new Sheet(
        read.stream().map(ImportReader.Read::row).toList(),
        username -> {
          var enter = entering.apply(username);
          read.forEach(one -> enter.accept(one.entry()));
        });
  }

  private ImportReader reader(Set<String> entries) {
    return new ImportReader(
        new ImportReader.Known(
            desk.peopleByCode(),
            desk.unitsByCode(),
            history.subjects(),
            byName(InitiativeLevel.values(), "fact-line.level."),
            byName(WorkRating.values(), "fact-line.rating."),
            entries),
        desk.today());
  }

  private <T extends Enum<T>> Map<String, T> byName(T[] values, String prefix) {
    return Arrays.stream(values)
        .collect(
            Collectors.toMap(
                one -> notices.get(prefix + one.name()).toLowerCase(Locale.ROOT), one -> one));
  }

  private List<String> names(Enum<?>[] values, String prefix) {
    return Arrays.stream(values).map(one -> notices.get(prefix + one.name())).toList();
  }

  private List<Heading> headings(RegisterKind kind) {
    return kind.columns().stream().map(this::heading).toList();
  }

  private Heading heading(String column) {
    return new Heading(notices.get("import-column." + column), RegisterKind.isDay(column));
  }

  private static List<String> codes(Map<String, Subject> subjects) {
    return subjects.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(one -> one.getKey() + NAME_FOLLOWS + one.getValue().name())
        .toList();
  }

  private static Upload upload(ResultSet row) throws SQLException {
    return new Upload(
        row.getString("id"),
        RegisterKind.valueOf(row.getString("kind")),
        row.getString("file_name"),
        row.getBytes("content"),
        row.getObject("imported_at") == null ? null : Utc.instant(row, "imported_at"),
        row.getInt("row_count"));
  }
}
