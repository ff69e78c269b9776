package vn.commendation.publication;

import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.StringUtils;
import vn.commendation.audit.AuditTrail;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.storage.FileRefused;
import vn.commendation.storage.Upload;
import vn.commendation.storage.Utc;

/**
 * Stories of exemplary people and collectives (gương điển hình tiên tiến), which the plan of 2022
 * asks the Office to spread. The Office writes; the chief of the Office or the leadership publishes
 * what somebody else has written, once who is shown has agreed.
 */
@Service
@Transactional
public class Stories {

  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_LEAD = 500;
  private static final int LONGEST_BODY = 20_000;
  private static final int LONGEST_ALT = 300;
  private static final int LONGEST_CONSENT = 200;
  private static final int LONGEST_REASON = 500;

  private static final String SELECT =
      """
      select s.*, p.width, p.height from story s
      left join story_picture p on p.story_id = s.id
      """;

  private final JdbcClient jdbc;
  private final Directory directory;
  private final HonourRoll roll;
  private final AuditTrail audit;
  private final Clock clock;

  Stories(JdbcClient jdbc, Directory directory, HonourRoll roll, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.directory = directory;
    this.roll = roll;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whether the account sees drafts, to write or to publish them. */
  public static boolean maySeeDrafts(Account account) {
    return StoryAccess.maySeeDrafts(account);
  }

  /** What everybody may read, the newest first. */
  @Transactional(readOnly = true)
  public Page<Story> published(Pageable page) {
    var stories =
        jdbc.sql(
                SELECT
                    + """
                    where s.status = 'PUBLISHED' order by s.published_at desc, s.id
                    limit ? offset ?""")
            .params(page.getPageSize(), page.getOffset())
            .query((row, index) -> story(row))
            .list();
    var total =
        jdbc.sql("select count(*) from story where status = 'PUBLISHED'")
            .query(Long.class)
            .single();
    return new PageImpl<>(stories, page, total);
  }

  /** A story everybody may read. */
  @Transactional(readOnly = true)
  public Optional<Story> find(String id) {
    return read(id).filter(story -> story.status() == StoryStatus.PUBLISHED);
  }

  /** Every story, the last changed first, for who writes or publishes. */
  @Transactional(readOnly = true)
  public Page<Story> all(String username, Pageable page) {
    requireReader(username);
    var stories =
        jdbc.sql(SELECT + "order by s.changed_at desc, s.id limit ? offset ?")
            .params(page.getPageSize(), page.getOffset())
            .query((row, index) -> story(row))
            .list();
    var total = jdbc.sql("select count(*) from story").query(Long.class).single();
    return new PageImpl<>(stories, page, total);
  }

  /**
   * A story whatever its status, for who writes or publishes.
   *
   * @throws NoSuchElementException if there is none
   */
  @Transactional(readOnly = true)
  public StoryDetails details(String id, String username) {
    var account = requireReader(username);
    var story = read(id).orElseThrow(() -> new NoSuchElementException("Story " + id));
    var bar = StoryAccess.mayPublish(account) ? barOf(id, account) : null;
    return new StoryDetails(
        story,
        Desk.keeps(account) && story.status() != StoryStatus.PUBLISHED,
        StoryAccess.mayPublish(account) && story.status() == StoryStatus.DRAFT && bar == null,
        bar,
        story.status() == StoryStatus.PUBLISHED);
  }

  /** What a story may be about: the latest entries of the roll. */
  @Transactional(readOnly = true)
  public List<RollEntry> subjects() {
    return roll.search(RollFilter.ALL, PageRequest.of(0, 200)).getContent();
  }

  /**
   * Keeps what was written; sent twice it is one. A withdrawn story becomes a draft again.
   *
   * @param picture name and content of a new picture; {@code null} leaves the old one
   * @param removePicture whether the old picture goes
   * @throws PublicationRefused if something is wrong with it, or somebody else has changed it
   */
  public void save(
      StoryForm form,
      String pictureName,
      InputStream picture,
      boolean removePicture,
      String username) {
    var account = new Desk(directory).officer(username);
    requireComplete(form);
    if (form.awardId() != null && roll.find(form.awardId()).isEmpty()) {
      throw new PublicationRefused("awardId", "publication.refused.unknown-award");
    }
    if (!write(form, account)) {
      return;
    }
    if (picture != null) {
      keep(form.id(), pictureName, picture);
    } else if (removePicture) {
      jdbc.sql("delete from story_picture where story_id = ?").param(form.id()).update();
      jdbc.sql("update story set picture_sha256 = null where id = ?").param(form.id()).update();
    }
    if (form.pictureAlt() == null && hasPicture(form.id())) {
      throw new PublicationRefused("pictureAlt", "publication.refused.alt");
    }
    audit.append(
        username, account.displayName(), "publication.story-written", form.id(), form.title());
  }

  /** {@code false} if exactly this was written before. */
  private boolean write(StoryForm form, Account account) {
    var now = Utc.now(clock);
    if (form.version() == 0) {
      try {
        jdbc.sql(
                """
                insert into story (id, version, status, title, lead_text, body, award_id,
                  picture_alt, consent_by, consent_on, written_by, written_by_name, written_at,
                  changed_by, changed_by_name, changed_at)
                values (?, 1, 'DRAFT', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
            .params(
                form.id(),
                form.title(),
                form.lead(),
                form.body(),
                form.awardId(),
                form.pictureAlt(),
                form.consentBy(),
                form.consentOn(),
                account.username(),
                account.displayName(),
                now,
                account.username(),
                account.displayName(),
                now)
            .update();
        return true;
      } catch (DuplicateKeyException sentTwice) {
        return false;
      }
    }
    var changed =
        jdbc.sql(
                """
                update story set version = version + 1, status = 'DRAFT', title = ?,
                  lead_text = ?, body = ?, award_id = ?, picture_alt = ?, consent_by = ?,
                  consent_on = ?, changed_by = ?, changed_by_name = ?, changed_at = ?
                where id = ? and version = ? and status <> 'PUBLISHED'""")
            .params(
                form.title(),
                form.lead(),
                form.body(),
                form.awardId(),
                form.pictureAlt(),
                form.consentBy(),
                form.consentOn(),
                account.username(),
                account.displayName(),
                now,
                form.id(),
                form.version())
            .update();
    if (changed == 0) {
      throw new PublicationRefused(null, "publication.refused.overtaken");
    }
    return true;
  }

  /**
   * Shows a story to everybody.
   *
   * @param version that was read
   * @throws AccessDeniedException if the account does not publish
   * @throws PublicationRefused if the consent is missing, the story was changed meanwhile, or the
   *     account wrote it or is its subject
   */
  public void publish(String id, int version, String username) {
    var account = directory.account(username);
    if (!StoryAccess.mayPublish(account)) {
      throw new AccessDeniedException(username);
    }
    var story =
        jdbc.sql(SELECT + "where s.id = ? for update")
            .param(id)
            .query((row, index) -> story(row))
            .optional()
            .orElseThrow(() -> new NoSuchElementException("Story " + id));
    if (story.status() == StoryStatus.PUBLISHED) {
      return;
    }
    var bar = barOf(id, account);
    if (bar != null) {
      throw new PublicationRefused(null, bar);
    }
    if (story.text().version() != version || story.status() != StoryStatus.DRAFT) {
      throw new PublicationRefused(null, "publication.refused.overtaken");
    }
    if (!story.agreed()) {
      throw new PublicationRefused(null, "publication.refused.no-consent");
    }
    jdbc.sql(
            """
            update story set version = version + 1, status = 'PUBLISHED', published_by = ?,
              published_by_name = ?, published_at = ?, withdrawn_by_name = null,
              withdrawn_at = null, withdrawn_reason = null
            where id = ?""")
        .params(username, account.displayName(), Utc.now(clock), id)
        .update();
    audit.append(
        username, account.displayName(), "publication.story-published", id, story.text().title());
  }

  /**
   * Shows a story to nobody any more; done twice, it changes nothing.
   *
   * @throws PublicationRefused if the reason is missing or too long
   */
  public void withdraw(String id, String reason, String username) {
    var account = requireReader(username);
    if (!StringUtils.hasText(reason) || reason.strip().length() > LONGEST_REASON) {
      throw new PublicationRefused("reason", "publication.refused.reason");
    }
    if (read(id).isEmpty()) {
      throw new NoSuchElementException("Story " + id);
    }
    var withdrawn =
        jdbc.sql(
                """
                update story set version = version + 1, status = 'WITHDRAWN',
                  withdrawn_by_name = ?, withdrawn_at = ?, withdrawn_reason = ?
                where id = ? and status = 'PUBLISHED'""")
            .params(account.displayName(), Utc.now(clock), reason.strip(), id)
            .update();
    if (withdrawn == 1) {
      audit.append(
          username, account.displayName(), "publication.story-withdrawn", id, reason.strip());
    }
  }

  /**
   * The picture of a story.
   *
   * @param username {@code null} for somebody who is not logged in: published ones only
   */
  @Transactional(readOnly = true)
  public Optional<Picture> picture(String id, boolean thumbnail, String username) {
    var drafts = username != null && StoryAccess.maySeeDrafts(directory.account(username));
    return jdbc.sql(
            """
            select p.%s as content, p.sha256 from story_picture p join story s on s.id = p.story_id
            where s.id = ? and (s.status = 'PUBLISHED' or ?)"""
                .formatted(thumbnail ? "thumbnail" : "content"))
        .params(id, drafts)
        .query((row, index) -> new Picture(row.getBytes("content"), row.getString("sha256")))
        .optional();
  }

  /** A JPEG. */
  public record Picture(byte[] content, String sha256) {}

  /** Drafts somebody else can publish now, the oldest first; bounded. */
  @Transactional(readOnly = true)
  List<Story> readyFor(Account account) {
    return jdbc.sql(
            SELECT
                + """
                where s.status = 'DRAFT' and s.consent_on is not null and s.consent_by is not null
                  and s.written_by <> :user and s.changed_by <> :user
                  and not exists (select 1 from roll_entry r
                    where r.award_id = s.award_id and r.subject = :subject)
                order by s.changed_at, s.id limit 20""")
        .param("user", account.username())
        .param("subject", "P" + account.person().id())
        .query((row, index) -> story(row))
        .list();
  }

  private void keep(String id, String name, InputStream content) {
    StoryPicture picture;
    try {
      picture = StoryPicture.of(new Upload(name, content));
    } catch (FileRefused refused) {
      throw new PublicationRefused("picture", "publication.refused.picture-" + refused.code());
    }
    jdbc.sql(
            """
            insert into story_picture (story_id, sha256, width, height, content, thumbnail)
            values (?, ?, ?, ?, ?, ?)
            on duplicate key update sha256 = values(sha256), width = values(width),
              height = values(height), content = values(content), thumbnail = values(thumbnail)""")
        .params(
            id,
            picture.sha256(),
            picture.width(),
            picture.height(),
            picture.content(),
            picture.thumbnail())
        .update();
    jdbc.sql("update story set picture_sha256 = ? where id = ?")
        .params(picture.sha256(), id)
        .update();
  }

  private boolean hasPicture(String id) {
    return jdbc.sql("select count(*) from story_picture where story_id = ?")
            .param(id)
            .query(Integer.class)
            .single()
        > 0;
  }

  private Account requireReader(String username) {
    var account = directory.account(username);
    if (!StoryAccess.maySeeDrafts(account)) {
      throw new AccessDeniedException(username);
    }
    return account;
  }

  private String barOf(String id, Account account) {
    return jdbc.sql(
            """
            select s.written_by, s.changed_by, r.subject from story s
            left join roll_entry r on r.award_id = s.award_id where s.id = ?""")
        .param(id)
        .query(
            (row, index) ->
                Optional.ofNullable(
                    StoryAccess.bar(
                        account,
                        row.getString("written_by"),
                        row.getString("changed_by"),
                        row.getString("subject"))))
        .single()
        .orElse(null);
  }

  private Optional<Story> read(String id) {
    return jdbc.sql(SELECT + "where s.id = ?")
        .param(id)
        .query((row, index) -> story(row))
        .optional();
  }

  private void requireComplete(StoryForm form) {
    require(fits(form.title(), LONGEST_TITLE), "title", "publication.refused.title");
    require(fits(form.lead(), LONGEST_LEAD), "lead", "publication.refused.lead");
    require(fits(form.body(), LONGEST_BODY), "body", "publication.refused.body");
    require(shortEnough(form.pictureAlt(), LONGEST_ALT), "pictureAlt", "publication.refused.alt");
    require(
        shortEnough(form.consentBy(), LONGEST_CONSENT)
            && (form.consentBy() == null) == (form.consentOn() == null),
        "consentBy",
        "publication.refused.consent-both");
    require(
        form.consentOn() == null || !form.consentOn().isAfter(LocalDate.now(clock)),
        "consentOn",
        "publication.refused.consent-day");
  }

  private static boolean fits(String text, int longest) {
    return StringUtils.hasText(text) && text.length() <= longest;
  }

  private static boolean shortEnough(String text, int longest) {
    return text == null || text.length() <= longest;
  }

  private static void require(boolean met, String field, String textKey) {
    if (!met) {
      throw new PublicationRefused(field, textKey);
    }
  }

  private static Story story(ResultSet row) throws SQLException {
    return new Story(
        new StoryForm(
            row.getString("id"),
            row.getInt("version"),
            row.getString("title"),
            row.getString("lead_text"),
            row.getString("body"),
            row.getObject("award_id", Long.class),
            row.getString("picture_alt"),
            row.getString("consent_by"),
            row.getObject("consent_on", LocalDate.class)),
        StoryStatus.valueOf(row.getString("status")),
        row.getString("picture_sha256"),
        row.getInt("width"),
        row.getInt("height"),
        row.getString("written_by_name"),
        row.getString("changed_by_name"),
        Utc.instant(row, "changed_at"),
        row.getString("published_by_name"),
        instant(row, "published_at"),
        row.getString("withdrawn_by_name"),
        instant(row, "withdrawn_at"),
        row.getString("withdrawn_reason"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column) == null ? null : Utc.instant(row, column);
  }
}
