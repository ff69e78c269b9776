package vn.commendation.document;

import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What every document of the Department says of its issuer, by date, and to whom copies go. */
@Service
@Transactional(readOnly = true)
public class Organisations {

  private final JdbcClient jdbc;
  private final String organisation;

  Organisations(JdbcClient jdbc, @Value("${commendation.organisation}") String organisation) {
    this.jdbc = jdbc;
    this.organisation = organisation;
  }

  /**
   * The Department as it was called on a day.
   *
   * @throws NoSuchElementException if it did not exist then
   */
  public Organisation on(LocalDate day) {
    return jdbc.sql(
            """
            select name, parent_name, province, mandate from organisation
            where code = :code and valid_from <= :day and (valid_to is null or valid_to >= :day)
            order by valid_from desc limit 1""")
        .param("code", organisation)
        .param("day", day)
        .query(Organisation.class)
        .optional()
        .orElseThrow(() -> new NoSuchElementException(organisation + " on " + day));
  }

  /**
   * To whom copies of a kind of document go (Nơi nhận): a line each with its dash, the last with a
   * full stop; empty for kinds that go to nobody.
   */
  public String recipients(DocumentKind kind) {
    return lines(
        jdbc.sql(
                """
                select line from document_recipient where organisation = ? and kind = ?
                order by position""")
            .params(organisation, kind.name())
            .query(String.class)
            .list());
  }

  static String lines(List<String> recipients) {
    return recipients.isEmpty()
        ? ""
        : recipients.stream().map(line -> "- " + line).collect(Collectors.joining(";\n")) + ".";
  }
}
