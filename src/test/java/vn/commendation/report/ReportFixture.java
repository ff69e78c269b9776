package vn.commendation.report;

import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
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
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Gender;
import vn.commendation.directory.Person;
import vn.commendation.directory.PositionClass;
import vn.commendation.directory.Role;
import vn.commendation.directory.Unit;
import vn.commendation.directory.UnitKind;
import vn.commendation.platform.LocalDatabase;

/** The reports over a database with nothing in it but what a test puts there. */
final class ReportFixture {

  static final String OFFICER = "chuyenvien";
  static final String DIRECTOR = "giamdoc";
  static final String HEAD = "qlkh";

  final JdbcClient jdbc;
  final Clock clock =
      Clock.fixed(Instant.parse("2025-02-10T03:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));
  final AuditTrail audit = mock(AuditTrail.class);
  final ReportPeriods periods;
  final Statistics statistics;
  final AwardClassifications classifications;

  private final DataSourceTransactionManager transactions;
  private final TransactionStatus transaction;

  ReportFixture() {
    var source = LocalDatabase.get();
    jdbc = JdbcClient.create(source);
    transactions = new DataSourceTransactionManager(source);
    transaction = transactions.getTransaction(new DefaultTransactionDefinition());
    for (var table :
        List.of(
            "nomination_decision",
            "nomination_version",
            "nomination_hold",
            "dossier_item",
            "report_classification",
            "award_given",
            "nomination")) {
      jdbc.sql("delete from " + table).update();
    }
    jdbc.sql("update campaign set status = 'DRAFT'").update();
    var directory = mock(Directory.class);
    given(directory.account(anyString()))
        .willAnswer(
            call ->
                switch (call.<String>getArgument(0)) {
                  case OFFICER -> account(OFFICER, "Phạm Thị Minh Thư", Role.OFFICE_OFFICER);
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
    var facts = new Facts(jdbc);
    var catalogue = new FormCatalogue(jdbc);
    statistics =
        new Statistics(
            catalogue,
            periods,
            facts,
            new Entries(jdbc, clock),
            new Issues(jdbc, json, clock),
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
