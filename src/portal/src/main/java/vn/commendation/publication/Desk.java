package vn.commendation.publication;

import static vn.commendation.directory.Role.OFFICE_CHIEF;
import static vn.commendation.directory.Role.OFFICE_OFFICER;

import org.springframework.security.access.AccessDeniedException;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;

/** Who keeps the public pages: the Office. */
record Desk(Directory directory) {

  static boolean keeps(Account account) {
    return account.has(OFFICE_OFFICER, OFFICE_CHIEF);
  }

  /**
   * The account, if it is the Office's.
   *
   * @throws AccessDeniedException if it is not
   */
  Account officer(String username) {
    var account = directory.account(username);
    if (!keeps(account)) {
      throw new AccessDeniedException(username);
    }
    return account;
  }
}
