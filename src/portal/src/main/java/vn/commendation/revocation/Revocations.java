package vn.commendation.revocation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.StringUtils;
import vn.commendation.audit.AuditTrail;
import vn.commendation.award.Awards;
import vn.commendation.award.Rules;
import vn.commendation.award.SubjectKind;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Unit;
import vn.commendation.engine.EngineCommands;
import vn.commendation.facts.AwardHistory;

/** What people do with revocations in the portal. */
@Service
@Transactional
public class Revocations {

  private static final int LONGEST_TEXT = 4000;
  private static final int LONGEST_NOTE = 2000;
  private static final int LONGEST_REFERENCE = 300;
  private static final int LONGEST_BOARD_REFERENCE = 100;

  private final RevocationRepository revocations;
  private final RevocationViews views;
  private final Rechecks rechecks;
  private final Recoveries recoveries;
  private final Revoking revoking;
  private final AwardHistory history;
  private final Awards awards;
  private final Rules rules;
  private final Directory directory;
  private final EngineCommands engine;
  private final AuditTrail audit;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Revocations(
      RevocationRepository revocations,
      RevocationViews views,
      Rechecks rechecks,
      Recoveries recoveries,
      Revoking revoking,
      AwardHistory history,
      Awards awards,
      Rules rules,
      Directory directory,
      EngineCommands engine,
      AuditTrail audit,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Clock clock) {
    this.revocations = revocations;
    this.views = views;
    this.rechecks = rechecks;
    this.recoveries = recoveries;
    this.revoking = revoking;
    this.history = history;
    this.awards = awards;
    this.rules = rules;
    this.directory = directory;
    this.engine = engine;
    this.audit = audit;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** An award the Office thinks of taking back. */
  @Transactional(readOnly = true)
  public RevocableAward award(long awardId, String username) {
    office(username);
    return find(awardId);
  }

  /** The revocation of an award that is under way. */
  @Transactional(readOnly = true)
  public Optional<String> openFor(long awardId) {
    return revocations.findByOpenAwardId(awardId).map(Revocation::id);
  }

  /**
   * Proposes to take an award back; the same form sent twice is one proposal.
   *
   * @throws RevocationRefused if it cannot be proposed
   * @throws AccessDeniedException if this account may not propose it
   */
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public void propose(RevocationProposal proposal, String username) {
    requireComplete(proposal);
    try {
      transaction.executeWithoutResult(status -> write(proposal, username));
    } catch (DataIntegrityViolationException e) {
      if (revocations.findById(proposal.id()).isEmpty()) {
        throw new RevocationRefused(null, "revocation.refused.already-open");
      }
    }
  }

  private void write(RevocationProposal proposal, String username) {
    var account = office(username);
    if (revocations.findById(proposal.id()).isPresent()) {
      return;
    }
    var code = nextCode();
    var now = clock.instant();
    var revocation =
        revocations.saveAndFlush(
            Revocation.proposed(proposal, code, find(proposal.awardId()), account, now));
    if (revocation.isAbout(account)) {
      throw new RevocationRefused(null, "revocation.refused.own-award");
    }
    // Only now: whoever revoked it in between has left the one place for an open revocation.
    if (history.get(proposal.awardId()).revokedOn() != null) {
      throw new RevocationRefused(null, "revocation.refused.already-revoked");
    }
    audit.append(
        username,
        account.displayName(),
        "revocation.proposed",
        revocation.id(),
        proposal.explanation());
    engine.publish(
        "revocation-proposed",
        revocation.id(),
        revocation.id(),
        Map.of("revocationId", revocation.id(), "code", code));
  }

  @Transactional(readOnly = true)
  public Page<RevocationSummary> list(
      RevocationStatus status, boolean overdue, String username, Pageable page) {
    watcher(username);
    return revocations
        .search(status, overdue ? clock.instant() : null, page)
        .map(RevocationViews::summary);
  }

  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public Optional<RevocationDetails> details(String id, String username) {
    var reader = watcher(username);
    return revocations.findById(id).map(revocation -> views.details(revocation, reader));
  }

  /**
   * Records what the province answered; if it revokes, the award falls.
   *
   * @throws RevocationRefused if the answer is incomplete or was recorded before
   */
  public void recordBoardAnswer(String id, BoardAnswer answer, String username) {
    var revocation = locked(id);
    var account = recorder(username, revocation);
    if (revocation.status() != RevocationStatus.BOARD) {
      throw new RevocationRefused(null, "revocation.refused.no-answer-expected");
    }
    requireComplete(answer, revocation.numberDate());
    revocation.answeredByBoard(answer.reference(), answer.answeredOn(), answer.note());
    if (answer.revoked()) {
      revoking.carryOut(revocation, answer.reference(), answer.answeredOn());
    } else {
      revocation.end(RevocationStatus.UPHELD);
    }
    audit.append(
        username,
        account.displayName(),
        answer.revoked() ? "revocation.board-revoked" : "revocation.board-upheld",
        id,
        answer.note());
  }

  /**
   * Notes that a dependent award was checked again.
   *
   * @throws RevocationRefused if the note is missing or somebody has noted it before
   */
  public void recheck(String id, long awardId, String note, String username) {
    var account = recorder(username, locked(id));
    requireNote(note);
    if (!rechecks.tick(id, awardId, account.displayName(), note)) {
      throw new RevocationRefused(null, "revocation.refused.already-checked");
    }
    audit.append(username, account.displayName(), "revocation.rechecked", id, note);
  }

  /**
   * Notes that money or an item was given back; the same form sent twice is one note.
   *
   * @param recoveryId of the form
   * @throws RevocationRefused if the note is missing or nothing was revoked
   */
  public void recordRecovery(String id, String recoveryId, String note, String username) {
    var revocation = locked(id);
    var account = recorder(username, revocation);
    if (revocation.status() != RevocationStatus.REVOKED) {
      throw new RevocationRefused(null, "revocation.refused.not-revoked");
    }
    requireNote(note);
    if (recoveries.add(recoveryId, id, note, account.displayName())) {
      audit.append(username, account.displayName(), "revocation.recovered", id, note);
    }
  }

  private RevocableAward find(long awardId) {
    var given = history.get(awardId);
    var award = awards.find(given.awardCode()).orElseThrow();
    return new RevocableAward(
        given,
        award.name(),
        directory.unit(given.unitId()).map(Unit::name).orElse(""),
        rules.authority(
            award.code(),
            given.personId() == null ? SubjectKind.COLLECTIVE : SubjectKind.INDIVIDUAL,
            given.decidedOn()));
  }

  private String nextCode() {
    var year = LocalDate.now(clock).getYear();
    jdbc.sql(
            """
            insert into revocation_series values (?, 1)
            on duplicate key update last_number = last_number + 1""")
        .param(year)
        .update();
    var number =
        jdbc.sql("select last_number from revocation_series where year = ?")
            .param(year)
            .query(Integer.class)
            .single();
    return "TH-%d-%03d".formatted(year, number);
  }

  private static void requireComplete(RevocationProposal proposal) {
    if (proposal.cause() == null) {
      throw new RevocationRefused("cause", "revocation.refused.cause");
    }
    if (!StringUtils.hasText(proposal.explanation())
        || proposal.explanation().length() > LONGEST_TEXT) {
      throw new RevocationRefused("explanation", "revocation.refused.explanation");
    }
    if (proposal.reference() != null && proposal.reference().length() > LONGEST_REFERENCE) {
      throw new RevocationRefused("reference", "revocation.refused.reference");
    }
  }

  private void requireComplete(BoardAnswer answer, LocalDate asked) {
    if (answer.revoked() == null) {
      throw new RevocationRefused("revoked", "revocation.refused.answer");
    }
    if (!StringUtils.hasText(answer.reference())
        || answer.reference().length() > LONGEST_BOARD_REFERENCE) {
      throw new RevocationRefused("reference", "revocation.refused.board-reference");
    }
    if (answer.answeredOn() == null
        || answer.answeredOn().isBefore(asked)
        || answer.answeredOn().isAfter(LocalDate.now(clock))) {
      throw new RevocationRefused("answeredOn", "revocation.refused.answered-on");
    }
    if (!answer.revoked() && !StringUtils.hasText(answer.note())
        || answer.note() != null && answer.note().length() > LONGEST_TEXT) {
      throw new RevocationRefused("note", "revocation.refused.board-note");
    }
  }

  private static void requireNote(String note) {
    if (!StringUtils.hasText(note) || note.length() > LONGEST_NOTE) {
      throw new RevocationRefused("note", "revocation.refused.note");
    }
  }

  private Revocation locked(String id) {
    return revocations.lock(id).orElseThrow(() -> new NoSuchElementException("Revocation " + id));
  }

  private Account watcher(String username) {
    return require(directory.account(username), RevocationAccess::watches);
  }

  private Account office(String username) {
    return require(directory.account(username), RevocationAccess::isOffice);
  }

  private Account recorder(String username, Revocation revocation) {
    return require(
        directory.account(username), account -> RevocationAccess.mayRecord(account, revocation));
  }

  private static Account require(Account account, Predicate<Account> permission) {
    if (!permission.test(account)) {
      throw new AccessDeniedException(account.username());
    }
    return account;
  }
}
