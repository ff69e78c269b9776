package vn.commendation.dossier;

import static vn.commendation.directory.Role.ADMIN;
import static vn.commendation.directory.Role.CLERK;
import static vn.commendation.directory.Role.COUNCIL_SECRETARY;
import static vn.commendation.directory.Role.DEPUTY_DIRECTOR;
import static vn.commendation.directory.Role.DIRECTOR;
import static vn.commendation.directory.Role.OFFICE_CHIEF;
import static vn.commendation.directory.Role.OFFICE_OFFICER;

import java.util.Set;
import vn.commendation.directory.Account;
import vn.commendation.directory.Role;

/** Who may see, open and decide what by role; who signs is assigned, see {@link Signatories}. */
final class DossierAccess {

  private DossierAccess() {}

  static boolean maySee(Account account) {
    return account.has(
        OFFICE_OFFICER, OFFICE_CHIEF, DIRECTOR, DEPUTY_DIRECTOR, CLERK, COUNCIL_SECRETARY, ADMIN);
  }

  static boolean mayOpen(Account account) {
    return account.has(OFFICE_OFFICER, OFFICE_CHIEF);
  }

  static boolean keepsCouncil(Account account) {
    return account.has(COUNCIL_SECRETARY, OFFICE_CHIEF);
  }

  static boolean watches(Account account) {
    return account.has(OFFICE_OFFICER, OFFICE_CHIEF, ADMIN);
  }

  static Set<Role> deciders(DossierStatus step) {
    return switch (step) {
      case BALLOT, QUOTA_SELECTION -> Set.of(COUNCIL_SECRETARY);
      case SIGNATURE -> Set.of(DIRECTOR, DEPUTY_DIRECTOR);
      case REVISION, BOARD, BOARD_SUPPLEMENT -> Set.of(OFFICE_OFFICER, OFFICE_CHIEF);
      case NUMBER -> Set.of(CLERK);
      default -> Set.of();
    };
  }

  static boolean decides(Account account, DossierStatus step) {
    return account.has(deciders(step).toArray(Role[]::new));
  }

  /** Nobody decides on a list with himself on it. */
  static boolean onList(Account account, Dossier dossier) {
    return dossier.standing().stream().anyMatch(item -> isNominee(account.person().id(), item));
  }

  static boolean isNominee(long personId, DossierItem item) {
    return item.personId() != null && item.personId() == personId;
  }

  static boolean isRelative(Set<Long> related, DossierItem item) {
    return item.personId() != null && related.contains(item.personId());
  }
}
