package vn.commendation.document;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What every document says: the issuing body of its day, number and symbol, place and date. */
@Component
class Letterhead {

  private static final List<DocumentField> COMMON =
      List.of(
          DocumentField.text("co_quan_chu_quan", "UBND TỈNH TÂY NINH"),
          DocumentField.text("co_quan", "SỞ KHOA HỌC VÀ CÔNG NGHỆ"),
          DocumentField.text("dia_danh", "Tây Ninh"),
          DocumentField.text("so_ky_hieu", "05/QĐ-SKHCN"),
          DocumentField.text("ngay_ban_hanh", "ngày 05 tháng 02 năm 2026"));

  private final JdbcClient jdbc;
  private final NumberRegister register;
  private final Clock clock;
  private final String organisation;

  Letterhead(
      JdbcClient jdbc,
      NumberRegister register,
      Clock clock,
      @Value("${commendation.organisation}") String organisation) {
    this.jdbc = jdbc;
    this.register = register;
    this.clock = clock;
    this.organisation = organisation;
  }

  /** The fields of a kind and those of every document that the kind does not say itself. */
  static List<DocumentField> withCommon(List<DocumentField> own) {
    var names = own.stream().map(DocumentField::name).collect(Collectors.toSet());
    var all = new ArrayList<>(own);
    COMMON.stream().filter(field -> !names.contains(field.name())).forEach(all::add);
    return all;
  }

  /**
   * The values of a document with those that every document has.
   *
   * @throws IllegalStateException if a field of the kind has no value, or a value no field
   */
  Map<String, Object> complete(
      DocumentKind kind, List<DocumentField> fields, DocumentContent content) {
    var values = new HashMap<String, Object>(common(kind, content));
    values.putAll(content.values());
    require(fields, content.values().keySet(), values);
    return values;
  }

  private static void require(
      List<DocumentField> fields, Set<String> given, Map<String, Object> values) {
    var declared = withCommon(fields).stream().map(DocumentField::name).collect(Collectors.toSet());
    var unknown = new HashSet<>(given);
    unknown.removeAll(declared);
    declared.removeAll(values.keySet());
    if (!unknown.isEmpty() || !declared.isEmpty()) {
      throw new IllegalStateException(
          "Fields without value: " + declared + ", values without field: " + unknown);
    }
  }

  private Map<String, Object> common(DocumentKind kind, DocumentContent content) {
    var today = LocalDate.now(clock);
    var day = content.date() == null ? today : content.date();
    var all = new HashMap<String, Object>();
    jdbc.sql(
            """
            select parent, body, place from letterhead
            where organisation = :organisation and valid_from <= :day
              and (valid_to is null or valid_to >= :day)
            order by valid_from desc limit 1""")
        .param("organisation", organisation)
        .param("day", day)
        .query(
            row -> {
              all.put("co_quan_chu_quan", row.getString("parent"));
              all.put("co_quan", row.getString("body"));
              all.put("dia_danh", row.getString("place"));
            });
    if (all.isEmpty()) {
      throw new DocumentRefused("no-letterhead");
    }
    all.put("so_ky_hieu", content.symbol() == null ? blank(kind, day) : content.symbol());
    all.put(
        "ngay_ban_hanh",
        content.date() == null ? Wording.blankDate(today.getYear()) : Wording.date(content.date()));
    return all;
  }

  /** The symbol with room for the number that the clerk will write. */
  private String blank(DocumentKind kind, LocalDate day) {
    return kind.type()
        .flatMap(
            type ->
                register.symbols().stream()
                    .filter(symbol -> symbol.type() == type && symbol.validOn(day))
                    .findFirst())
        .map(symbol -> symbol.pattern().replace("{number}", "       "))
        .orElse("");
  }
}
