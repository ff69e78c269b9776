package vn.commendation.award;

import java.util.Set;
import java.util.stream.Collectors;

/** What one rule of a set answers for: no two rules of a set may share one. */
record Coverage(String award, SubjectKind subject, CommendationType type) {

  static Set<Coverage> of(AwardRule rule) {
    return rule.types().stream()
        .map(type -> new Coverage(rule.award(), rule.subject(), type))
        .collect(Collectors.toSet());
  }
}
