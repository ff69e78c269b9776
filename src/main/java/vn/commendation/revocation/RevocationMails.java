package vn.commendation.revocation;

import static vn.commendation.directory.Role.OFFICE_CHIEF;
import static vn.commendation.directory.Role.OFFICE_OFFICER;
import static vn.commendation.directory.Role.UNIT_HEAD;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.notification.MailMessage;
import vn.commendation.notification.Mails;
import vn.commendation.notification.Notices;

/** Who is told what about a revocation. */
@Component
class RevocationMails {

  private final RevocationViews views;
  private final Directory directory;
  private final Mails mails;
  private final Notices notices;
  private final String board;

  RevocationMails(
      RevocationViews views,
      Directory directory,
      Mails mails,
      Notices notices,
      @Value("${commendation.board.recipient}") String board) {
    this.views = views;
    this.directory = directory;
    this.mails = mails;
    this.notices = notices;
    this.board = board;
  }

  /** The head of the awardee's unit learns of the loss, the Office of what is to be checked. */
  void tellOfRevocation(Revocation revocation, String document, List<Dependent> dependents) {
    var args = args(revocation, document, dependents);
    directory.accountsWith(Set.of(UNIT_HEAD)).stream()
        .filter(head -> head.person().unit().id() == revocation.unitId())
        .forEach(head -> queue(head.email(), "revoked", args));
    addresses(directory.accountsWith(Set.of(OFFICE_OFFICER, OFFICE_CHIEF)))
        .forEach(address -> queue(address, "recheck", args));
  }

  /** Answers the recipient. */
  String askBoard(Revocation revocation, String document) {
    queue(board, "board", args(revocation, document, List.of()));
    return board;
  }

  void tellProposerOfDismissal(Revocation revocation) {
    directory
        .activeAccount(revocation.proposedBy())
        .ifPresent(
            proposer ->
                queue(
                    proposer.email(),
                    "dismissed",
                    args(revocation, revocation.judgementReason(), List.of())));
  }

  private Object[] args(Revocation revocation, String detail, List<Dependent> dependents) {
    return new Object[] {
      revocation.code(),
      revocation.nomineeName(),
      revocation.unitName(),
      revocation.awardName(),
      views.awardDecision(revocation),
      notices.get("revocation.cause." + revocation.cause()),
      revocation.explanation(),
      detail,
      dependents.isEmpty()
          ? notices.get("revocation.notice.no-dependents")
          : dependents.stream()
              .map(
                  dependent ->
                      notices.get(
                          "revocation.notice.dependent",
                          dependent.nomineeName(),
                          dependent.awardName(),
                          Integer.toString(dependent.year())))
              .collect(Collectors.joining("\n")),
      views.caseUrl(revocation)
    };
  }

  private void queue(String recipient, String notice, Object... args) {
    mails.queue(
        new MailMessage(
            recipient,
            notices.get("revocation.mail." + notice + ".subject", args),
            notices.get("revocation.mail." + notice + ".body", args),
            List.of()));
  }

  private static List<String> addresses(Collection<Account> accounts) {
    return accounts.stream().map(Account::email).distinct().toList();
  }
}
