package vn.commendation.publication;

import static vn.commendation.directory.Role.DEPUTY_DIRECTOR;
import static vn.commendation.directory.Role.DIRECTOR;
import static vn.commendation.directory.Role.OFFICE_CHIEF;

import java.util.Objects;
import vn.commendation.directory.Account;

/** Who may do what with a story: the Office writes, somebody else publishes. */
final class StoryAccess {

  private StoryAccess() {}

  static boolean maySeeDrafts(Account account) {
    return Desk.keeps(account) || mayPublish(account);
  }

  static boolean mayPublish(Account account) {
    return account.has(OFFICE_CHIEF, DIRECTOR, DEPUTY_DIRECTOR);
  }

  /**
   * Why this account may not publish it; {@code null} if it may.
   *
   * @param about subject of the award it is about, such as {@code P18}
   */
  static String bar(Account account, String writtenBy, String changedBy, String about) {
    if (account.username().equals(writtenBy) || account.username().equals(changedBy)) {
      return "publication.refused.own-story";
    }
    if (Objects.equals(about, "P" + account.person().id())) {
      return "publication.refused.about-self";
    }
    return null;
  }
}
