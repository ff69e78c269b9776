package vn.commendation.award;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The law behind rule sets, as formal documents quote it. */
@Service
@Transactional(readOnly = true)
public class Citations {

  private final Rules rules;
  private final JdbcClient jdbc;

  Citations(Rules rules, JdbcClient jdbc) {
    this.rules = rules;
    this.jdbc = jdbc;
  }

  /** What follows "Căn cứ", a document a line; what several sets quote is quoted once. */
  public List<String> of(Collection<String> ruleSets) {
    Set<String> lines = new LinkedHashSet<>();
    rules.sets().stream()
        .filter(set -> ruleSets.contains(set.code()))
        .forEach(set -> lines.addAll(of(set)));
    return List.copyOf(lines);
  }

  /** A regime nobody has laid down the wording of is quoted as the set names it. */
  private List<String> of(RuleSet set) {
    var lines =
        jdbc.sql("select line from legal_citation where regime = ? order by position")
            .param(set.regime())
            .query(String.class)
            .list();
    return lines.isEmpty()
        ? Arrays.stream(set.legalBasis().split(";")).map(String::strip).toList()
        : lines;
  }
}
