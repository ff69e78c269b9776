package vn.commendation.duties;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts cases straight into the state a decision needs, in the transaction of the caller, who rolls
 * it back. Their processes do not exist: only who may decide is asked here.
 */
public final class States {

  /** Nobody else's nominee, in the unit of {@code qlkh}. */
  public static final long NOMINEE = 9001;

  static final String TITLE = "Đối chiếu phân quyền";

  private static final String ACHIEVEMENTS =
      "Chủ trì xây dựng quy trình tiếp nhận hồ sơ trực tuyến, rút ngắn 40% thời gian xử lý, được"
          + " áp dụng tại tất cả các phòng, đơn vị.";

  private final JdbcClient jdbc;
  private final LocalDate today;
  private final LocalDateTime yesterday;

  public States(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.today = LocalDate.now(clock);
    this.yesterday = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
  }

  LocalDate today() {
    return today;
  }

  /** The nominee everything is about, unless a cell needs another. */
  public void nominee() {
    jdbc.sql(
            """
            insert into person
              (id, code, full_name, gender, position_name, position_class, direct_worker, unit_id,
               valid_from)
            values (?, 'SOD-01', 'Người Được Đề Nghị', 'MALE', 'Chuyên viên', 'DIRECT_WORKER',
              true, 5, '2015-01-01')
            on duplicate key update valid_to = null""")
        .param(NOMINEE)
        .update();
  }

