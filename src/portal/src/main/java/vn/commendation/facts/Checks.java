package vn.commendation.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.commendation.notification.Notices;

/** Collects what is wrong with an entry. */
final class Checks {

  /** No register of a Department founded later reaches further back. */
  private static final int FIRST_YEAR = 1990;

  private final List<FactProblem> problems = new ArrayList<>();
  private final LocalDate today;

  Checks(LocalDate today) {
    this.today = today;
  }

  Checks given(String field, Object value) {
    return that(value != null, field, "missing");
  }

  Checks text(String field, String value, int most) {
    return given(field, value).atMost(field, value, most);
  }

  Checks atMost(String field, String value, int most) {
    return that(value == null || value.length() <= most, field, "too-long", most);
  }

  Checks past(String field, LocalDate day) {
    return that(day == null || !day.isAfter(today), field, "future", Notices.date(today))
        .that(
            day == null || day.getYear() >= FIRST_YEAR, field, "year", FIRST_YEAR, today.getYear());
  }

  Checks inOrder(String field, LocalDate from, LocalDate to) {
    return that(from == null || to == null || !to.isBefore(from), field, "order");
  }

  Checks year(String field, Integer year) {
    return given(field, year)
        .that(
            year == null || year >= FIRST_YEAR && year <= today.getYear(),
            field,
            "year",
            FIRST_YEAR,
            today.getYear());
  }

  Checks that(boolean holds, String field, String code, Object... args) {
    if (!holds) {
      problems.add(FactProblem.of(field, code, args));
    }
    return this;
  }

  /** Adds what was found elsewhere. */
  Checks with(List<FactProblem> found) {
    problems.addAll(found);
    return this;
  }

  List<FactProblem> problems() {
    return List.copyOf(problems);
  }

  void refuse() {
    if (!problems.isEmpty()) {
      throw new FactRefused(problems);
    }
  }
}
