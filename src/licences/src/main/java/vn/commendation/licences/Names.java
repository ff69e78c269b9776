package vn.commendation.licences;

import java.util.List;
import java.util.regex.Pattern;

/** Names with asterisks, each standing for any characters. */
record Names(List<String> patterns) {

  Names {
    patterns = List.copyOf(patterns);
  }

  boolean contain(String name) {
    return patterns.stream().anyMatch(pattern -> matches(pattern, name));
  }

  static boolean matches(String pattern, String name) {
    String regex = Pattern.quote(pattern).replace("*", "\\E.*\\Q");
    return Pattern.matches(regex, name);
  }
}
