package vn.commendation.award;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.StringUtils;
import vn.commendation.audit.AuditEntry;
import vn.commendation.audit.AuditTrail;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;

/**
 * Writing the next rule set: a copy of an earlier one, changed row by row and published with a
 * first day to come. A published set never changes.
 */
@Service
@Transactional
public class RuleSets {

  private static final String CODE = "[A-Z0-9][A-Z0-9-]{0,31}";
  private static final int LONGEST_REASON = 1000;

  /** What happened to sets that are not there any more. */
  private static final String DISCARDED = "rule-sets";

  private final RuleSetRepository sets;
  private final AwardRuleRepository rules;
  private final AwardRepository awards;
  private final Directory directory;
  private final AuditTrail audit;
  private final EntityManager entityManager;
  private final Clock clock;

  RuleSets(
      RuleSetRepository sets,
      AwardRuleRepository rules,
      AwardRepository awards,
      Directory directory,
      AuditTrail audit,
      EntityManager entityManager,
      Clock clock) {
    this.sets = sets;
    this.rules = rules;
    this.awards = awards;
    this.directory = directory;
    this.audit = audit;
    this.entityManager = entityManager;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public boolean mayEdit(String username) {
    return directory.account(username).has(Role.ADMIN);
  }

  /** Counts the changes of a set; a change names the version it was made on. */
  @Transactional(readOnly = true)
  public int version(String code) {
    return find(sets.findAll(), code).version();
  }

  /** Who changed the set and how, the oldest first. */
  @Transactional(readOnly = true)
  public List<AuditEntry> history(String code) {
    return audit.of(subject(code));
  }

  /** Which drafts were discarded, and why, the oldest first. */
  @Transactional(readOnly = true)
  public List<AuditEntry> discarded() {
    return audit.of(DISCARDED);
  }

  /** What still stands against publishing a draft. */
  @Transactional(readOnly = true)
  public List<RuleProblem> problems(String code) {
    var all = sets.findAll();
    var set = find(all, code);
    return set.published() ? List.of() : problems(set, all);
  }

  /**
   * Starts a draft with the rows of another set.
   *
   * @throws RulesRefused if the code or the name is unfit or taken
   */
  public void copy(String from, RuleSet draft, String username) {
    var account = administrator(username);
    var all = sets.lockAll();
    var problems =
        Stream.of(
                problem(!draft.code().matches(CODE), "set-code"),
                problem(!draft.regime().matches("R[1-9][0-9]?"), "set-regime"),
                problem(!fits(draft.name(), 200), "set-name"),
                problem(!fits(draft.legalBasis(), 500), "basis-missing"),
                problem(
                    all.stream().anyMatch(set -> set.getId().equals(draft.code())),
                    "code-taken",
                    draft.code()),
                problem(
                    all.stream().anyMatch(set -> set.isNamed(draft.name())),
                    "name-taken",
                    draft.name()))
            .filter(Objects::nonNull)
            .toList();
    refuse(problems);
    find(all, from);
    sets.saveAndFlush(
        new RuleSetEntity(draft.code(), draft.regime(), draft.name(), draft.legalBasis()));
    rules.findByRuleSet(from).forEach(rule -> rules.save(rule.copyTo(draft.code())));
    append(account, "copied", draft.code(), from);
  }

  /**
   * Adds a row to a draft, or with an id changes it.
   *
   * @throws RulesRefused if the row contradicts itself or another one, or the set is published
   * @throws OptimisticLockingFailureException if the draft has changed since that version
   */
  public void save(String code, int version, AwardRule row, String username) {
    var account = administrator(username);
    var set = lockDraft(code, version);
    var rows = rules.findByRuleSet(code);
    var catalogue = awards.findAllByOrderBySortOrder();
    refuse(
        RuleCheck.row(
            row, rows.stream().map(AwardRuleEntity::toRule).toList(), subjects(catalogue)));
    var stored = row.id() == 0 ? new AwardRuleEntity() : find(rows, row.id());
    stored.fill(row, code, award(catalogue, row.award()), award(catalogue, row.priorAward()));
    rules.save(stored);
    set.restore(Coverage.of(row));
    changed(set);
    append(account, "row-saved", code, label(row));
  }

  /**
   * Leaves a row out on purpose; publishing does not take that for a gap.
   *
   * @throws RulesRefused without a reason, or if the set is published
   * @throws OptimisticLockingFailureException if the draft has changed since that version
   */
  public void remove(String code, int version, long rowId, String reason, String username) {
    var account = administrator(username);
    var set = lockDraft(code, version);
    if (!fits(reason, LONGEST_REASON)) {
      refuse(List.of(RuleProblem.of("reason-missing")));
    }
    var stored = find(rules.findByRuleSet(code), rowId);
    var row = stored.toRule();
    Coverage.of(row).forEach(coverage -> set.remove(coverage, reason));
    rules.delete(stored);
    changed(set);
    append(account, "row-removed", code, label(row) + ": " + reason);
  }

  /**
   * Says what a draft means for cases that will have been received before it.
   *
   * @param transition {@code null} for nothing
   * @throws RulesRefused if it is incomplete, or the set is published
   * @throws OptimisticLockingFailureException if the draft has changed since that version
   */
  public void setTransition(String code, int version, RuleTransition transition, String username) {
    var account = administrator(username);
    var set = lockDraft(code, version);
    if (transition != null) {
      refuse(RuleCheck.transition(transition));
    }
    set.setTransition(transition);
    changed(set);
    var until = transition == null ? null : transition.receivedBefore().toString();
    append(account, "transition-saved", code, until);
  }

  /**
   * Throws a draft away with all its rows.
   *
   * @param confirmation the code once more, typed by whoever means it
   * @throws RulesRefused without confirmation or reason, or if the set is published
   * @throws OptimisticLockingFailureException if the draft has changed since that version
   */
  public void discard(
      String code, int version, String confirmation, String reason, String username) {
    var account = administrator(username);
    var set = lockDraft(code, version);
    if (!code.equals(confirmation)) {
      refuse(List.of(RuleProblem.of("not-confirmed")));
    }
    if (!fits(reason, LONGEST_REASON)) {
      refuse(List.of(RuleProblem.of("reason-missing")));
    }
    rules.findByRuleSet(code).forEach(rules::delete);
    sets.delete(set);
    // the code may be taken again: its own history says where the earlier draft ended
    append(account, "discarded", code, reason);
    audit.append(
        account.username(),
        account.displayName(),
        "rules.discarded",
        DISCARDED,
        "%s – %s: %s".formatted(code, set.name(), reason));
  }

  /**
   * Puts a draft into force from a day to come; the last set ends the day before.
   *
   * @throws RulesRefused if the day is not after today and the last set's first, its transition
   *     speaks of later days, or rows are missing or contradict each other
   * @throws OptimisticLockingFailureException if the draft has changed since that version
   */
  public void publish(String code, int version, LocalDate firstDay, String username) {
    var account = administrator(username);
    var all = sets.lockAll();
    var set = draft(all, code, version);
    if (firstDay == null || !firstDay.isAfter(LocalDate.now(clock))) {
      refuse(List.of(RuleProblem.of("first-day-past")));
    }
    if (lastPublished(all).filter(last -> !firstDay.isAfter(last.validFrom())).isPresent()) {
      refuse(List.of(RuleProblem.of("first-day-order")));
    }
    if (set.transition() != null && set.transition().receivedBefore().isAfter(firstDay)) {
      refuse(List.of(RuleProblem.of("transition-too-late")));
    }
    refuse(problems(set, all));
    set.publish(firstDay);
    append(account, "published", code, firstDay.toString());
  }

  private List<RuleProblem> problems(RuleSetEntity set, List<RuleSetEntity> all) {
    var rows = rows(set.getId());
    var before = lastPublished(all).map(last -> rows(last.getId())).orElse(List.of());
    var subjects = subjects(awards.findAllByOrderBySortOrder());
    return Stream.concat(
            rows.stream().flatMap(row -> RuleCheck.row(row, rows, subjects).stream()),
            RuleCheck.gaps(rows, before, set.removed()).stream())
        .distinct()
        .toList();
  }

  private List<AwardRule> rows(String code) {
    return rules.findByRuleSet(code).stream().map(AwardRuleEntity::toRule).toList();
  }

  private RuleSetEntity lockDraft(String code, int version) {
    return draft(sets.lockAll(), code, version);
  }

  private static RuleSetEntity draft(List<RuleSetEntity> all, String code, int version) {
    var set = find(all, code);
    if (set.published()) {
      refuse(List.of(RuleProblem.of("published")));
    }
    if (set.version() != version) {
      throw new ObjectOptimisticLockingFailureException(RuleSetEntity.class, code);
    }
    return set;
  }

  /**
   * Rows are not part of the set's own record: its version has to be counted up for them. Only the
   * pessimistic mode does so on top of the lock that is held already.
   */
  private void changed(RuleSetEntity set) {
    entityManager.lock(set, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
  }

  private static Optional<RuleSetEntity> lastPublished(List<RuleSetEntity> all) {
    return all.stream()
        .filter(RuleSetEntity::published)
        .max(Comparator.comparing(RuleSetEntity::validFrom));
  }

  private static RuleSetEntity find(List<RuleSetEntity> all, String code) {
    return all.stream()
        .filter(set -> set.getId().equals(code))
        .findAny()
        .orElseThrow(() -> new NoSuchElementException("No rule set " + code));
  }

  private static AwardRuleEntity find(List<AwardRuleEntity> rows, long id) {
    return rows.stream()
        .filter(row -> row.toRule().id() == id)
        .findAny()
        .orElseThrow(() -> new NoSuchElementException("No row " + id));
  }

  private static AwardEntity award(List<AwardEntity> catalogue, String code) {
    return catalogue.stream().filter(award -> award.code().equals(code)).findAny().orElse(null);
  }

  private static Map<String, AwardSubject> subjects(List<AwardEntity> catalogue) {
    return catalogue.stream().collect(Collectors.toMap(AwardEntity::code, AwardEntity::subject));
  }

  private static RuleProblem problem(boolean wrong, String code, String... args) {
    return wrong ? RuleProblem.of(code, args) : null;
  }

  private static boolean fits(String text, int longest) {
    return StringUtils.hasText(text) && text.length() <= longest;
  }

  private static void refuse(List<RuleProblem> problems) {
    if (!problems.isEmpty()) {
      throw new RulesRefused(problems);
    }
  }

  private static String label(AwardRule row) {
    return row.award() + " " + row.subject() + " " + row.types();
  }

  private Account administrator(String username) {
    var account = directory.account(username);
    if (!account.has(Role.ADMIN)) {
      throw new AccessDeniedException("Only administrators edit rules");
    }
    return account;
  }

  private void append(Account account, String action, String code, String reason) {
    audit.append(
        account.username(), account.displayName(), "rules." + action, subject(code), reason);
  }

  private static String subject(String code) {
    return "rule-set-" + code;
  }
}
