package vn.commendation.publication;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.StringUtils;
import vn.commendation.audit.AuditTrail;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.engine.UserTasks;
import vn.commendation.notification.MailMessage;
import vn.commendation.notification.Mails;
import vn.commendation.notification.Notice;
import vn.commendation.notification.NoticeKind;
import vn.commendation.notification.NoticeText;
import vn.commendation.notification.Notices;
import vn.commendation.notification.Notifications;
import vn.commendation.storage.Utc;

/** What people hold against a nominee during disclosure. */
@Service
@Transactional
public class Objections {

  static final int SHORTEST_TEXT = 30;
  static final int LONGEST_TEXT = 4000;
  private static final int LONGEST_CONTACT = 200;
  private static final int LONGEST_NAME = 120;

  /** Actor in the audit trail: who it was is told to the Office only. */
  private static final String OUTSIDER = "public";

  private static final String SELECT =
      """
      select o.*, l.nominee_name from objection o
      join disclosure_line l on l.dossier_id = o.dossier_id and l.nomination_id = o.nomination_id
      """;

  private final JdbcClient jdbc;
  private final Directory directory;
  private final ApplicationEventPublisher events;
  private final UserTasks userTasks;
  private final AuditTrail audit;
  private final Notifications notifications;
  private final Mails mails;
  private final Notices notices;
  private final Clock clock;
  private final String portalUrl;

  Objections(
      JdbcClient jdbc,
      Directory directory,
      ApplicationEventPublisher events,
      UserTasks userTasks,
      AuditTrail audit,
      Notifications notifications,
      Mails mails,
      Notices notices,
      Clock clock,
      @Value("${commendation.portal.url}") String portalUrl) {
    this.jdbc = jdbc;
    this.directory = directory;
    this.events = events;
    this.userTasks = userTasks;
    this.audit = audit;
    this.notifications = notifications;
    this.mails = mails;
    this.notices = notices;
    this.clock = clock;
    this.portalUrl = portalUrl;
  }

  /**
   * @throws NoSuchElementException if there is none
   */
  @Transactional(readOnly = true)
  public Objection get(String id) {
    return find(id).orElseThrow(() -> new NoSuchElementException("Objection " + id));
  }

  @Transactional(readOnly = true)
  public Optional<Objection> find(String id) {
    return jdbc.sql(SELECT + "where o.id = ?")
        .param(id)
        .query((row, n) -> objection(row))
        .optional();
  }

  /** Unresolved objections to lists whose disclosure ends by then, the earliest end first. */
  @Transactional(readOnly = true)
  public List<Objection> openUntil(Instant until, int most) {
    return jdbc.sql(
            SELECT
                + """
                join disclosure d on d.dossier_id = o.dossier_id
                where o.upheld is null and d.until_at <= ?
                order by d.until_at, o.id limit ?""")
        .params(Utc.of(until), most)
        .query((row, n) -> objection(row))
        .list();
  }

  /** Objections of a batch, the oldest first. */
  @Transactional(readOnly = true)
  public List<Objection> of(String dossierId) {
    return views(dossierId).stream().map(ObjectionView::objection).toList();
  }

  /** All objections to a list for the Office, and for anybody else the own ones. */
  @Transactional(readOnly = true)
  public List<ObjectionView> seenBy(String username, String dossierId) {
    var reader = directory.account(username);
    return shownTo(reader, dossierId).stream()
        .filter(view -> mayKnowWhoObjects(reader) || username.equals(view.objection().raisedBy()))
        .toList();
  }

  /** All objections to a list; who raised them and where they are resolved for the Office only. */
  @Transactional(readOnly = true)
  public List<ObjectionView> shownTo(Account reader, String dossierId) {
    var views = views(dossierId);
    if (!mayKnowWhoObjects(reader)) {
      return views.stream().map(view -> new ObjectionView(view.objection(), null, null)).toList();
    }
    var tasks = userTasks.links(views.stream().map(view -> view.objection().id()).toList());
    return views.stream()
        .map(
            view ->
                new ObjectionView(
                    view.objection(),
                    view.raisedByName(),
                    Optional.ofNullable(tasks.get(view.objection().id()))
                        .map(URI::toString)
                        .orElse(null)))
        .toList();
  }

  /** Who objects is the Office's business only. */
  public static boolean mayKnowWhoObjects(Account account) {
    return Desk.keeps(account);
  }