  /** A command the engine has refused; it waits for somebody to send it again. */
  String blockedCommand() {
    var id = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into engine_command
              (id, message_name, correlation_key, message_id, business_id, variables, status,
               created_at)
            values (:id, 'nomination-withdrawn', :id, :id, :id, '{}', 'BLOCKED', :at)""")
        .param("id", id)
        .param("at", yesterday)
        .update();
    return id;
  }

  /** Instances of nominations that somebody wants to move. */
  public String migration(String status) {
    var id = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into process_migration
              (id, process_id, renamed, status, target_key, target_version, asked_by,
               asked_by_name, asked_at, ended_at)
            values (?, 'nomination', '{"elements":{"Hold":"OnHold"}}', ?, 1, 2, 'quantri', ?, ?, ?)""")
        .params(id, status, TITLE, yesterday, yesterday)
        .update();
    return id;
  }

  /** A comparison with the engine that found nothing to rebuild. */
  String reconciliation() {
    var id = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into reconciliation (id, started_at, finished_at, cases, instances)
            values (?, utc_timestamp(6) + interval 8 year, ?, 0, 0)""")
        .params(id, yesterday)
        .update();
    return id;
  }

  String blockedMail() {
    var id = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into mail (id, recipient, subject, body, created_at, status, attempts)
            values (?, 'nobody@tayninh.example', ?, 'Dữ liệu thử', ?, 'BLOCKED', 5)""")
        .params(id, TITLE, yesterday)
        .update();
    return id;
  }

  /** Something this account was told; for a stranger somebody else was. */
  String notice(String username) {
    var id = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into notice (id, username, kind, text_key, args, path, created_at, mailing)
            select :id, coalesce(max(username), 'nhanvien1'), 'SYSTEM', 'mail-failed',
              '["a@tayninh.example", "Dữ liệu thử", "550"]', '/awards', :at, 'NONE'
            from account where username = :username""")
        .param("id", id)
        .param("username", username)
        .param("at", yesterday)
        .update();
    return id;
  }

  public String nomination(String status) {
    return nomination(status, NOMINEE, "qlkh");
  }

  String nomination(String status, long person, String nominator) {
    return nomination(status, person, nominator, "DIRECTOR");
  }

  private String nomination(String status, long person, String nominator, String authority) {
    var id = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into nomination
              (id, version, code, commendation_type, award_code, subject_kind, person_id, unit_id,
               nominator, nominee_name, nominee_position, unit_name, title, achievements,
               period_from, period_to, status, revision, rule_set, deciding_authority,
               process_instance_key, created_at, submitted_at, updated_at, proposed_award, reopened)
            select :id, 0, if(:status = 'DRAFT', null, :code), 'UNPLANNED', :award, 'INDIVIDUAL',
              p.id, a.unit_id, :nominator, p.full_name, p.position_name, u.name, :title,
              :achievements, '2026-01-01', '2026-10-31', :status, if(:status = 'DRAFT', 0, 1),
              if(:status = 'DRAFT', null, 'R4'), if(:status = 'DRAFT', null, :authority),
              if(:status = 'DRAFT', null, 41), :at, if(:status = 'DRAFT', null, :at), :at,
              if(:status = 'CONSENT', 'BK-TINH', null),
              if(:status = 'SUPPLEMENT', 'achievements,evidence', null)
            from person p
            join (select q.unit_id from account c join person q on q.id = c.person_id
                  where c.username = :nominator) a
            join unit u on u.id = a.unit_id
            where p.id = :person""")
        .param("id", id)
        .param("status", status)
        .param("code", "SOD-" + id.substring(0, 8))
        .param("award", authority.equals("DIRECTOR") ? "GK-SO" : "BK-TINH")
        .param("nominator", nominator)
        .param("title", TITLE)
        .param("achievements", ACHIEVEMENTS)
        .param("authority", authority)
        .param("person", person)
        .param("at", yesterday)
        .update();
    if (status.equals("ACCEPTED")) {
      jdbc.sql(
              """
              insert into nomination_check values (?, ?, 'IN_HOUSE', 'SIMPLIFIED', false, false)""")
          .params(id, yesterday)
          .update();
    }
    if (status.equals("HOLD")) {
      jdbc.sql(
              """
              insert into nomination_hold
                (id, nomination_id, kind, reason, review_on, held_by_name, held_at)
              values (?, ?, 'COMPLAINT', 'Đang xác minh', ?, 'Văn phòng', ?)""")
          .params(UUID.randomUUID().toString(), id, today.plusDays(9), yesterday)
          .update();
    }
    return id;
  }

  /** Submitted after its campaign had closed. */
  public String lateNomination() {
    var id = nomination("OFFICE_REVIEW");
    jdbc.sql(
            """
            update nomination set campaign_id = 2, commendation_type = 'MOVEMENT', late = true,
              late_reason = 'Chờ kết luận' where id = ?""")
        .param(id)
        .update();
    return id;
  }

  /** Received when the law before was in force, and reviewed under the one after. */
  public String nominationInTransition() {
    var id = nomination("OFFICE_REVIEW");
    jdbc.sql(
            "update nomination set submitted_at = '2026-09-20 02:00:00', rule_set = 'R3' where id = ?")
        .param(id)
        .update();
    return id;
  }

  public long evidence(String nomination) {
    jdbc.sql(
            """
            insert into evidence_file
              (nomination_id, name, content_type, size, sha256, uploaded_by, uploaded_at)
            values (?, 'Báo cáo.pdf', 'application/pdf', 1, repeat('0', 64), 'qlkh', ?)""")
        .params(nomination, yesterday)
        .update();
    return jdbc.sql("select max(id) from evidence_file where nomination_id = ?")
        .param(nomination)
        .query(Long.class)
        .single();
  }

  void forgetEvidence() {
    jdbc.sql(
            """
            delete from evidence_file
            where nomination_id in (select id from nomination where title = ?)""")
        .param(TITLE)
        .update();
  }

  void holiday(LocalDate day) {
    jdbc.sql("insert into calendar_day values (?, 'HOLIDAY', ?, ?, false)")
        .params(day, TITLE, TITLE)
        .update();
  }

  public String dossier(String status, long... people) {
    return dossier(status, "DIRECTOR", people);
  }

  public String dossier(String status, String authority, long... people) {
    var id = UUID.randomUUID().toString();
    var signed = status.equals("NUMBER") || status.startsWith("BOARD");
    jdbc.sql(
            """
            insert into dossier
              (id, version, code, title, authority, ballot_required, disclosure_required,
               conflict_noted, status, opened_by, opened_by_name, opened_at, updated_at,
               process_instance_key, meeting_date, council_size, ballot_recorded_by, signed_by,
               signed_at, signature_line, sent_to_board_at, number_symbol, number_date,
               board_question)
            values (:id, 0, :code, :title, :authority, true, true, false, :status, 'chuyenvien',
              'Phạm Thị Minh Thư', :at, :at, 42, if(:status = 'BALLOT', null, :day), 9, 'thuky',
              if(:signed, 'giamdoc', null), if(:signed, :at, null), 'GIÁM ĐỐC',
              if(:status like 'BOARD%', :at, null), if(:status like 'BOARD%', '99/TTr-SKHCN', null),
              if(:status like 'BOARD%', :day, null), 'Bổ sung minh chứng')""")
        .param("id", id)
        .param("code", "SOD-" + id.substring(0, 8))
        .param("title", TITLE)
        .param("authority", authority)
        .param("status", status)
        .param("at", yesterday)
        .param("day", today.minusDays(1))
        .param("signed", signed)
        .update();
    for (var person : people) {
      var nomination = nomination(signed ? "SIGNED" : "IN_DOSSIER", person, "qlkh", authority);
      jdbc.sql("update nomination set dossier_id = ?, dossier_code = 'SOD' where id = ?")
          .params(id, nomination)
          .update();
      jdbc.sql(
              """
              insert into dossier_item
                (dossier_id, nomination_id, nomination_code, nominator, nominator_person_id,
                 subject_kind, person_id, unit_id, nominee_name, unit_name, award_code, award_name,
                 achievement_year, status)
              select ?, id, code, nominator, 17, 'INDIVIDUAL', person_id, unit_id, nominee_name,
                unit_name, award_code, award_code, 2026, ? from nomination where id = ?""")
          .params(id, signed ? "SIGNED" : status.equals("BALLOT") ? "IN" : "PASSED", nomination)
          .update();
    }
    if (status.equals("QUOTA_SELECTION")) {
      jdbc.sql(
              """
              insert into dossier_quota
                (dossier_id, line_key, award_code, award_name, year, candidates, held, base,
                 ceiling, exceeded)
              values (?, 'GK-SO/2026', 'GK-SO', 'Giấy khen', 2026, 2, 0, 0, 10000, true)""")
          .param(id)
          .update();
    }
    if (status.equals("DISCLOSURE")) {
      jdbc.sql("insert into disclosure values (?, ?, ?, ?, null)")
          .params(id, TITLE, yesterday, yesterday.plusDays(9))
          .update();
      jdbc.sql(
              """
              insert into disclosure_line
              select dossier_id, nomination_id, id, nominee_name, unit_name, award_name, ?
              from dossier_item where dossier_id = ?""")
          .params(TITLE, id)
          .update();
    }
    return id;
  }

  String onlyItem(String dossier) {
    return jdbc.sql(
            "select nomination_id from dossier_item where dossier_id = ? order by id limit 1")
        .param(dossier)
        .query(String.class)
        .single();
  }

  public String objection(String dossier, String by) {
    var id = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into objection
              (id, dossier_id, nomination_id, raised_by, raised_by_name, contact, text, raised_at)
            select ?, ?, ?, username, display_name, '0900', 'Thành tích của cả phòng', ?
            from account where username = ?""")
        .params(id, dossier, onlyItem(dossier), yesterday, by)
        .update();
    return id;
  }

  /** What somebody without an account wrote; answers what the mail carries. */
  String pendingObjection(String dossier) {
    var token = (UUID.randomUUID() + "" + UUID.randomUUID()).replace("-", "").substring(0, 43);
    jdbc.sql(
            """
            insert into pending_objection (id, dossier_id, nomination_id, name, email, text,
              token_hash, consented_at, expires_at)
            values (?, ?, ?, 'Ngô Thị Bưởi', ?, 'Thành tích của cả phòng', sha2(?, 256), ?, ?)""")
        .params(
            UUID.randomUUID().toString(),
            dossier,
            onlyItem(dossier),
            token + "@dan.example",
            token,
            yesterday,
            yesterday.plusDays(9))
        .update();
    return token;
  }

  public long campaign(String status) {
    var code = "SOD-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    jdbc.sql(
            """
            insert into campaign
              (code, title, theme, plan_number, plan_date, basis, description, opens_at, closes_at,
               achievement_from, achievement_to, status, process_instance_key, launched_at)
            values (:code, :title, 'Chuyên đề', '05/KH', :day, 'Công văn', 'Mô tả', :at, :closes,
              '2026-01-01', '2026-12-31', :status, if(:status = 'DRAFT', null, 43),
              if(:status = 'DRAFT', null, :at))""")
        .param("code", code)
        .param("title", TITLE)
        .param("day", today.minusDays(9))
        .param("at", yesterday)
        .param("closes", yesterday.plusDays(60))
        .param("status", status)
        .update();
    var id =
        jdbc.sql("select id from campaign where code = ?").param(code).query(Long.class).single();
    jdbc.sql("insert into campaign_award (campaign_id, award_code) values (?, 'GK-SO')")
        .param(id)
        .update();
    jdbc.sql("insert into campaign_unit select ?, id from unit where id in (2, 5)")
        .param(id)
        .update();
    return id;
  }

  /** With a guideline somebody has drafted. */
  public long guideline(String drafter) {
    var id = campaign("GUIDELINE_APPROVAL");
    jdbc.sql(
            """
            insert into campaign_guideline
              (campaign_id, number, content, drafted_by, drafted_by_name, drafted_at)
            values (?, 1, 'Hướng dẫn', ?, ?, ?)""")
        .params(id, drafter, drafter, yesterday)
        .update();
    return id;
  }

  /** As campaigns were before they had processes. */
  long campaignWithoutProcess() {
    var id = campaign("OPEN");
    jdbc.sql("update campaign set process_instance_key = null, launched_at = null where id = ?")
        .param(id)
        .update();
    return id;
  }

  /** A campaign whose published guideline is being revised, with a draft of somebody. */
  long revision(String status, String drafter) {
    var id = guideline(drafter);
    jdbc.sql(
            """
            update campaign
            set status = 'OPEN', guideline_published_at = launched_at, guideline_revision = ?
            where id = ?""")
        .params(status, id)
        .update();
    return id;
  }

  /** A document to study. */
  long document(long campaign) {
    jdbc.sql(
            """
            insert into study_document (campaign_id, title, symbol, issuer, added_by, added_at)
            values (?, ?, '', 'Sở', 'chuyenvien', ?)""")
        .params(campaign, TITLE, yesterday)
        .update();
    return jdbc.sql("select max(id) from study_document").query(Long.class).single();
  }

  /** A document to study with a file. */
  public long studyFile(long campaign) {
    var document = document(campaign);
    jdbc.sql(
            """
            insert into study_file
              (document_id, version, name, content_type, size, sha256, uploaded_by, uploaded_at)
            values (?, 1, 'tai-lieu.pdf', 'application/pdf', 4, '', 'chuyenvien', ?)""")
        .params(document, yesterday)
        .update();
    jdbc.sql("insert into study_file_content values (?, 1, '%PDF')").param(document).update();
    return document;
  }

  /** A campaign whose plan has been drawn up once. */
  public long plan() {
    var campaign = campaign("OPEN");
    jdbc.sql("insert into document_series values ('PLAN', ?, 1)").param(campaign).update();
    jdbc.sql(
            """
            insert into formal_document
              (kind, subject_id, version, draft, title, content_sha256, template_version,
               drawn_up_at, docx_size, docx_sha256, pdf_size, pdf_sha256)
            values ('PLAN', ?, 1, false, ?, '', 0, ?, 4, '', 4, '')""")
        .params(campaign, TITLE, yesterday)
        .update();
    jdbc.sql(
            "insert into formal_document_content select max(id), 'PK', '%PDF' from formal_document")
        .update();
    return campaign;
  }

  public long inspection(long campaign, long unit) {
    jdbc.sql(
            """
            insert into inspection
              (version, campaign_id, unit_id, inspected_on, inspectors, findings, answer_due_on,
               recorded_by_name, recorded_at)
            values (0, ?, ?, ?, 'Tổ kiểm tra', 'Chưa có đăng ký', ?, 'Văn phòng', ?)""")
        .params(campaign, unit, today.minusDays(1), today.plusDays(9), yesterday)
        .update();
    return jdbc.sql("select max(id) from inspection").query(Long.class).single();
  }

  long award(long person) {
    jdbc.sql(
            """
            insert into award_given
              (person_id, unit_id, subject, nominee_name, award_code, year, achievement_from,
               achievement_to, decision_number, decided_on, decided_by, entered_by, entered_at)
            select id, unit_id, concat('P', id), full_name, 'GK-SO', 2021, '2021-01-01',
              '2021-12-31', ?, '2022-01-05', 'Giám đốc Sở', 'chuyenvien', ?
            from person where id = ?""")
        .params("SOD-" + UUID.randomUUID(), yesterday, person)
        .update();
    return jdbc.sql("select max(id) from award_given").query(Long.class).single();
  }

  /** An award everybody may see. */
  long rollEntry(long person) {
    var award = award(person);
    jdbc.sql(
            """
            insert into public_decision (id, number, decided_on, decided_by, published_at)
            select ?, decision_number, decided_on, decided_by, entered_at
            from award_given where id = ?""")
        .params(UUID.randomUUID().toString(), award)
        .update();
    jdbc.sql(
            """
            insert into roll_entry (award_id, decision_id, subject, subject_kind, nominee_name,
              unit_id, unit_name, award_code, year, decided_on)
            select g.id, d.id, g.subject, 'INDIVIDUAL', g.nominee_name, u.id, u.name,
              g.award_code, g.year, g.decided_on
            from award_given g join unit u on u.id = g.unit_id
            join public_decision d on d.number = g.decision_number where g.id = ?""")
        .param(award)
        .update();
    return award;
  }

  String decision(long award) {
    return jdbc.sql("select decision_id from roll_entry where award_id = ?")
        .param(award)
        .query(String.class)
        .single();
  }

  /** With the consent of who is shown. */
  String story(String status, String writer, Long award) {
    var id = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into story (id, version, status, title, lead_text, body, award_id, consent_by,
              consent_on, written_by, written_by_name, written_at, changed_by, changed_by_name,
              changed_at, published_at)
            values (:id, 1, :status, :title, 'Tóm tắt', 'Nội dung', :award, 'Người được nêu gương',
              :day, :writer, :writer, :at, :writer, :writer, :at,
              if(:status = 'PUBLISHED', :at, null))""")
        .param("id", id)
        .param("status", status)
        .param("title", TITLE)
        .param("award", award)
        .param("day", today)
        .param("writer", writer)
        .param("at", yesterday)
        .update();
    return id;
  }

  String withholding() {
    var id = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into roll_withholding
              (id, target, target_name, reason, withheld_by, withheld_by_name, withheld_at)
            values (?, ?, ?, ?, 'chanhvp', 'Võ Thanh Sơn', ?)""")
        .params(id, "A" + rollEntry(NOMINEE), TITLE, TITLE, yesterday)
        .update();
    return id;
  }

  public String revocation(String status, long person, String proposer) {
    var id = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into revocation
              (id, version, code, award_id, open_award_id, award_name, authority, person_id,
               unit_id, nominee_name, unit_name, decided_on, cause, explanation, proposed_by,
               proposed_by_name, proposed_at, status, process_instance_key, judged_by_name,
               judged_at, number_symbol, number_date)
            select :id, 0, :code, a.id, a.id, 'Giấy khen',
              if(:status = 'BOARD', 'PROVINCE', 'DIRECTOR'), a.person_id, a.unit_id,
              a.nominee_name, 'Phòng', a.decided_on, 'LATER_CONCLUSION', 'Kết luận thanh tra',
              :proposer, :proposer, :at, :status, 44, 'Giám đốc', :at, '98/TTr-SKHCN', :day
            from award_given a where a.id = :award""")
        .param("id", id)
        .param("code", "SOD-" + id.substring(0, 8))
        .param("status", status)
        .param("proposer", proposer)
        .param("at", yesterday)
        .param("day", today.minusDays(1))
        .param("award", award(person))
        .update();
    return id;
  }

  /** An award that counted the revoked one. */
  public long recheck(String revocation) {
    var award = award(NOMINEE);
    jdbc.sql(
            """
            insert into revocation_recheck (revocation_id, award_id, nominee_name, award_name, year)
            values (?, ?, 'Người Được Đề Nghị', 'Giấy khen', 2022)""")
        .params(revocation, award)
        .update();
    return award;
  }

  long initiative() {
    return entry(
        "initiative",
        """
        insert into initiative
          (number, level, year, title, recognised_on, effect_scope, entered_by, entered_at)
        values ('SOD-1', 'BASE', 2020, ?, '2020-01-05', 'Sở', 'chuyenvien', ?)""");
  }

  long rating() {
    return entry(
        "work_rating",
        """
        insert into work_rating
          (person_id, unit_id, subject, year, rating, decision, entered_by, entered_at)
        values (16, 5, 'P16', 2016, 'GOOD', ?, 'chuyenvien', ?)""");
  }

  /** Under consideration. */
  long discipline() {
    return entry(
        "discipline",
        """
        insert into discipline (person_id, pending_from, note, entered_by, entered_at)
        values (16, '2020-01-05', ?, 'chuyenvien', ?)""");
  }

  /** An open one. */
  long concern() {
    return entry(
        "concern",
        """
        insert into concern
          (person_id, unit_id, subject, kind, opened_on, violation_signs, note, entered_by,
           entered_at)
        values (16, 5, 'P16', 'COMPLAINT', '2020-01-05', false, ?, 'chuyenvien', ?)""");
  }

  private long entry(String register, String insert) {
    jdbc.sql(insert).params(TITLE, yesterday).update();
    return jdbc.sql("select max(id) from " + register).query(Long.class).single();
  }

  /** A sheet that somebody has looked at and not imported. */
  String upload(byte[] content, String by) {
    var id = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into register_upload (id, kind, file_name, content, uploaded_by, uploaded_at)
            values (?, 'RATINGS', 'so.xlsx', ?, ?, ?)""")
        .params(id, content, by, yesterday)
        .update();
    return id;
  }

  /** A nomination sheet that was checked, with one row that can be imported. */
  public String sheet(long unit, String by) {
    var id = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into nomination_sheet (id, unit_id, file_name, sha256, fingerprint, status,
              row_count, uploaded_by, uploaded_at, stepped_by, stepped_at)
            values (?, ?, 'bang.xlsx', 'x', ?, 'READY', 1, ?, ?, ?, ?)""")
        .params(id, unit, id, by, yesterday, by, yesterday)
        .update();
    jdbc.sql(
            """
            insert into nomination_sheet_row (sheet_id, number, cells, state, rank_in_page)
            values (?, 2, '["Cá nhân","QLKH-02","","","","","",""]', 'GOOD', 3)""")
        .param(id)
        .update();
    return id;
  }

  void related(long person, long relative) {
    jdbc.sql(
            """
            insert into relative (person_id, relative_id, relation, declared_at)
            values (?, ?, 'vợ/chồng', ?)""")
        .params(person, relative, yesterday)
        .update();
  }

  long declaration(long person, long relative) {
    related(person, relative);
    return jdbc.sql("select max(id) from relative").query(Long.class).single();
  }

  void withoutAssignment(long person) {
    jdbc.sql(
            """
            delete from signing_assignment_matter where assignment_id in
              (select id from signing_assignment where person_id = ?)""")
        .param(person)
        .update();
  }

  void assignmentEnded(long person) {
    jdbc.sql("update signing_assignment set valid_to = ? where person_id = ?")
        .params(today.minusDays(1), person)
        .update();
  }

  /** A written authority (TUQ.) for award decisions. */
  void authorised(long person) {
    jdbc.sql(
            """
            insert into signing_assignment (person_id, capacity, valid_from, valid_to, basis)
            values (?, 'BY_AUTHORITY', ?, ?, 'Giấy ủy quyền')""")
        .params(person, today, today)
        .update();
    jdbc.sql(
            """
            insert into signing_assignment_matter
            select max(id), 'AWARD_DECISION' from signing_assignment""")
        .update();
  }

  /** A result report of a year without a case, issued and not numbered. */
  public String resultReport() {
    var id = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into report_issued (id, code, scope, number, title, from_day, to_day, figures,
              issued_by_name, issued_at)
            values (?, 'RESULT', ?, 1, 'Kỳ thử', '2011-01-01', '2011-12-31', ?, 'Phạm Thị Minh Thư',
              ?)""")
        .params(
            id,
            id,
            """
            {"figures": {"scope": {"from": "2011-01-01", "to": "2011-12-31"}, "total": {},
              "awards": [], "types": [], "units": [], "subjects": [], "campaigns": [],
              "proposed": {}, "awarded": {}, "steps": [], "returns": [], "holds": [],
              "quotas": [], "money": [], "examples": []},
             "texts": {"assessment": "Dữ liệu thử", "examples": "Dữ liệu thử"}}""",
            yesterday)
        .update();
    return id;
  }

  /** Form 0604 of 2026, issued once with a figure that nobody can compute today. */
  public void issuedForm() {
    jdbc.sql(
            """
            insert into report_issued (id, code, scope, number, title, from_day, to_day, figures,
              issued_by_name, issued_at)
            values (uuid(), '0604', '2026', 1, 'Kỳ thử', '2025-12-15', '2026-12-14', ?,
              'Phạm Thị Minh Thư', ?)""")
        .params(
            """
            {"validFrom": "2023-03-23", "figures": [[{"value": 1, "entered": 1}], [],
              [{"value": 0}], [{"value": 0}], [{"value": 0}], [{"value": 1, "entered": 1}]],
             "entries": []}""",
            yesterday)
        .update();
  }

  /** A figure the Office has entered in form 0604 of 2026. */
  String reportEntry() {
    var id = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into report_entry
              (id, form_code, year, facts, label, amount, source, entered_by_name, entered_at)
            values (?, '0604', 2026, 'organisation=PROVINCE_DIVISION', 'Số lượng', 1, ?,
              'Phạm Thị Minh Thư', ?)""")
        .params(id, TITLE, yesterday)
        .update();
    return id;
  }
}
