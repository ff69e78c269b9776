package vn.commendation.publication;

import static vn.commendation.directory.Role.OFFICE_CHIEF;
import static vn.commendation.directory.Role.OFFICE_OFFICER;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
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
import vn.commendation.notification.Notices;
import vn.commendation.storage.Utc;

/** What people hold against a nominee during disclosure. */
@Service
@Transactional
public class Objections {

  static final int SHORTEST_TEXT = 30;
  static final int LONGEST_TEXT = 4000;
  private static final int LONGEST_CONTACT = 200;

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
      Mails mails,
      Notices notices,
      Clock clock,
      @Value("${commendation.portal.url}") String portalUrl) {
    this.jdbc = jdbc;
    this.directory = directory;
    this.events = events;
    this.userTasks = userTasks;
    this.audit = audit;
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
    return jdbc.sql(SELECT + "where o.id = ?")
        .param(id)
        .query((row, n) -> objection(row))
        .optional()
        .orElseThrow(() -> new NoSuchElementException("Objection " + id));
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
        .filter(view -> mayKnowWhoObjects(reader) || view.objection().raisedBy().equals(username))
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
    return account.has(OFFICE_OFFICER, OFFICE_CHIEF);
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
    jdbc.sql(
            """
            insert into objection (id, dossier_id, nomination_id, raised_by, raised_by_name,
              contact, text, raised_at) values (?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            id,
            dossierId,
            nominationId,
            username,
            account.displayName(),
            contact,
            text,
            Utc.now(clock))
        .update();
    audit.append(username, account.displayName(), "publication.objection-raised", id, null);
    events.publishEvent(new ObjectionRaised(id, dossierId, nominationId));
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
    directory
        .activeAccount(objection.raisedBy())
        .ifPresent(objector -> tell(objector, objection, upheld, reason));
  }

  private void tell(Account objector, Objection objection, boolean upheld, String reason) {
    Object[] args = {
      objector.displayName(),
      objection.nomineeName(),
      notices.get(upheld ? "publication.notice.upheld" : "publication.notice.dismissed"),
      reason,
      portalUrl + "/disclosures/" + objection.dossierId() + "/objections"
    };
    mails.queue(
        new MailMessage(
            objector.email(),
            notices.get("publication.mail.resolved.subject", args),
            notices.get("publication.mail.resolved.body", args),
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

  private static void requireComplete(String text, String contact) {
    if (text == null || text.length() < SHORTEST_TEXT || text.length() > LONGEST_TEXT) {
      throw new ObjectionRefused("text", "publication.refused.text-length");
    }
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
        row.getString("raised_by"),
        row.getString("contact"),
        row.getString("text"),
        Utc.instant(row, "raised_at"),
        resolved ? row.getBoolean("upheld") : null,
        row.getString("resolution"),
        row.getString("resolved_by"),
        resolved ? Utc.instant(row, "resolved_at") : null);
  }
}
