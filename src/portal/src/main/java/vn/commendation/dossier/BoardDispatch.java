package vn.commendation.dossier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import vn.commendation.document.DocumentFormat;
import vn.commendation.document.DocumentKind;
import vn.commendation.document.FormalDocuments;
import vn.commendation.document.IssuedDocument;
import vn.commendation.nomination.AcceptedNomination;
import vn.commendation.nomination.BatchedNominations;
import vn.commendation.notification.MailMessage;
import vn.commendation.notification.MailMessage.Attachment;
import vn.commendation.notification.Mails;
import vn.commendation.notification.Notice;
import vn.commendation.notification.NoticeKind;
import vn.commendation.notification.Notices;
import vn.commendation.notification.Notifications;

/**
 * Mail between the province and the units: to the provincial council the signed list with its
 * evidence, answers, reminders; to the units what it asks.
 */
@Component
class BoardDispatch {

  private final Cases cases;
  private final BatchedNominations nominations;
  private final FormalDocuments documents;
  private final Notifications notifications;
  private final Notices notices;
  private final Mails mails;
  private final String recipient;
  private final DataSize mostAttached;

  BoardDispatch(
      Cases cases,
      BatchedNominations nominations,
      FormalDocuments documents,
      Notifications notifications,
      Notices notices,
      Mails mails,
      @Value("${commendation.board.recipient}") String recipient,
      @Value("${commendation.board.most-attached}") DataSize mostAttached) {
    this.cases = cases;
    this.nominations = nominations;
    this.documents = documents;
    this.notifications = notifications;
    this.notices = notices;
    this.mails = mails;
    this.recipient = recipient;
    this.mostAttached = mostAttached;
  }

  /**
   * Queues the submission and answers its recipient. The proposal and the council's minutes are
   * drawn up for it; the reports go as a file, for they are longer than a mail. The letter that
   * goes with them on paper gets its number by hand and stays out. Evidence that would make the
   * mail larger than the board's mailbox takes is named with its checksum and follows another way.
   */
  String send(Dossier dossier) {
    var items = dossier.withStatus(ItemStatus.SIGNED);
    var attachments = new ArrayList<Attachment>();
    var files = new ArrayList<String>();
    for (var kind : papers(dossier)) {
      attach(documents.drawUp(kind, dossier.getId(), null), attachments, files);
    }
    var reports = reports(dossier, items, cases.of(items));
    attachments.add(
        new Attachment(
            notices.get("mail.dossier-board.reports-file", dossier.code()),
            "text/plain;charset=UTF-8",
            reports));
    var room =
        mostAttached.toBytes() - attachments.stream().mapToLong(one -> one.content().length).sum();
    for (var item : items) {
      var id = item.nominationId();
      for (var file : nominations.files(id)) {
        var attached = file.size() <= room;
        if (attached) {
          room -= file.size();
          attachments.add(
              new Attachment(
                  item.nominationCode() + " – " + file.name(),
                  file.contentType(),
                  nominations.content(id, file.id())));
        }
        files.add(
            notices.get(
                attached ? "mail.dossier-board.file" : "mail.dossier-board.file-apart",
                item.nominationCode(),
                file.name(),
                Notices.size(file.size()),
                file.sha256()));
      }
    }
    Object[] args = {
      dossier.code(),
      dossier.title(),
      dossier.numberSymbol(),
      Notices.date(dossier.numberDate()),
      String.valueOf(items.size()),
      lines(items),
      String.join("\n", files),
      dossier.boardAnswer() == null
          ? ""
          : notices.get("mail.dossier-board.answer", dossier.boardQuestion(), dossier.boardAnswer())
    };
    queue(recipient, "mail.dossier-board", args, attachments);
    return recipient;
  }

  /** The minutes are those of the batch the council met on. */
  private static List<DocumentKind> papers(Dossier dossier) {
    return dossier.ballotRequired()
        ? List.of(
            DocumentKind.PROVINCE_PROPOSAL,
            DocumentKind.MEETING_MINUTES,
            DocumentKind.COUNTING_MINUTES)
        : List.of(DocumentKind.PROVINCE_PROPOSAL);
  }

  private void attach(IssuedDocument document, List<Attachment> attachments, List<String> files) {
    var pdf = documents.file(document, DocumentFormat.PDF);
    attachments.add(new Attachment(pdf.name(), pdf.contentType(), pdf.content()));
    files.add(
        notices.get(
            "mail.dossier-board.paper",
            pdf.name(),
            Notices.size(pdf.content().length),
            document.pdf().sha256()));
  }

  /** Reminds the board of a submission it has not answered in time. */
  String chase(Dossier dossier) {
    Object[] args = {
      dossier.code(),
      dossier.title(),
      dossier.numberSymbol(),
      Notices.date(dossier.numberDate()),
      notices.dateTime(dossier.sentToBoardAt()),
      dossier.boardReceipt() == null ? "–" : dossier.boardReceipt(),
      lines(dossier.withStatus(ItemStatus.SIGNED))
    };
    queue(recipient, "mail.dossier-chaser", args, List.of());
    return recipient;
  }

  /** Tells the unit of a nominee what the board asks and what it was answered. */
  void askUnit(Dossier dossier, DossierItem item) {
    notifications.tellAll(
        List.of(item.nominator()),
        Notice.of(
            NoticeKind.TASK,
            "board-question",
            "/nominations/" + item.nominationId(),
            item.nominationCode(),
            item.nomineeName(),
            dossier.code(),
            dossier.boardQuestion(),
            dossier.boardAnswer()));
  }

  private void queue(String to, String key, Object[] args, List<Attachment> attachments) {
    mails.queue(
        new MailMessage(
            to,
            notices.get(key + ".subject", args),
            notices.get(key + ".body", args),
            attachments));
  }

  private byte[] reports(
      Dossier dossier, List<DossierItem> items, Map<String, AcceptedNomination> described) {
    return items.stream()
        .map(
            item -> {
              var one = described.get(item.nominationId());
              return notices.get(
                  "mail.dossier-board.report",
                  item.nominationCode(),
                  item.nomineeName(),
                  item.nomineePosition() == null ? "" : item.nomineePosition(),
                  item.unitName(),
                  item.awardName(),
                  one.campaignTitle() == null ? "–" : one.campaignTitle(),
                  Notices.date(one.periodFrom()) + " – " + Notices.date(one.periodTo()),
                  one.title(),
                  one.achievements(),
                  votes(item),
                  Notices.date(dossier.meetingDate()));
            })
        .collect(Collectors.joining("\n\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private String lines(List<DossierItem> items) {
    return items.stream().map(this::line).collect(Collectors.joining("\n"));
  }

  private String line(DossierItem item) {
    return notices.get(
        "mail.dossier-board.line",
        item.nominationCode(),
        item.nomineeName(),
        item.unitName(),
        item.awardName(),
        votes(item));
  }

  private String votes(DossierItem item) {
    return item.votesFor() == null
        ? "–"
        : notices.get("dossier-votes", item.votesFor(), item.entitled());
  }
}