  /**
   * Takes an objection; the same one sent twice is one.
   *
   * @param id of the form it was written in
   * @throws NoSuchElementException if there is no such list
   * @throws ObjectionRefused if it cannot be taken
   */
  public void raise(
      String id,
      String dossierId,
      String nominationId,
      String text,
      String contact,
      String username) {
    var open = lockList(dossierId);
    if (exists("id = ? and raised_by = ?", id, username)) {
      return;
    }
    if (!open) {
      throw new ObjectionRefused(null, "publication.refused.closed");
    }
    requireOnList(dossierId, nominationId);
    requireComplete(text, contact);
    if (exists(
        "dossier_id = ? and nomination_id = ? and raised_by = ? and upheld is null",
        dossierId,
        nominationId,
        username)) {
      throw new ObjectionRefused("nominationId", "publication.refused.already-raised");
    }
    var account = directory.account(username);
    insert(
        Objection.written(
            id, dossierId, nominationId, ObjectionSource.ACCOUNT, username, contact, text),
        account.displayName(),
        null);
    audit.append(username, account.displayName(), "publication.objection-raised", id, null);
    events.publishEvent(new ObjectionRaised(id, dossierId, nominationId));
  }

  /**
   * Takes an objection that somebody without an account has confirmed; confirmed twice, it is one.
   *
   * @throws ObjectionRefused if it cannot be taken
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void raiseConfirmed(PublicObjection confirmed) {
    var open = lockList(confirmed.dossierId());
    if (exists("id = ?", confirmed.id())) {
      return;
    }
    if (!open) {
      throw new ObjectionRefused(null, "publication.refused.closed");
    }
    if (exists(
        "dossier_id = ? and nomination_id = ? and source = 'MAIL' and email = ? and upheld is null",
        confirmed.dossierId(),
        confirmed.nominationId(),
        confirmed.email())) {
      throw new ObjectionRefused(null, "publication.refused.already-raised");
    }
    insert(
        Objection.written(
                confirmed.id(),
                confirmed.dossierId(),
                confirmed.nominationId(),
                ObjectionSource.MAIL,
                null,
                confirmed.email(),
                confirmed.text())
            .from(confirmed.email(), null, null),
        confirmed.name(),
        null);
    audit.append(
        OUTSIDER,
        notices.get("publication.notice.outsider"),
        "publication.objection-raised",
        confirmed.id(),
        null);
    events.publishEvent(
        new ObjectionRaised(confirmed.id(), confirmed.dossierId(), confirmed.nominationId()));
  }

  /**
   * Enters an objection that came on paper in the time of the list; entered twice, it is one.
   *
   * @throws NoSuchElementException if there is no such list
   * @throws ObjectionRefused if it cannot be taken
   */
  public void enter(Letter letter, String username) {
    var account = new Desk(directory).officer(username);
    var open = lockList(letter.dossierId());
    if (exists("id = ?", letter.id())) {
      return;
    }
    if (!open) {
      throw new ObjectionRefused(null, "publication.refused.closed-letter");
    }
    requireOnList(letter.dossierId(), letter.nominationId());
    if (!StringUtils.hasText(letter.name()) || letter.name().length() > LONGEST_NAME) {
      throw new ObjectionRefused("name", "publication.refused.name");
    }
    requireComplete(letter.text(), letter.contact());
    if (letter.email() != null && !PublicObjections.isEmail(letter.email())) {
      throw new ObjectionRefused("email", "publication.refused.email");
    }
    requireReceivedInTime(letter);
    insert(
        Objection.written(
                letter.id(),
                letter.dossierId(),
                letter.nominationId(),
                ObjectionSource.PAPER,
                null,
                letter.contact(),
                letter.text())
            .from(letter.email(), letter.receivedOn(), account.displayName()),
        letter.name(),
        username);
    audit.append(username, account.displayName(), "publication.letter-entered", letter.id(), null);
    events.publishEvent(
        new ObjectionRaised(letter.id(), letter.dossierId(), letter.nominationId()));
  }

