package vn.commendation.award;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The base salaries, by date. */
@Service
@Transactional(readOnly = true)
public class BaseSalaries {

  private final JdbcClient jdbc;

  BaseSalaries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The one that counts on a day; empty before the first that is known. */
  public Optional<BaseSalary> on(LocalDate day) {
    return jdbc.sql(
            """
            select valid_from, amount, legal_basis, certainty from base_salary
            where valid_from <= ? order by valid_from desc limit 1""")
        .param(day)
        .query(BaseSalary.class)
        .optional();
  }
}
