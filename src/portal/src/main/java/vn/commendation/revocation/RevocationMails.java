package vn.commendation.revocation;

import static vn.commendation.directory.Role.OFFICE_CHIEF;
import static vn.commendation.directory.Role.OFFICE_OFFICER;
import static vn.commendation.directory.Role.UNIT_HEAD;

import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.commendation.directory.Directory;
import vn.commendation.document.DocumentFormat;
import vn.commendation.document.DocumentKind;
import vn.commendation.document.FormalDocuments;
import vn.commendation.notification.MailMessage;
import vn.commendation.notification.MailMessage.Attachment;
import vn.commendation.notification.Mails;
import vn.commendation.notification.Notice;
import vn.commendation.notification.NoticeKind;
import vn.commendation.notification.NoticeText;
import vn.commendation.notification.Notices;
import vn.commendation.notification.Notifications;

/** Who is told what about a revocation. */
@Component
class RevocationMails {

  private final RevocationViews views;
  private final Directory directory;
  private final FormalDocuments documents;
  private final Notifications notifications;
  private final Mails mails;
  private final Notices notices;
  private final String board;

  RevocationMails(
      RevocationViews views,
      Directory directory,
      FormalDocuments documents,
      Notifications notifications,
      Mails mails,
      Notices notices,
      @Value("${commendation.board.recipient}") String board) {
    this.views = views;
    this.directory = directory;
    this.documents = documents;
    this.notifications = notifications;
    this.mails = mails;
    this.notices = notices;
    this.board = board;
  }

  /**
   * The head of the awardee's unit learns of the loss, the Office of what is to be checked.
   *
   * @param document that revokes
   */
  void tellOfRevocation(Revocation revocation, NoticeText document, List<Dependent> dependents) {
    notifications.tell(
        directory.accountsWith(Set.of(UNIT_HEAD)).stream()
            .filter(head -> head.person().unit().id() == revocation.unitId())
            .toList(),
        notice(NoticeKind.CASE, "award-revoked", revocation, document, lines(dependents)));
    notifications.tell(
        directory.accountsWith(Set.of(OFFICE_OFFICER, OFFICE_CHIEF)),
        notice(NoticeKind.TASK, "awards-to-recheck", revocation, document, lines(dependents)));
  }

  /** Sends the numbered proposal and answers the recipient. */
  String askBoard(Revocation revocation, String document) {
    Object[] args = {
      revocation.code(),
      revocation.nomineeName(),
      revocation.unitName(),
      revocation.awardName(),
      views.awardDecision(revocation),
      notices.get("revocation.cause." + revocation.cause()),
      revocation.explanation(),
      document
    };
    mails.queue(
        new MailMessage(
            board,
            notices.get("revocation.mail.board.subject", args),
            notices.get("revocation.mail.board.body", args),
            List.of(proposal(revocation))));
    return board;
  }

  private Attachment proposal(Revocation revocation) {
    var document = documents.drawUp(DocumentKind.REVOCATION_PROPOSAL, revocation.id(), null);
    var pdf = documents.file(document, DocumentFormat.PDF);
    return new Attachment(pdf.name(), pdf.contentType(), pdf.content());
  }

  void tellProposerOfDismissal(Revocation revocation) {
    notifications.tellAll(
        List.of(revocation.proposedBy()),
        notice(
            NoticeKind.CASE,
            "revocation-dismissed",
            revocation,
            revocation.judgementReason(),
            List.of()));
  }

  private static Notice notice(
      NoticeKind kind, String key, Revocation revocation, Object detail, List<?> dependents) {
    return Notice.of(
        kind,
        key,
        "/revocations/" + revocation.id(),
        revocation.code(),
        revocation.nomineeName(),
        revocation.unitName(),
        revocation.awardName(),
        revocation.decisionNumber() == null
            ? NoticeText.of("notice.undocumented", revocation.decidedOn())
            : NoticeText.of("notice.document", revocation.decisionNumber(), revocation.decidedOn()),
        NoticeText.of("revocation.cause." + revocation.cause()),
        detail,
        dependents);
  }

  private static List<NoticeText> lines(List<Dependent> dependents) {
    return dependents.isEmpty()
        ? List.of(NoticeText.of("notice.no-dependent-award"))
        : dependents.stream()
            .map(
                dependent ->
                    NoticeText.of(
                        "notice.dependent-award",
                        dependent.nomineeName(),
                        dependent.awardName(),
                        Integer.toString(dependent.year())))
            .toList();
  }
}