  private void insert(Objection objection, String name, String enteredBy) {
    jdbc.sql(
            """
            insert into objection (id, dossier_id, nomination_id, source, raised_by,
              raised_by_name, contact, email, received_on, entered_by, entered_by_name, text,
              raised_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            objection.id(),
            objection.dossierId(),
            objection.nominationId(),
            objection.source().name(),
            objection.raisedBy(),
            name,
            objection.contact(),
            objection.email(),
            objection.receivedOn(),
            enteredBy,
            objection.enteredBy(),
            objection.text(),
            Utc.now(clock))
        .update();
  }

  private void requireReceivedInTime(Letter letter) {
    var opened =
        jdbc.sql("select opened_at from disclosure where dossier_id = ?")
            .param(letter.dossierId())
            .query((row, n) -> Utc.instant(row, "opened_at"))
            .single();
    var first = LocalDate.ofInstant(opened, clock.getZone());
    if (letter.receivedOn() == null
        || letter.receivedOn().isBefore(first)
        || letter.receivedOn().isAfter(LocalDate.now(clock))) {
      throw new ObjectionRefused("receivedOn", "publication.refused.received-on");
    }
  }

  /**
   * Answers an objection. The same answer given again changes nothing.
   *
   * @throws IllegalStateException if it was answered otherwise
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void resolve(String id, boolean upheld, String reason, String resolvedBy) {
    jdbc.sql("select id from objection where id = ? for update")
        .param(id)
        .query(String.class)
        .optional();
    var objection = get(id);
    if (objection.upheld() != null) {
      if (objection.upheld() != upheld) {
        throw new IllegalStateException("Objection " + id + " was answered otherwise");
      }
      return;
    }
    jdbc.sql(
            """
            update objection set upheld = ?, resolution = ?, resolved_by = ?, resolved_at = ?
            where id = ?""")
        .params(upheld, reason, resolvedBy, Utc.now(clock), id)
        .update();
    audit.append(
        resolvedBy,
        directory.activeAccount(resolvedBy).map(Account::displayName).orElse(resolvedBy),
        upheld ? "publication.objection-upheld" : "publication.objection-dismissed",
        id,
        reason);
    if (objection.source() == ObjectionSource.ACCOUNT) {
      notifications.tellAll(
          List.of(objection.raisedBy()),
          Notice.of(
              NoticeKind.CASE,
              "objection-resolved",
              "/disclosures/" + objection.dossierId() + "/objections",
              objection.nomineeName(),
              NoticeText.of(upheld ? "notice.objection-upheld" : "notice.objection-dismissed"),
              reason));
    } else if (objection.email() != null) {
      tellOutsider(objection, upheld, reason);
    }
  }

  private void tellOutsider(Objection objection, boolean upheld, String reason) {
    Object[] args = {
      objection.nomineeName(),
      notices.get(upheld ? "publication.notice.upheld" : "publication.notice.dismissed"),
      reason,
      portalUrl + "/disclosures/" + objection.dossierId()
    };
    mails.queue(
        new MailMessage(
            objection.email(),
            notices.get("publication.mail.answered.subject", args),
            notices.get("publication.mail.answered.body", args),
            List.of()));
  }

  /** Two objections at once, or one and the close, come one after the other. */
  private boolean lockList(String dossierId) {
    return jdbc.sql("select closed_at, until_at from disclosure where dossier_id = ? for update")
        .param(dossierId)
        .query((row, n) -> Disclosures.takesObjections(row, clock.instant()))
        .optional()
        .orElseThrow(() -> new NoSuchElementException("Disclosure list " + dossierId));
  }

  private void requireOnList(String dossierId, String nominationId) {
    var lines =
        jdbc.sql("select count(*) from disclosure_line where dossier_id = ? and nomination_id = ?")
            .params(dossierId, nominationId == null ? "" : nominationId)
            .query(Integer.class)
            .single();
    if (lines == 0) {
      throw new ObjectionRefused("nominationId", "publication.refused.unknown-nominee");
    }
  }

  static void requireText(String text) {
    if (text == null || text.length() < SHORTEST_TEXT || text.length() > LONGEST_TEXT) {
      throw new ObjectionRefused("text", "publication.refused.text-length");
    }
  }

  private static void requireComplete(String text, String contact) {
    requireText(text);
    if (!StringUtils.hasText(contact) || contact.length() > LONGEST_CONTACT) {
      throw new ObjectionRefused("contact", "publication.refused.contact");
    }
  }

  private boolean exists(String condition, Object... params) {
    return jdbc.sql("select count(*) from objection where " + condition)
            .params(params)
            .query(Integer.class)
            .single()
        > 0;
  }

  private List<ObjectionView> views(String dossierId) {
    return jdbc.sql(SELECT + "where o.dossier_id = ? order by o.raised_at, o.id")
        .param(dossierId)
        .query((row, n) -> new ObjectionView(objection(row), row.getString("raised_by_name"), null))
        .list();
  }

  private static Objection objection(ResultSet row) throws SQLException {
    var resolved = row.getObject("resolved_at") != null;
    return new Objection(
        row.getString("id"),
        row.getString("dossier_id"),
        row.getString("nomination_id"),
        row.getString("nominee_name"),
        ObjectionSource.valueOf(row.getString("source")),
        row.getString("raised_by"),
        row.getString("contact"),
        row.getString("email"),
        row.getObject("received_on", LocalDate.class),
        row.getString("entered_by_name"),
        row.getString("text"),
        Utc.instant(row, "raised_at"),
        resolved ? row.getBoolean("upheld") : null,
        row.getString("resolution"),
        row.getString("resolved_by"),
        resolved ? Utc.instant(row, "resolved_at") : null);
  }
}
