package vn.commendation.dossier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import vn.commendation.nomination.AcceptedNomination;
import vn.commendation.nomination.BatchedNominations;
import vn.commendation.notification.MailMessage;
import vn.commendation.notification.MailMessage.Attachment;
import vn.commendation.notification.Mails;
import vn.commendation.notification.Notices;

/** What goes to the provincial council: the signed list with its evidence, answers, reminders. */
@Component
class BoardDispatch {

  private final BatchedNominations nominations;
  private final Notices notices;
  private final Mails mails;
  private final String recipient;
  private final DataSize mostAttached;

  BoardDispatch(
      BatchedNominations nominations,
      Notices notices,
      Mails mails,
      @Value("${commendation.board.recipient}") String recipient,
      @Value("${commendation.board.most-attached}") DataSize mostAttached) {
    this.nominations = nominations;
    this.notices = notices;
    this.mails = mails;
    this.recipient = recipient;
    this.mostAttached = mostAttached;
  }

  /**
   * Queues the submission and answers its recipient. The reports go as a file, for they are longer
   * than a mail. Evidence that would make the mail larger than the board's mailbox takes is named
   * with its checksum and follows another way.
   */
  String send(Dossier dossier) {
    var items = dossier.withStatus(ItemStatus.SIGNED);
    var cases =
        nominations.all(items.stream().map(DossierItem::nominationId).toList()).stream()
            .collect(Collectors.toMap(AcceptedNomination::id, one -> one));
    var attachments = new ArrayList<Attachment>();
    var reports = reports(dossier, items, cases);
    attachments.add(
        new Attachment(
            notices.get("mail.dossier-board.reports-file", dossier.code()),
            "text/plain;charset=UTF-8",
            reports));
    var files = new ArrayList<String>();
    var room = mostAttached.toBytes() - reports.length;
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
      items.stream().map(this::line).collect(Collectors.joining("\n")),
      files.isEmpty() ? notices.get("mail.dossier-board.no-file") : String.join("\n", files),
      dossier.boardAnswer() == null
          ? ""
          : notices.get("mail.dossier-board.answer", dossier.boardQuestion(), dossier.boardAnswer())
    };
    mails.queue(
        new MailMessage(
            recipient,
            notices.get("mail.dossier-board.subject", args),
            notices.get("mail.dossier-board.body", args),
            attachments));
    return recipient;
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
      dossier.withStatus(ItemStatus.SIGNED).stream()
          .map(this::line)
          .collect(Collectors.joining("\n"))
    };
    mails.queue(
        new MailMessage(
            recipient,
            notices.get("mail.dossier-chaser.subject", args),
            notices.get("mail.dossier-chaser.body", args),
            List.of()));
    return recipient;
  }

  private byte[] reports(
      Dossier dossier, List<DossierItem> items, Map<String, AcceptedNomination> cases) {
    return items.stream()
        .map(
            item -> {
              var one = cases.get(item.nominationId());
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
