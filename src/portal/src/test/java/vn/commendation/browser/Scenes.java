package vn.commendation.browser;

import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.commendation.duties.States;

/**
 * Cases, batches, campaigns and revocations in states that take people days to reach, for as long
 * as pages are looked at. The nominee has as long a name and position as a Vietnamese official can
 * have.
 */
final class Scenes implements AutoCloseable {

  private static final String CODES = "'SOD-%'";
  private static final String DRIFT = "5d0551e2-0000-4000-8000-0000000000dd";
  private static final String BATCH =
      "Đề nghị tặng Giấy khen của Giám đốc Sở cho cá nhân có thành tích năm 2026";

  private final States states;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  Scenes(JdbcClient jdbc, Clock clock, TransactionTemplate transaction) {
    this.states = new States(jdbc, clock);
    this.jdbc = jdbc;
    this.transaction = transaction;
    states.nominee();
    jdbc.sql(
            """
            update person
            set full_name = 'Công Tằng Tôn Nữ Thị Huyền Trang Đài Khanh',
              position_name = 'Phó Trưởng phòng phụ trách Phòng Quản lý Tiêu chuẩn Đo lường'
            where id = ?""")
        .param(States.NOMINEE)
        .update();
  }

  String nomination(String status) {
    var id = states.nomination(status);
    states.evidence(id);
    call("nomination", id, "Sáng kiến số hóa quy trình tiếp nhận hồ sơ");
    return "/nominations/" + id;
  }

  /** A case nothing stands against. */
  void reviewable() {
    var id = states.nomination("OFFICE_REVIEW");
    jdbc.sql(
            "insert into nomination_check values (?, utc_timestamp(6), 'IN_HOUSE', 'ORDINARY', 1, 1)")
        .param(id)
        .update();
    jdbc.sql(
            """
            insert into open_task (business_id, element_id, process_instance_key, task_key, cluster)
            select ?, 'OfficeReview', 41, 43, label from engine_cluster
            order by number desc limit 1""")
        .param(id)
        .update();
  }

  /** Instances to move, of which one cannot be. */
  String migration(String status) {
    var id = states.migration(status);
    var done = status.equals("DONE");
    moved(id, 41, "OfficeReview", done ? "MOVED" : "READY", null, null);
    moved(id, 42, "AwaitDossier", "BLOCKED", "MISSING", "AwaitDossier");
    moved(
        id,
        43,
        "Revision, ReviseGuideline, Window, WindowEvents",
        done ? "REFUSED" : "READY",
        done ? "REFUSED" : null,
        done ? "Expected to migrate process instance '43' but it has an active element" : null);
    return "/operations/migrations/" + id;
  }

  private void moved(
      String id, long instance, String elements, String status, String problem, String detail) {
    jdbc.sql("insert into process_migration_instance values (?, ?, 1, ?, ?, ?, ?)")
        .params(id, instance, elements, status, problem, detail)
        .update();
  }

  /** A sheet of the Office's unit with rows of every kind. */
  String sheet(String status) {
    var id = states.sheet(2, "chanhvp");
    jdbc.sql(
            """
            update nomination_sheet set file_name = 'De nghi khen thuong 2022.xlsx', status = ?,
              campaign_id = 1, row_count = 5, done_count = 2, step_count = 5
            where id = ?""")
        .params(status, id)
        .update();
    row(
        id,
        3,
        "BAD",
        "VP-99",
        "BK-TINH",
        """
        [{"key":"sheet-problem.unknown-person","column":"PERSON","args":["VP-99"]},
         {"key":"sheet-problem.not-a-date","column":"TO","args":["31/02/2022"]}]""");
    row(
        id,
        4,
        "BAD",
        "VP-06 – Huỳnh Thị Ngọc Ánh",
        "GK-SO",
        """
        [{"key":"sheet-problem.in-file","column":"PERSON","args":["2"]}]""");
    row(
        id,
        5,
        "INCOMPLETE",
        "VP-03 – Bùi Thị Mai",
        "GK-SO",
        """
        [{"key":"problem.achievements.missing","column":"ACHIEVEMENTS","args":[]},
         {"key":"problem.campaign.not-open-yet","column":null,"args":[]}]""");
    return "/nominations/sheets/" + id;
  }

  private void row(
      String id, int number, String state, String person, String award, String problems) {
    jdbc.sql(
            """
            insert into nomination_sheet_row (sheet_id, number, cells, state, rank_in_page, problems)
            values (?, ?, ?, ?, ?, ?)""")
        .params(
            id,
            number,
            "[\"Cá nhân\",\"%s\",\"%s\",\"Cải tiến quy trình tiếp nhận hồ sơ\",\"Rút ngắn 40%% thời gian giải quyết, không còn hồ sơ trễ hạn.\",\"2022-01-01\",\"2022-12-31\",\"\"]"
                .formatted(person, award),
            state,
            state.equals("BAD") ? 0 : 1,
            problems)
        .update();
  }

