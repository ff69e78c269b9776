package vn.commendation.report;

import static vn.commendation.directory.Role.ADMIN;
import static vn.commendation.directory.Role.CLERK;
import static vn.commendation.directory.Role.COUNCIL_SECRETARY;
import static vn.commendation.directory.Role.DEPUTY_DIRECTOR;
import static vn.commendation.directory.Role.DIRECTOR;
import static vn.commendation.directory.Role.OFFICE_CHIEF;
import static vn.commendation.directory.Role.OFFICE_OFFICER;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;

/** Reports are read by whoever sees every case, and written by the Office. */
@Component
class ReportAccess {

  private final Directory directory;

  ReportAccess(Directory directory) {
    this.directory = directory;
  }

  /**
   * @throws AccessDeniedException if the account may not read reports
   */
  Account reader(String username) {
    var account = directory.account(username);
    if (!reads(account)) {
      throw new AccessDeniedException(username);
    }
    return account;
  }

  /**
   * @throws AccessDeniedException if the account is not the Office's
   */
  Account writer(String username) {
    var account = directory.account(username);
    if (!writes(account)) {
      throw new AccessDeniedException(username);
    }
    return account;
  }

  /**
   * @throws AccessDeniedException if the account is not a clerk's
   */
  Account clerk(String username) {
    var account = directory.account(username);
    if (!account.has(CLERK)) {
      throw new AccessDeniedException(username);
    }
    return account;
  }

  static boolean reads(Account account) {
    return account.has(
        OFFICE_OFFICER, OFFICE_CHIEF, DIRECTOR, DEPUTY_DIRECTOR, CLERK, COUNCIL_SECRETARY, ADMIN);
  }

  static boolean writes(Account account) {
    return account.has(OFFICE_OFFICER, OFFICE_CHIEF);
  }
}
