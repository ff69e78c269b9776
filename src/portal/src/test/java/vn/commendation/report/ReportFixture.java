package vn.commendation.report;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import vn.commendation.audit.AuditTrail;
import vn.commendation.award.Award;
import vn.commendation.award.AwardKind;
import vn.commendation.award.AwardSubject;
import vn.commendation.award.Awards;
import vn.commendation.award.BaseSalaries;
import vn.commendation.award.BaseSalary;
import vn.commendation.award.Certainty;
import vn.commendation.award.CommendationType;
import vn.commendation.calendar.WorkingCalendar;
import vn.commendation.campaign.Campaign;
import vn.commendation.campaign.Campaigns;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Gender;
import vn.commendation.directory.Person;
import vn.commendation.directory.PositionClass;
import vn.commendation.directory.Role;
import vn.commendation.directory.Unit;
import vn.commendation.directory.UnitKind;
import vn.commendation.document.FormalDocuments;
import vn.commendation.document.NumberRegister;
import vn.commendation.notification.Notices;
import vn.commendation.platform.LocalDatabase;

/** The reports over a database with nothing in it but what a test puts there. */
final class ReportFixture {

  static final String OFFICER = "chuyenvien";
  static final String DIRECTOR = "giamdoc";
  static final String CLERK = "vanthu";
  static final String HEAD = "qlkh";