  /** What a comparison with the engine has found, of every kind. */
  void drift() {
    var id = DRIFT;
    jdbc.sql(
            """
            insert into reconciliation (id, started_at, finished_at, cases, instances)
            values (?, utc_timestamp(6) + interval 9 year, utc_timestamp(6), 1284, 1281)""")
        .param(id)
        .update();
    drift(id, "nomination", "MISSING", "OFFICE_REVIEW", "");
    drift(id, "nomination", "ENDED", "SUPPLEMENT", "");
    drift(id, "dossier", "ELSEWHERE", "BOARD", "LeadershipSignature");
    drift(id, "dossier", "BESIDE", "DISCLOSURE", "DisclosureEnds, 2 × ResolveObjection");
    drift(id, "campaign", "SECOND", "OPEN", "2 × WindowEvents");
    jdbc.sql(
            """
            insert into drift (reconciliation_id, kind, process_id, business_id, found,
              instance_keys) values (?, 'UNKNOWN', 'revocation', 'x', 'RevocationDecision', '41')""")
        .param(id)
        .update();
  }

  private void drift(String id, String process, String kind, String state, String found) {
    jdbc.sql(
            """
            insert into drift (reconciliation_id, kind, process_id, business_id, title, path,
              expected, found, instance_keys)
            values (?, ?, ?, 'x', 'HTLTB-2022-0001 – Công Tằng Tôn Nữ Thị Huyền Trang Đài Khanh',
              '/nominations', ?, ?, '41')""")
        .params(id, kind, process, state, found)
        .update();
  }

  String lateNomination() {
    var id = states.lateNomination();
    call("nomination", id, "Sáng kiến rút ngắn thời gian kiểm định phương tiện đo");
    return "/nominations/" + id;
  }

  /** With an objection, if its list is disclosed. */
  String dossier(String status) {
    var id = states.dossier(status, States.NOMINEE, 9L);
    if (status.equals("DISCLOSURE")) {
      states.objection(id, "nhanvien1");
      jdbc.sql("update disclosure set title = ? where dossier_id = ?").params(BATCH, id).update();
    }
    call("dossier", id, BATCH);
    return "/dossiers/" + id;
  }

  String campaign(String status) {
    var id = states.campaign(status);
    states.studyFile(id);
    states.inspection(id, 5);
    call("campaign", id, "Thi đua đẩy mạnh cải cách hành chính, chuyển đổi số năm 2026");
    return "/campaigns/" + id;
  }

  String revocation(String status) {
    var id = states.revocation(status, States.NOMINEE, "chuyenvien");
    states.recheck(id);
    return "/revocations/" + id;
  }

  private void call(String table, Object id, String title) {
    jdbc.sql("update %s set title = ? where id = ?".formatted(table)).params(title, id).update();
  }

  String issuedForm() {
    states.issuedForm();
    return "/reports/forms/0604/issues/1?year=2026";
  }

  String resultReport() {
    return "/reports/results/" + states.resultReport();
  }

  /** Nobody else is to meet them. */
  @Override
  public void close() {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("set foreign_key_checks = 0").update();
          for (var table :
              List.of(
                  "objection", "disclosure_line", "disclosure", "dossier_quota", "dossier_item")) {
            delete(table, "dossier_id", "dossier");
          }
          for (var table :
              List.of(
                  "nomination_hold", "nomination_check", "evidence_file", "nomination_version")) {
            delete(table, "nomination_id", "nomination");
          }
          delete("open_task", "business_id", "nomination");
          delete("revocation_recheck", "revocation_id", "revocation");
          for (var table :
              List.of("campaign_award", "campaign_unit", "campaign_guideline", "inspection")) {
            delete(table, "campaign_id", "campaign");
          }
          jdbc.sql(
                  """
                  delete d, f, c from study_document d
                  left join study_file f on f.document_id = d.id
                  left join study_file_content c on c.document_id = d.id
                  where d.campaign_id in (select id from campaign where code like %s)"""
                      .formatted(CODES))
              .update();
          for (var table : List.of("dossier", "nomination", "revocation", "campaign")) {
            jdbc.sql("delete from %s where code like %s".formatted(table, CODES)).update();
          }
          jdbc.sql(
                  """
                  delete s, r from nomination_sheet s
                  join nomination_sheet_row r on r.sheet_id = s.id where s.sha256 = 'x'""")
              .update();
          for (var table : List.of("drift", "reconciliation")) {
            var id = table.equals("drift") ? "reconciliation_id" : "id";
            jdbc.sql("delete from %s where %s = ?".formatted(table, id)).param(DRIFT).update();
          }
          jdbc.sql("delete from report_issued where title = 'Kỳ thử'").update();
          jdbc.sql("delete from award_given where decision_number like " + CODES).update();
          jdbc.sql("delete from person where id = " + States.NOMINEE).update();
          jdbc.sql("set foreign_key_checks = 1").update();
        });
  }

  private void delete(String table, String reference, String of) {
    jdbc.sql(
            "delete from %s where %s in (select id from %s where code like %s)"
                .formatted(table, reference, of, CODES))
        .update();
  }
}
