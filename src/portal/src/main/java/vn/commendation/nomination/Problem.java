package vn.commendation.nomination;

import java.util.List;
import java.util.stream.Collectors;
import vn.commendation.notification.Notices;

/**
 * Something a check found.
 *
 * @param code text key is {@code problem.} and this code
 * @param field component of {@link NominationForm} it concerns; may be {@code null}
 */
public record Problem(String code, String field, List<String> args) {

  static Problem of(String code, String field, String... args) {
    return new Problem(code, field, List.of(args));
  }

  String in(Notices notices) {
    return notices.get("problem." + code, args.toArray());
  }

  static String in(Notices notices, List<Problem> problems) {
    return problems.stream().map(problem -> problem.in(notices)).collect(Collectors.joining("; "));
  }
}
