package vn.commendation.campaign;

import static vn.commendation.directory.Role.ADMIN;
import static vn.commendation.directory.Role.DEPUTY_DIRECTOR;
import static vn.commendation.directory.Role.DIRECTOR;
import static vn.commendation.directory.Role.OFFICE_CHIEF;
import static vn.commendation.directory.Role.OFFICE_OFFICER;
import static vn.commendation.directory.Role.UNIT_HEAD;

import vn.commendation.directory.Account;

/** Who may do what with a campaign. */
final class CampaignAccess {

  private CampaignAccess() {}

  /** The Office plans, drafts, inspects and reports. */
  static boolean isOffice(Account account) {
    return account.has(OFFICE_OFFICER, OFFICE_CHIEF);
  }

  static boolean isLeadership(Account account) {
    return account.has(DIRECTOR, DEPUTY_DIRECTOR);
  }

  static boolean heads(Account account, long unitId) {
    return account.has(UNIT_HEAD) && account.person().unit().id() == unitId;
  }

  /** Drafts of plans and guidelines, and how every unit stands. */
  static boolean seesAll(Account account) {
    return isOffice(account) || isLeadership(account) || account.has(ADMIN);
  }

  /** A draft is a matter of the Office, leadership and administrators; the rest is everybody's. */
  static boolean maySee(CampaignStatus status, Account account) {
    return status != CampaignStatus.DRAFT || seesAll(account);
  }

  static boolean watches(Account account) {
    return isOffice(account) || account.has(ADMIN);
  }

  /** The Office inspects and concludes, but nobody the unit he answers for. */
  static boolean mayInspect(Account account, long unitId) {
    return isOffice(account) && !heads(account, unitId);
  }

  static void requireOffice(Account account) {
    if (!isOffice(account)) {
      throw new CampaignForbidden(account.username());
    }
  }
}
