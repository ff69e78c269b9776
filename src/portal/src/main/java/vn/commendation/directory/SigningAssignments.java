package vn.commendation.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.audit.AuditTrail;
import vn.commendation.storage.Like;

/** Dated assignments to sign. */
@Service
@Transactional
public class SigningAssignments {

  private static final Set<SigningCapacity> LEADERS =
      EnumSet.of(SigningCapacity.HEAD, SigningCapacity.FOR_HEAD);

  private static final Set<SigningBar> BARS_OF_PERSON =
      EnumSet.of(SigningBar.NOT_A_LEADER, SigningBar.NOT_A_MANAGER);

  private static final int LONGEST_TEXT = 300;

  private static final String ASSIGNMENT =
      """
      select s.*, p.full_name,
        (select min(a.username) from account a where a.person_id = p.id and a.enabled) as username,
        (select group_concat(m.matter) from signing_assignment_matter m
         where m.assignment_id = s.id) as matters,
        p.position_class, exists (
          select 1 from account a join account_role r on r.username = a.username
          where a.person_id = p.id and r.role = 'OFFICE_CHIEF') as office_chief
      from signing_assignment s join person p on p.id = s.person_id
      """;

  private static final String IN_FORCE =
      ASSIGNMENT
          + """
          where s.valid_from <= :day and (s.valid_to is null or s.valid_to >= :day)
            and exists (select 1 from signing_assignment_matter m
                        where m.assignment_id = s.id and m.matter in (:matters))
          """;

  private final JdbcClient jdbc;
  private final Directory directory;
  private final AuditTrail audit;
  private final Clock clock;

  SigningAssignments(JdbcClient jdbc, Directory directory, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.directory = directory;
    this.audit = audit;
    this.clock = clock;
  }

  /** An assignment as it stands on paper, and what bars its holder all the same. */
  private record OnPaper(
      SigningAssignment assignment, PositionClass positionClass, boolean officeChief) {

    Optional<SigningBar> bar(SigningMatter matter) {
      return SigningBar.of(assignment.capacity(), Set.of(matter), positionClass, officeChief);
    }
  }

  /**
   * Who may sign this on that day: the head first, then his deputies, then the others. Whom a
   * {@link SigningBar} bars is left out, whatever is assigned.
   */
  @Transactional(readOnly = true)
  public List<SigningAssignment> inForce(SigningMatter matter, LocalDate day) {
    return onPaper(Set.of(matter), day).stream()
        .filter(one -> one.bar(matter).isEmpty())
        .map(OnPaper::assignment)
        .sorted(
            Comparator.comparing(SigningAssignment::capacity)
                .thenComparing(SigningAssignment::validFrom)
                .thenComparing(SigningAssignment::id))
        .toList();
  }

