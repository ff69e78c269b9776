package vn.commendation.nomination;

import static vn.commendation.directory.Role.ADMIN;
import static vn.commendation.directory.Role.CLERK;
import static vn.commendation.directory.Role.COUNCIL_SECRETARY;
import static vn.commendation.directory.Role.DEPUTY_DIRECTOR;
import static vn.commendation.directory.Role.DIRECTOR;
import static vn.commendation.directory.Role.OFFICE_CHIEF;
import static vn.commendation.directory.Role.OFFICE_OFFICER;
import static vn.commendation.directory.Role.UNIT_HEAD;

import java.util.Set;
import vn.commendation.directory.Account;
import vn.commendation.directory.Role;

/** Who may see, write and decide what. */
final class NominationAccess {

  private static final Role[] SEE_ALL = {
    OFFICE_OFFICER, OFFICE_CHIEF, DIRECTOR, DEPUTY_DIRECTOR, CLERK, COUNCIL_SECRETARY, ADMIN
  };

  private NominationAccess() {}

  static boolean mayNominate(Account account) {
    return account.has(UNIT_HEAD);
  }

  static boolean seesAll(Account account) {
    return account.has(SEE_ALL);
  }

  /** Other people's drafts are nobody's business; what was sent is, also for the nominee. */
  static boolean maySee(Account account, Nomination nomination) {
    return mayWrite(account, nomination)
        || nomination.status() != NominationStatus.DRAFT
            && (seesAll(account) || nomination.isAbout(account.person()));
  }

  static boolean mayWrite(Account account, Nomination nomination) {
    return mayNominate(account) && nomination.belongsTo(account);
  }

  /** What the registers say of a nominee is for those who judge the case, not for its own side. */
  static boolean mayReadRegisters(Account account, Nomination nomination) {
    return seesAll(account)
        && !account.has(ADMIN)
        && !nomination.belongsTo(account)
        && !nomination.isAbout(account.person());
  }

  /** Whoever reviews a case may also lift its hold. */
  static boolean mayLift(Account account, Nomination nomination) {
    return denial(Step.OFFICE_REVIEW, account, nomination) == null;
  }

  /** Comparing nominations of other units is the Office's work. */
  static boolean mayCompare(Account account) {
    return account.has(OFFICE_OFFICER, OFFICE_CHIEF);
  }

  static boolean watches(Account account) {
    return account.has(OFFICE_OFFICER, OFFICE_CHIEF, ADMIN);
  }

  static Set<Role> deciders(Step step) {
    return switch (step) {
      case OFFICE_REVIEW -> Set.of(OFFICE_OFFICER, OFFICE_CHIEF);
      case SUPPLEMENT, CONSENT -> Set.of(UNIT_HEAD);
    };
  }

  /**
   * Why this account may not take this step in this case: the end of a text key, or {@code null} if
   * it may.
   */
  static String denial(Step step, Account account, Nomination nomination) {
    if (!account.has(deciders(step).toArray(Role[]::new))) {
      return "role";
    }
    if (nomination.isAbout(account.person())) {
      return "own-case";
    }
    if (step == Step.SUPPLEMENT || step == Step.CONSENT) {
      return nomination.belongsTo(account) ? null : "other-unit";
    }
    if (nomination.nominator().equals(account.username())) {
      return "own-nomination";
    }
    // whoever heads the unit answers for its file, whoever wrote it
    return mayWrite(account, nomination) ? "own-unit" : null;
  }
}
