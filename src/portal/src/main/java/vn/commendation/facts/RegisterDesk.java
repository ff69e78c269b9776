package vn.commendation.facts;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.audit.AuditTrail;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.storage.Utc;

/** What all registers have in common: who writes, whom about, what is noted, how to cancel. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RegisterDesk {

  private static final Pattern KEY = Pattern.compile("([PU])(\\d{1,18})");
  private static final int LONGEST_REASON = 500;

  private final JdbcClient jdbc;
  private final Directory directory;
  private final AuditTrail audit;
  private final Clock clock;

  RegisterDesk(JdbcClient jdbc, Directory directory, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.directory = directory;
    this.audit = audit;
    this.clock = clock;
  }

  /** Only the Office writes. */
  Account writer(String username) {
    var account = directory.account(username);
    if (!account.has(Role.OFFICE_OFFICER, Role.OFFICE_CHIEF)) {
      throw new AccessDeniedException(username);
    }
    return account;
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  LocalDateTime now() {
    return Utc.now(clock);
  }

  /** The person or unit with such a key, if there is one today. */
  Optional<Subject> subject(String key) {
    var parts = KEY.matcher(key == null ? "" : key);
    if (!parts.matches()) {
      return Optional.empty();
    }
    var id = Long.parseLong(parts.group(2));
    return parts.group(1).equals("P")
        ? directory.person(id).map(one -> new Subject(one.id(), one.unit().id(), one.fullName()))
        : directory.unit(id).map(one -> new Subject(null, one.id(), one.name()));
  }

  /** Everybody there ever was, by code: a sheet may be about years past. */
  Map<String, Subject> peopleByCode() {
    return byCode("select code, id as person_id, unit_id, full_name as name from person");
  }

  Map<String, Subject> unitsByCode() {
    return byCode("select code, null as person_id, id as unit_id, name from unit");
  }

  void append(Account account, String action, String table, long id, String reason) {
    audit.append(account.username(), account.displayName(), action, table + "-" + id, reason);
  }

  void appendImport(Account account, String upload, String reason) {
    audit.append(account.username(), account.displayName(), "register.imported", upload, reason);
  }

  /** What the system enters for a decision that is on record elsewhere. */
  void appendForSystem(String action, String table, long id, String reason) {
    audit.append(AuditTrail.SYSTEM, AuditTrail.SYSTEM, action, table + "-" + id, reason);
  }

  /** Cancels an entry that was wrong. It stays to be seen, and may be made again. */
  void cancel(String table, long id, String reason, String username) {
    var account = writer(username);
    new Checks(today()).text("reason", reason, LONGEST_REASON).refuse();
    var cancelled =
        jdbc.sql(
                "update "
                    + table
                    + " set live = null, cancelled_by = ?, cancelled_at = ?, cancel_reason = ?"
                    + " where id = ? and live = 1")
            .params(account.username(), now(), reason, id)
            .update();
    if (cancelled == 0) {
      throw new FactRefused(FactProblem.ENTRY, "gone");
    }
    append(account, "register.cancelled", table, id, reason);
  }

  private Map<String, Subject> byCode(String sql) {
    return jdbc
        .sql(sql)
        .query(
            (row, index) ->
                Map.entry(
                    row.getString("code"),
                    new Subject(
                        row.getObject("person_id", Long.class),
                        row.getLong("unit_id"),
                        row.getString("name"))))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
