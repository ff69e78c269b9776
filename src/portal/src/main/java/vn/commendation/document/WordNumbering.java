package vn.commendation.document;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.w3c.dom.Element;

/** Numbers and bullets of paragraphs, counted while a document is read from its beginning. */
final class WordNumbering {

  private static final String[] ROMAN = {
    "m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"
  };
  private static final int[] WORTH = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};

  private final Map<String, Element> lists = new HashMap<>();
  private final Map<String, int[]> counts = new HashMap<>();

  WordNumbering(WordFile file) {
    file.optionalTree("word/numbering.xml")
        .ifPresent(
            tree -> {
              var root = tree.getDocumentElement();
              var kinds = new HashMap<String, Element>();
              for (var kind : Ooxml.children(root, "abstractNum")) {
                kinds.put(Ooxml.attr(kind, "abstractNumId"), kind);
              }
              for (var list : Ooxml.children(root, "num")) {
                var kind = Ooxml.attr(Ooxml.child(list, "abstractNumId"), "val");
                lists.put(Ooxml.attr(list, "numId"), kinds.get(kind));
              }
            });
  }

  /** What a numbered paragraph's level says of its indents; nothing for others. */
  Map<String, String> level(Map<String, String> says) {
    var level = levelOf(says);
    return level == null ? Map.of() : WordStyles.flat(Ooxml.child(level, "pPr"));
  }

  /** The label of the next paragraph; {@code null} if it has none. */
  String next(Map<String, String> says) {
    var level = levelOf(says);
    if (level == null) {
      return null;
    }
    var depth = depth(says);
    var count = counts.computeIfAbsent(says.get("numPr.numId.val"), id -> new int[10]);
    var start = Integer.parseInt(value(level, "start", "1"));
    count[depth] = count[depth] == 0 ? start : count[depth] + 1;
    Arrays.fill(count, depth + 1, count.length, 0);
    var label = value(level, "lvlText", "%1.");
    if (value(level, "numFmt", "decimal").equals("bullet")) {
      // bullets of symbol fonts have no letter of their own
      return label.chars().allMatch(letter -> letter >= 0xE000 && letter <= 0xF8FF) ? "•" : label;
    }
    for (var i = 0; i <= depth; i++) {
      var format = value(level(says, i), "numFmt", "decimal");
      label = label.replace("%" + (i + 1), written(Math.max(count[i], 1), format));
    }
    return label;
  }

  private Element levelOf(Map<String, String> says) {
    return level(says, depth(says));
  }

  private Element level(Map<String, String> says, int depth) {
    var list = lists.get(says.get("numPr.numId.val"));
    return list == null
        ? null
        : Ooxml.children(list, "lvl").stream()
            .filter(one -> String.valueOf(depth).equals(Ooxml.attr(one, "ilvl")))
            .findFirst()
            .orElse(null);
  }

  private static int depth(Map<String, String> says) {
    return Math.min(Integer.parseInt(says.getOrDefault("numPr.ilvl.val", "0")), 8);
  }

  private static String value(Element level, String name, String otherwise) {
    var value = level == null ? null : Ooxml.attr(Ooxml.child(level, name), "val");
    return value == null ? otherwise : value;
  }

  private static String written(int number, String format) {
    return switch (format) {
      case "lowerLetter" -> String.valueOf((char) ('a' + (number - 1) % 26));
      case "upperLetter" -> String.valueOf((char) ('A' + (number - 1) % 26));
      case "lowerRoman" -> roman(number);
      case "upperRoman" -> roman(number).toUpperCase(Locale.ROOT);
      case "decimalZero" -> "%02d".formatted(number);
      case "none" -> "";
      default -> String.valueOf(number);
    };
  }

  private static String roman(int number) {
    var letters = new StringBuilder();
    var left = number;
    for (var i = 0; i < WORTH.length; i++) {
      while (left >= WORTH[i]) {
        letters.append(ROMAN[i]);
        left -= WORTH[i];
      }
    }
    return letters.toString();
  }
}
