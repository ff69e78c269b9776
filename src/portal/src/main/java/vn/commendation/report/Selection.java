package vn.commendation.report;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which facts a row or column counts: the values each dimension may have. Written {@code
 * award=BK-TINH;subject=COLLECTIVE,ENTERPRISE}; empty counts everything.
 */
record Selection(Map<String, List<String>> dimensions) {

  static final Selection EVERYTHING = new Selection(Map.of());

  static Selection parse(String text) {
    if (text.isEmpty()) {
      return EVERYTHING;
    }
    var dimensions = new LinkedHashMap<String, List<String>>();
    for (var part : text.split(";")) {
      var sides = part.split("=", 2);
      dimensions.put(sides[0], List.of(sides[1].split(",")));
    }
    return new Selection(dimensions);
  }

  boolean takes(Map<String, String> fact) {
    return dimensions.entrySet().stream()
        .allMatch(
            one ->
                fact.containsKey(one.getKey()) && one.getValue().contains(fact.get(one.getKey())));
  }

  static boolean anyTakes(Collection<Selection> selections, Map<String, String> fact) {
    return selections.stream().anyMatch(one -> one.takes(fact));
  }

  /**
   * A fact that every one of the selections takes, as {@code dimension=value;…} in the order of the
   * names, or {@code null} if they exclude each other.
   */
  static String factOf(Collection<Selection> selections) {
    var possible = new TreeMap<String, List<String>>();
    for (var selection : selections) {
      selection.dimensions.forEach(
          (name, values) ->
              possible.merge(
                  name, values, (before, more) -> before.stream().filter(more::contains).toList()));
    }
    if (possible.values().stream().anyMatch(List::isEmpty)) {
      return null;
    }
    return String.join(
        ";",
        possible.entrySet().stream()
            .map(one -> one.getKey() + "=" + one.getValue().getFirst())
            .toList());
  }

  /** The dimensions of a fact written {@code dimension=value;…}. */
  static Map<String, String> fact(String text) {
    var fact = new LinkedHashMap<String, String>();
    if (!text.isEmpty()) {
      Arrays.stream(text.split(";"))
          .map(part -> part.split("=", 2))
          .forEach(sides -> fact.put(sides[0], sides[1]));
    }
    return fact;
  }
}