  /** What is assigned to somebody on a day, whether anything bars it or not. */
  @Transactional(readOnly = true)
  public Set<SigningMatter> assignedTo(long personId, LocalDate day) {
    return onPaper(EnumSet.allOf(SigningMatter.class), day).stream()
        .map(OnPaper::assignment)
        .filter(one -> one.personId() == personId)
        .flatMap(one -> one.matters().stream())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(SigningMatter.class)));
  }

  /** What bars somebody from signing a matter that is assigned to him on the day. */
  @Transactional(readOnly = true)
  public Optional<SigningBar> bar(long personId, SigningMatter matter, LocalDate day) {
    return onPaper(Set.of(matter), day).stream()
        .filter(one -> one.assignment().personId() == personId)
        .flatMap(one -> one.bar(matter).stream())
        .findFirst();
  }

  private List<OnPaper> onPaper(Set<SigningMatter> matters, LocalDate day) {
    return jdbc.sql(IN_FORCE)
        .param("day", day)
        .param("matters", matters.stream().map(SigningMatter::name).toList())
        .query(
            (row, index) ->
                new OnPaper(
                    assignment(row),
                    PositionClass.valueOf(row.getString("position_class")),
                    row.getBoolean("office_chief")))
        .list();
  }

  /** Every assignment there ever was, the latest first. */
  @Transactional(readOnly = true)
  public Page<SigningAssignment> search(String name, Pageable page) {
    var found =
        jdbc.sql(
                ASSIGNMENT
                    + """
                    where :q is null or p.full_name like :q
                    order by s.valid_from desc, s.id desc limit :size offset :offset""")
            .param("q", Like.containing(name))
            .param("size", page.getPageSize())
            .param("offset", page.getOffset())
            .query((row, index) -> assignment(row))
            .list();
    var total =
        jdbc.sql(
                """
                select count(*) from signing_assignment s join person p on p.id = s.person_id
                where :q is null or p.full_name like :q""")
            .param("q", Like.containing(name))
            .query(Long.class)
            .single();
    return new PageImpl<>(found, page, total);
  }

  /**
   * Enters an assignment (NĐ 30/2020/NĐ-CP, Article 13).
   *
   * @throws DirectoryRefused if something is missing or not allowed, or it overlaps another one
   */
  public long add(NewSigningAssignment wanted, String username) {
    var account = editor(username);
    var refusal = refusal(wanted, account);
    if (refusal != null) {
      throw refusal;
    }
    lock();
    refuseOverlaps(wanted);
    var key = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into signing_assignment (person_id, capacity, valid_from, valid_to, basis)
            values (?, ?, ?, ?, ?)""")
        .params(
            wanted.personId(),
            wanted.capacity().name(),
            wanted.validFrom(),
            wanted.validTo(),
            wanted.basis())
        .update(key, "id");
    var id = key.getKey().longValue();
    for (var matter : wanted.matters()) {
      jdbc.sql("insert into signing_assignment_matter values (?, ?)")
          .params(id, matter.name())
          .update();
    }
    append(account, "signing.assigned", id, wanted.basis());
    return id;
  }

  /**
   * Ends an assignment early. What was signed until then stays signed; so the last day is not
   * before yesterday, nor before the eve of its first day, which means that it never holds.
   */
  public void end(long id, LocalDate lastDay, String reason, String username) {
    var account = editor(username);
    lock();
    var assignment =
        jdbc.sql(ASSIGNMENT + "where s.id = ?")
            .param(id)
            .query((row, index) -> assignment(row))
            .optional()
            .orElseThrow(() -> new DirectoryRefused("lastDay", "assignment-unknown"));
    if (lastDay == null) {
      throw new DirectoryRefused("lastDay", "day-missing");
    }
    if (reason == null) {
      throw new DirectoryRefused("reason", "reason-missing");
    }
    if (reason.length() > LONGEST_TEXT) {
      throw new DirectoryRefused("reason", "too-long", LONGEST_TEXT);
    }
    if (assignment.validTo() != null && !lastDay.isBefore(assignment.validTo())) {
      throw new DirectoryRefused("lastDay", "not-earlier", assignment.validTo());
    }
    var earliest =
        List.of(LocalDate.now(clock), assignment.validFrom()).stream()
            .max(Comparator.naturalOrder())
            .orElseThrow()
            .minusDays(1);
    if (lastDay.isBefore(earliest)) {
      throw new DirectoryRefused("lastDay", "too-early", earliest);
    }
    jdbc.sql("update signing_assignment set valid_to = ? where id = ?")
        .params(lastDay, id)
        .update();
    append(account, "signing.ended", id, reason);
  }

  private Account editor(String username) {
    var account = directory.account(username);
    if (!account.has(Role.ADMIN, Role.OFFICE_CHIEF)) {
      throw new AccessDeniedException(username);
    }
    return account;
  }

  private DirectoryRefused refusal(NewSigningAssignment wanted, Account editor) {
    var person =
        wanted.personId() == null ? null : directory.person(wanted.personId()).orElse(null);
    if (person == null) {
      return new DirectoryRefused("personId", "person-missing");
    }
    if (person.id() == editor.person().id()) {
      return new DirectoryRefused("personId", "own-assignment");
    }
    if (wanted.capacity() == null) {
      return new DirectoryRefused("capacity", "capacity-missing");
    }
    if (wanted.matters() == null || wanted.matters().isEmpty()) {
      return new DirectoryRefused("matters", "matters-missing");
    }
    var chief =
        directory.accountsWith(Set.of(Role.OFFICE_CHIEF)).stream()
            .anyMatch(one -> one.person().id() == person.id());
    var bar =
        SigningBar.of(wanted.capacity(), wanted.matters(), person.positionClass(), chief)
            .orElse(null);
    if (bar != null) {
      var field = BARS_OF_PERSON.contains(bar) ? "capacity" : "matters";
      return new DirectoryRefused(field, bar.code(), person.fullName());
    }
    if (wanted.validFrom() == null) {
      return new DirectoryRefused("validFrom", "day-missing");
    }
    if (wanted.validTo() == null && !LEADERS.contains(wanted.capacity())) {
      return new DirectoryRefused("validTo", "end-missing");
    }
    if (wanted.validTo() != null && wanted.validTo().isBefore(wanted.validFrom())) {
      return new DirectoryRefused("validTo", "order");
    }
    if (wanted.basis() == null) {
      return new DirectoryRefused("basis", "basis-missing");
    }
    if (wanted.basis().length() > LONGEST_TEXT) {
      return new DirectoryRefused("basis", "too-long", LONGEST_TEXT);
    }
    return null;
  }

  /** The leadership's row stands for all assignments: one is entered after the other. */
  private void lock() {
    jdbc.sql("select id from unit where kind = 'LEADERSHIP' for update").query(Long.class).list();
  }

  private void refuseOverlaps(NewSigningAssignment wanted) {
    jdbc
        .sql(
            ASSIGNMENT
                + """
                where (s.valid_to is null or s.valid_to >= :from)
                  and (:to is null or s.valid_from <= :to)
                  and s.valid_from <= coalesce(s.valid_to, s.valid_from)
                  and (s.person_id = :person or s.capacity = 'HEAD')
                order by s.id
                """)
        .param("from", wanted.validFrom())
        .param("to", wanted.validTo())
        .param("person", wanted.personId())
        .query((row, index) -> assignment(row))
        .list()
        .stream()
        .filter(one -> one.matters().stream().anyMatch(wanted.matters()::contains))
        .forEach(
            one -> {
              if (one.personId() == wanted.personId()) {
                throw new DirectoryRefused("validFrom", "overlap", one.personName());
              }
              if (wanted.capacity() == SigningCapacity.HEAD) {
                throw new DirectoryRefused("capacity", "second-head", one.personName());
              }
            });
  }

  private void append(Account account, String action, long id, String reason) {
    audit.append(account.username(), account.displayName(), action, "signing-" + id, reason);
  }

  private static SigningAssignment assignment(ResultSet row) throws SQLException {
    return new SigningAssignment(
        row.getLong("id"),
        row.getLong("person_id"),
        row.getString("full_name"),
        row.getString("username"),
        SigningCapacity.valueOf(row.getString("capacity")),
        Arrays.stream(row.getString("matters").split(","))
            .map(SigningMatter::valueOf)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(SigningMatter.class))),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class),
        row.getString("basis"));
  }
}