  final JdbcClient jdbc;
  final Clock clock =
      Clock.fixed(Instant.parse("2025-02-10T03:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));
  final AuditTrail audit = mock(AuditTrail.class);
  final ReportPeriods periods;
  final Statistics statistics;
  final AwardClassifications classifications;
  final Results results;
  final Issues issues;
  final NumberRegister numbers = mock(NumberRegister.class);
  final FormalDocuments documents = mock(FormalDocuments.class);

  private final DataSourceTransactionManager transactions;
  private final TransactionStatus transaction;

  ReportFixture() {
    var source = LocalDatabase.get();
    jdbc = JdbcClient.create(source);
    transactions = new DataSourceTransactionManager(source);
    transaction = transactions.getTransaction(new DefaultTransactionDefinition());
    for (var table :
        List.of(
            "bulk_acceptance_case",
            "nomination_decision",
            "nomination_finding",
            "nomination_check",
            "nomination_fact",
            "nomination_document",
            "nomination_version_file",
            "nomination_version",
            "nomination_hold",
            "dossier_item",
            "report_classification",
            "award_given",
            "nomination")) {
      jdbc.sql("delete from " + table).update();
    }
    jdbc.sql("update campaign set status = 'DRAFT'").update();
    var notices = mock(Notices.class);
    given(notices.get(anyString())).willAnswer(call -> call.getArgument(0));
    var calendar = mock(WorkingCalendar.class);
    // a day is a day in these tests
    given(calendar.deadlines()).willReturn((start, days) -> start.plus(Duration.ofDays(days)));
    var campaigns = mock(Campaigns.class);
    given(campaigns.all())
        .willAnswer(
            call ->
                jdbc.sql("select * from campaign order by id")
                    .query(ReportFixture::campaign)
                    .list());
    var directory = mock(Directory.class);
    given(directory.account(anyString()))
        .willAnswer(
            call ->
                switch (call.<String>getArgument(0)) {
                  case OFFICER -> account(OFFICER, "Phạm Thị Minh Thư", Role.OFFICE_OFFICER);
                  case CLERK -> account(CLERK, "Bùi Thị Mai", Role.CLERK);
                  case DIRECTOR -> account(DIRECTOR, "Nguyễn Văn Hùng", Role.DIRECTOR);
                  default -> account(HEAD, "Trần Thị Thanh Hòa", Role.UNIT_HEAD);
                });
    var awards = mock(Awards.class);
    given(awards.all())
        .willReturn(
            jdbc.sql("select * from award order by sort_order")
                .query(
                    (row, index) ->
                        new Award(
                            row.getString("code"),
                            row.getString("name"),
                            row.getString("name_en"),
                            AwardKind.valueOf(row.getString("kind")),
                            AwardSubject.valueOf(row.getString("subject"))))
                .list());
    var access = new ReportAccess(directory);
    var properties =
        new ReportProperties(
            "Sở Khoa học và Công nghệ tỉnh Tây Ninh",
            "Sở Nội vụ tỉnh Tây Ninh",
            MonthDay.of(12, 15));
    ObjectMapper json =
        JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    periods = new ReportPeriods(jdbc, properties, access, audit, clock);
    var counts = new CountQueries(jdbc);
    var catalogue = new FormCatalogue(jdbc);
    issues = new Issues(jdbc, json, clock);
    var salaries = mock(BaseSalaries.class);
    given(salaries.on(any()))
        .willReturn(
            Optional.of(
                new BaseSalary(
                    LocalDate.of(2024, 7, 1), 2_340_000, "Nghị định 73", Certainty.CONFIRMED)));
    results =
        new Results(
            new ResultQueries(jdbc, calendar, clock),
            counts,
            issues,
            awards,
            campaigns,
            periods,
            access,
            notices,
            salaries,
            numbers,
            documents,
            audit);
    statistics =
        new Statistics(
            catalogue,
            periods,
            counts,
            new Entries(jdbc, clock),
            issues,
            awards,
            properties,
            access,
            audit);
    classifications = new AwardClassifications(jdbc, catalogue, periods, access, audit, clock);
  }

  void forget() {
    transactions.rollback(transaction);
  }

  /** An award that came from a case. */
  long awarded(String award, String subject, String positionClass, String type, LocalDate decided) {
    var id = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into nomination (id, version, code, campaign_id, commendation_type, award_code,
              subject_kind, person_id, unit_id, nominator, nominee_name, nominee_position_class,
              nominee_gender, nominee_direct_worker, unit_name, title, achievements, status,
              revision, created_at, submitted_at, updated_at)
            values (?, 0, ?, null, ?, ?, ?, ?, 5, 'qlkh', 'Nguyễn Văn Thử', ?, 'FEMALE', ?,
              'Phòng Quản lý Khoa học', 'Việc tốt', '', 'AWARDED', 1, ?, ?, ?)""")
        .params(
            id,
            id.substring(0, 20),
            type,
            award,
            subject,
            subject.equals("INDIVIDUAL") ? 19 : null,
            positionClass,
            positionClass == null ? null : positionClass.equals("DIRECT_WORKER"),
            decided.minusMonths(2).atStartOfDay(),
            decided.minusMonths(2).atStartOfDay(),
            decided.atStartOfDay())
        .update();
    return entered(award, subject, id, decided);
  }

  /** An award in the register; without a case if {@code nomination} is {@code null}. */
  long entered(String award, String subject, String nomination, LocalDate decided) {
    var key = UUID.randomUUID().toString().substring(0, 20);
    jdbc.sql(
            """
            insert into award_given (person_id, unit_id, subject, nominee_name, award_code, year,
              decision_number, decided_on, nomination_id, entered_by, entered_at)
            values (?, 5, ?, 'Nguyễn Văn Thử', ?, ?, ?, ?, ?, 'chuyenvien', ?)""")
        .params(
            subject.equals("INDIVIDUAL") ? 19 : null,
            key,
            award,
            decided.getYear(),
            key,
            decided,
            nomination,
            decided.atStartOfDay())
        .update();
    return jdbc.sql("select id from award_given where decision_number = ?")
        .param(key)
        .query(Long.class)
        .single();
  }

  /** A figure by the number of its row and the position of its column. */
  int figure(FormSheet sheet, String row, int column) {
    return sheet.lines().stream()
        .filter(line -> row.equals(line.row().number()))
        .findFirst()
        .orElseThrow()
        .figures()
        .get(column - 1)
        .value();
  }

  /** A case that was submitted at a moment; everything else is up to the test. */
  Case submitted(String award, String subject, String status, String at) {
    return new Case(award, subject, status, Instant.parse(at));
  }

  /** A case to be put into the database. */
  final class Case {

    private final String id = UUID.randomUUID().toString();
    private final String award;
    private final String subject;
    private final String status;
    private final Instant at;
    private long unit = 5;
    private Long campaign;
    private boolean directWorker = true;
    private String gender = "FEMALE";
    private String earlier;
    private Instant closed;

    private Case(String award, String subject, String status, Instant at) {
      this.award = award;
      this.subject = subject;
      this.status = status;
      this.at = at;
    }

    Case unit(long id) {
      unit = id;
      return this;
    }

    Case campaign(Long id) {
      campaign = id;
      return this;
    }

    Case manager() {
      directWorker = false;
      return this;
    }

    Case man() {
      gender = "MALE";
      return this;
    }

    Case after(String id) {
      earlier = id;
      return this;
    }

    Case closed(String moment) {
      closed = Instant.parse(moment);
      return this;
    }

    String save() {
      var person = subject.equals("INDIVIDUAL");
      jdbc.sql(
              """
              insert into nomination (id, version, code, campaign_id, commendation_type, award_code,
                subject_kind, person_id, unit_id, nominator, nominee_name, nominee_position_class,
                nominee_gender, nominee_direct_worker, unit_name, title, achievements, status,
                revision, rule_set, created_at, submitted_at, updated_at, closed_at, earlier_id)
              values (?, 0, ?, ?, ?, ?, ?, ?, ?, 'qlkh', 'Nguyễn Văn Thử', ?, ?, ?, 'Đơn vị cũ',
                'Việc tốt', '', ?, 1, 'R2', ?, ?, ?, ?, ?)""")
          .params(
              id,
              id.substring(0, 20),
              campaign,
              campaign == null ? "UNPLANNED" : "MOVEMENT",
              award,
              subject,
              person ? 19 : null,
              unit,
              person ? directWorker ? "DIRECT_WORKER" : "OTHER_MANAGER" : null,
              person ? gender : null,
              person ? directWorker : null,
              status,
              utc(at),
              utc(at),
              utc(at),
              closed == null ? null : utc(closed),
              earlier)
          .update();
      return id;
    }
  }

  void decided(String id, String outcome, String reason, String at) {
    jdbc.sql(
            """
            insert into nomination_decision
              (nomination_id, step, outcome, reason, decided_by, decided_by_name, decided_at)
            values (?, 'office-review', ?, ?, 'chuyenvien', 'Phạm Thị Minh Thư', ?)""")
        .params(id, outcome, reason, utc(Instant.parse(at)))
        .update();
  }

  void logged(String id, String action, String at) {
    jdbc.sql(
            """
            insert into audit_entry (at, actor, actor_name, action, subject_id)
            values (?, 'system', 'Hệ thống', ?, ?)""")
        .params(utc(Instant.parse(at)), action, id)
        .update();
  }

  private static LocalDateTime utc(Instant moment) {
    return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
  }

  private static Campaign campaign(ResultSet row, int index) throws SQLException {
    return new Campaign(
        row.getLong("id"),
        row.getString("code"),
        row.getString("title"),
        "",
        "",
        row.getObject("plan_date", LocalDate.class),
        "",
        "",
        null,
        null,
        row.getObject("achievement_from", LocalDate.class),
        row.getObject("achievement_to", LocalDate.class),
        false,
        List.of(),
        CommendationType.MOVEMENT);
  }

  private static Account account(String username, String name, Role role) {
    var person =
        new Person(
            5,
            name,
            Gender.FEMALE,
            "Chuyên viên",
            PositionClass.DIRECT_WORKER,
            true,
            new Unit(2, "VP", "Văn phòng Sở", UnitKind.OFFICE));
    return new Account(username, name, username + "@tayninh.example", person, Set.of(role));
  }
}
