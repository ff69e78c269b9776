package vn.commendation.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.commendation.award.Award;
import vn.commendation.award.AwardKind;
import vn.commendation.directory.Gender;

/** Turns of phrase that documents of several modules share. */
public final class Phrases {

  private static final Locale VIETNAMESE = Locale.of("vi");

  private Phrases() {}

  /** {@code 01 tập thể và 12 cá nhân}; with two digits at least. */
  public static String count(long collectives, long individuals) {
    var parts = new ArrayList<String>();
    if (collectives > 0) {
      parts.add("%02d tập thể".formatted(collectives));
    }
    if (individuals > 0) {
      parts.add("%02d cá nhân".formatted(individuals));
    }
    return String.join(" và ", parts);
  }

  /** {@code Ông Lê Quang Minh}; the mere name if the gender is not known or it is no person. */
  public static String salutation(Gender gender, String name) {
    if (gender == null) {
      return name;
    }
    return (gender == Gender.MALE ? "Ông " : "Bà ") + name;
  }

  /**
   * An award as it reads outside the Department: a title with its year, a form with who gives it in
   * full.
   */
  public static String award(Award award, int year, Organisation organisation) {
    return award.kind() == AwardKind.TITLE
        ? "danh hiệu “%s” năm %d".formatted(award.name(), year)
        : award
            .name()
            .replace("Giám đốc Sở", "Giám đốc " + organisation.name())
            .replace("Ủy ban nhân dân tỉnh", organisation.parentName());
  }

  /** What documents rest on: a line each, {@code Căn cứ …;}, and the last as it is. */
  public static List<Map<String, Object>> bases(List<String> lines, String last) {
    var rows = new ArrayList<Map<String, Object>>();
    lines.forEach(line -> rows.add(paragraph("Căn cứ " + line + ";")));
    rows.add(paragraph(last));
    return rows;
  }

  /** A row of a list: names of fields and values by turns. */
  public static Map<String, Object> row(String... namesAndValues) {
    var row = new HashMap<String, Object>();
    for (var n = 0; n < namesAndValues.length; n += 2) {
      row.put(namesAndValues[n], namesAndValues[n + 1]);
    }
    return row;
  }

  /** One paragraph of a list of them. */
  public static Map<String, Object> paragraph(String text) {
    return Map.of("noi_dung", text);
  }

  /** What a list names: each with a semicolon, the last with a full stop. */
  public static List<Map<String, Object>> enumeration(List<String> lines) {
    var rows = new ArrayList<Map<String, Object>>();
    for (var n = 0; n < lines.size(); n++) {
      rows.add(paragraph(lines.get(n) + (n + 1 < lines.size() ? ";" : ".")));
    }
    return rows;
  }

  /** The paragraphs of a text, a line each; none for {@code null}. */
  public static List<Map<String, Object>> paragraphs(String text) {
    return text == null
        ? List.of()
        : text.lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .map(Phrases::paragraph)
            .toList();
  }

  /** The same inside a sentence. */
  public static String inside(String phrase) {
    return phrase.isEmpty()
        ? phrase
        : phrase.substring(0, 1).toLowerCase(VIETNAMESE) + phrase.substring(1);
  }

  /** The same at the beginning of a line. */
  public static String capital(String phrase) {
    return phrase.isEmpty()
        ? phrase
        : phrase.substring(0, 1).toUpperCase(VIETNAMESE) + phrase.substring(1);
  }

  /** With one punctuation mark at its end. */
  public static String sentence(String text) {
    var stripped = text.strip();
    return stripped.matches("(?s).*[.!?…]") ? stripped : stripped + ".";
  }
}
