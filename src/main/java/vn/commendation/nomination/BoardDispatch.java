package vn.commendation.nomination;

import java.time.Clock;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import vn.commendation.notification.MailMessage;
import vn.commendation.notification.Mails;
import vn.commendation.notification.Notices;
import vn.commendation.storage.Utc;

/** Sends a signed nomination with its evidence to the provincial council. */
@Component
class BoardDispatch {

  private final EvidenceStore evidence;
  private final Notices notices;
  private final Mails mails;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final String recipient;
  private final DataSize mostAttached;

  BoardDispatch(
      EvidenceStore evidence,
      Notices notices,
      Mails mails,
      JdbcClient jdbc,
      Clock clock,
      @Value("${commendation.board.recipient}") String recipient,
      @Value("${commendation.board.most-attached}") DataSize mostAttached) {
    this.evidence = evidence;
    this.notices = notices;
    this.mails = mails;
    this.jdbc = jdbc;
    this.clock = clock;
    this.recipient = recipient;
    this.mostAttached = mostAttached;
  }

  /**
   * Queues the submission and answers its recipient. Files that would make the mail larger than the
   * board's mailbox takes are named in it with their checksums and follow another way.
   */
  String send(Nomination nomination, TaskView view) {
    var id = nomination.getId();
    var attachments = new ArrayList<MailMessage.Attachment>();
    var lines = new ArrayList<String>();
    var room = mostAttached.toBytes();
    for (var file : evidence.filesOf(id)) {
      var attached = file.size() <= room;
      if (attached) {
        room -= file.size();
        attachments.add(
            new MailMessage.Attachment(
                file.name(), file.contentType(), evidence.content(id, file.id()).content()));
      }
      lines.add(
          notices.get(
              attached ? "mail.board.file" : "mail.board.file-apart",
              file.name(),
              Notices.size(file.size()),
              file.sha256()));
    }
    Object[] args = {
      nomination.code(),
      view.nomineeName(),
      view.nomineePosition().isEmpty() ? view.subjectKind() : view.nomineePosition(),
      view.unitName(),
      view.awardName(),
      view.campaignTitle(),
      view.period(),
      view.achievementTitle(),
      view.achievements(),
      view.history().stream()
          .map(line -> "- %s (%s)".formatted(line.what(), line.who()))
          .collect(Collectors.joining("\n")),
      lines.isEmpty() ? notices.get("mail.board.no-file") : String.join("\n", lines)
    };
    var mailId =
        mails.queue(
            new MailMessage(
                recipient,
                notices.get("mail.board.subject", args),
                notices.get("mail.board.body", args),
                attachments));
    jdbc.sql("insert into board_submission values (?, ?, ?, ?)")
        .params(id, recipient, Utc.now(clock), mailId)
        .update();
    return recipient;
  }
}
