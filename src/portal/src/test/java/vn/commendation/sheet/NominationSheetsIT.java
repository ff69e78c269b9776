package vn.commendation.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static vn.commendation.platform.AtOnce.together;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.commendation.award.SubjectKind;
import vn.commendation.directory.Directory;
import vn.commendation.nomination.ManyNominations;
import vn.commendation.nomination.NominationForbidden;
import vn.commendation.nomination.NominationForm;
import vn.commendation.nomination.Nominations;
import vn.commendation.platform.LocalPlatformTest;
import vn.commendation.spreadsheet.SheetRefused;
import vn.commendation.work.WaitingWork;

/** From a file to many drafts, on the real database, in a unit of its own. */
@LocalPlatformTest
class NominationSheetsIT {

  private static final long UNIT = 900;
  private static final long HEAD = 90_000;
  private static final String USER = "donvilon";
  private static final long CAMPAIGN = 1;
  private static final int MOST = 5000;
  private static final String AWARD = "GK-SO";
  private static final String REPORT =
      "Chủ trì cải tiến quy trình tiếp nhận hồ sơ, rút ngắn 40% thời gian giải quyết công việc số ";

  @Autowired private NominationSheets sheets;
  @Autowired private SheetSteps steps;
  @Autowired private SheetStore store;
  @Autowired private SheetWork work;
  @Autowired private Directory directory;
  @Autowired private ManyNominations many;
  @Autowired private Nominations nominations;
  @Autowired private TransactionTemplate transaction;
  @Autowired private JdbcTemplate batches;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void aLargeUnit() {
    jdbc.sql(
            """
            insert ignore into unit (id, code, name, kind, valid_from)
            values (900, 'DVL', 'Đơn vị lớn', 'AFFILIATE', '2015-01-01')""")
        .update();
    people(0, 10);
    jdbc.sql(
            """
            insert ignore into account (username, person_id, display_name, password_hash, email)
            values ('donvilon', 90000, 'Người 0', '{noop}x', 'donvilon@tayninh.example')""")
        .update();
    jdbc.sql("update account set enabled = true where username = 'donvilon'").update();
    jdbc.sql("insert ignore into account_role values ('donvilon', 'UNIT_HEAD')").update();
  }

  @AfterEach
  void nothingIsLeft() {
    await()
        .until(
            () ->
                jdbc.sql(
                        """
                        select count(*) from nomination_sheet
                        where unit_id = 900 and status in ('CHECKING', 'IMPORTING', 'SENDING')""")
                    .query(Integer.class)
                    .single(),
            running -> running == 0);
    // what was sent belongs to the engine now
    var sent =
        jdbc.sql("select count(*) from nomination where unit_id = 900 and status <> 'DRAFT'")
            .query(Integer.class)
            .single();
    jdbc.sql(
            """
            delete from nomination_sheet_row
            where sheet_id in (select id from nomination_sheet where unit_id = 900)""")
        .update();
    jdbc.sql("delete from nomination_sheet where unit_id = 900").update();
    jdbc.sql(
            """
            delete c from evidence_content c join evidence_file f on f.id = c.file_id
              join nomination n on n.id = f.nomination_id
            where n.unit_id = 900 and n.status = 'DRAFT'""")
        .update();
    jdbc.sql(
            """
            delete f from evidence_file f join nomination n on n.id = f.nomination_id
            where n.unit_id = 900 and n.status = 'DRAFT'""")
        .update();
    jdbc.sql("delete from nomination where unit_id = 900 and status = 'DRAFT'").update();
    if (sent == 0) {
      jdbc.sql("delete from account_role where username = 'donvilon'").update();
      // an account is for good
      jdbc.sql("update account set enabled = false where username = 'donvilon'").update();
      jdbc.sql("delete from person where unit_id = 900 and id <> 90000").update();
    }
  }

  @Test
  void shouldImportTheGoodRowsOnceAndTellWhatIsWrongWithTheOthers() throws Exception {
    // given
    var file =
        sheet(
            row(1, "01/01/2022", "31/03/2022"),
            List.of("Cá nhân", "DVL-2", AWARD, "", "", "", "", ""),
            List.of("Cá nhân", "DVL-99999", AWARD, "Tóm tắt", REPORT, "1/1/2022", "31/02/2022", ""),
            row(1, "01/02/2022", "30/04/2022"),
            List.of("Cá nhân", "DVL-0", AWARD, "Tự đề nghị", REPORT, "1/1/2022", "1/2/2022", ""),
            List.of("Tập thể", "", "KHONG-CO", "Tập thể", REPORT, "1/1/2022", "1/2/2022", ""),
            List.of("Cá nhân", "DVL-3 – Ai đó", AWARD, "=1+1", REPORT, "1/1/2022", "1/2/2021", ""));

    // when
    var id = checked(file);

    // then
    var lines = lines(id);
    assertThat(lines).extracting(SheetLine::number).containsExactly(4, 5, 6, 7, 8, 3, 2);
    assertThat(lines)
        .extracting(line -> line.problems().stream().map(RowProblem::key).toList().toString())
        .containsExactly(
            "[sheet-problem.unknown-person, sheet-problem.not-a-date]",
            "[sheet-problem.in-file]",
            "[problem.nominee.self]",
            "[sheet-problem.unknown-award]",
            "[sheet-problem.other-name, problem.period.order]",
            "[problem.title.missing, problem.achievements.missing, problem.period.missing]",
            "[]");
    assertThat(lines.get(1).problems().getFirst().args()).containsExactly("2");
    assertThat(drafts()).as("nothing before it is confirmed").isZero();
    assertThat(work.waitingFor(directory.account(USER)))
        .extracting(WaitingWork::portalPath)
        .containsExactly("/nominations/sheets/" + id);

    // when it is confirmed, by two at once and again later
    together(() -> confirmed(id), () -> confirmed(id));
    ready(id);
    assertThatThrownBy(() -> sheets.confirm(id, USER))
        .isInstanceOf(SheetConflict.class)
        .hasMessage("nothing-to-do");

    // then
    assertThat(work.waitingFor(directory.account(USER))).isEmpty();
    assertThat(drafts()).isEqualTo(2);
    assertThat(sheets.find(id, USER).count(RowState.DRAFTED)).isEqualTo(2);
    var draft = RowReader.draftId(id, 2);
    assertThat(nominations.form(draft, USER))
        .satisfies(
            form -> {
              assertThat(form.personId()).isEqualTo(HEAD + 1);
              assertThat(form.awardCode()).isEqualTo(AWARD);
              assertThat(form.periodTo()).isEqualTo("2022-03-31");
            });

    // the same file again is the same sheet; the same rows in another file are found
    assertThat(sheets.upload(CAMPAIGN, "lan-hai.xlsx", file, USER)).isEqualTo(id);
    var mended = checked(sheet(row(1, "01/01/2022", "31/03/2022"), row(4, "1/1/2022", "1/2/2022")));
    assertThat(lines(mended).getFirst().problems())
        .extracting(RowProblem::key)
        .containsExactly("problem.drafted");
    confirmed(mended);
    ready(mended);
    assertThat(drafts()).isEqualTo(3);
  }

  @Test
  void shouldImportRowsOnceWhenTwoFilesWithThemAreConfirmedAtOnce() throws Exception {
    var one = checked(sheet(row(1, "1/1/2022", "1/2/2022"), row(2, "1/1/2022", "1/2/2022")));
    var other =
        checked(
            sheet(
                row(2, "1/1/2022", "1/2/2022"),
                row(1, "1/1/2022", "1/2/2022"),
                row(3, "1/1/2022", "1/2/2022")));

    together(() -> confirmed(one), () -> confirmed(other));
    ready(one);
    ready(other);

    assertThat(drafts()).isEqualTo(3);
    assertThat(
            sheets.find(one, USER).count(RowState.DRAFTED)
                + sheets.find(other, USER).count(RowState.DRAFTED))
        .isEqualTo(3);
  }

  @Test
  void shouldBeOneSheetWhenAFileIsUploadedTwiceAtOnce() throws Exception {
    var file = sheet(row(1, "1/1/2022", "1/2/2022"));

    var ids =
        together(
            () -> sheets.upload(CAMPAIGN, "a.xlsx", file, USER),
            () -> sheets.upload(CAMPAIGN, "b.xlsx", file, USER));

    assertThat(ids.getFirst()).isEqualTo(ids.getLast());
    ready((String) ids.getFirst());
    assertThat(sheets.list(USER)).hasSize(1);
  }

  @Test
  void shouldGoOnWhereAnImportStopped() throws Exception {
    // given a crash after the first row, before the step was done
    var id =
        checked(
            sheet(
                row(1, "1/1/2022", "1/2/2022"),
                row(2, "1/1/2022", "1/2/2022"),
                row(3, "1/1/2022", "1/2/2022")));
    transaction.executeWithoutResult(
        status -> {
          store.start(id, SheetStatus.IMPORTING, 3, true, USER);
          var first = store.after(id, List.of(RowState.GOOD), 0, 1).getFirst();
          var draft = RowReader.draftId(id, first.number());
          many.createDrafts(List.of(nominationOf(first, draft)), USER);
          store.save(
              id,
              List.of(
                  new SheetLine(
                      first.number(), first.cells(), RowState.DRAFTED, List.of(), draft)));
        });

    // when
    steps.importRows(id);
    steps.importRows(id);

    // then
    assertThat(drafts()).isEqualTo(3);
    assertThat(sheets.find(id, USER).count(RowState.DRAFTED)).isEqualTo(3);
    assertThat(sheets.find(id, USER).progress().status()).isEqualTo(SheetStatus.READY);
  }

  @Test
  void shouldSendTheCompleteDraftsAndSayWhatTheOthersLack() throws Exception {
    var id =
        checked(
            sheet(
                row(5, "1/1/2022", "1/2/2022"),
                row(6, "1/1/2022", "1/2/2022"),
                List.of("Cá nhân", "DVL-7", AWARD, "Còn thiếu báo cáo", "", "", "", "")));
    confirmed(id);
    ready(id);
    var complete = lines(id).stream().filter(line -> line.number() == 2).findFirst().orElseThrow();
    nominations.addEvidence(
        complete.nominationId(),
        USER,
        "Báo cáo.pdf",
        new ByteArrayInputStream(
            "%PDF-1.7\n1 0 obj<<>>endobj\n%%EOF".getBytes(StandardCharsets.US_ASCII)));

    sheets.send(id, true, USER);
    ready(id);

    assertThat(lines(id))
        .extracting(
            line ->
                line.number()
                    + " "
                    + line.state()
                    + " "
                    + line.problems().stream().map(RowProblem::key).toList())
        .containsExactly(
            "3 DRAFTED [problem.evidence.missing]",
            "4 DRAFTED [problem.achievements.missing, problem.period.missing,"
                + " problem.evidence.missing]",
            "2 SENT []");
    assertThat(nominations.details(complete.nominationId(), USER).summary().code()).isNotNull();

    // and without evidence, if that is wanted; twice is once
    sheets.send(id, false, USER);
    ready(id);
    assertThat(sheets.find(id, USER).count(RowState.SENT)).isEqualTo(2);

    // a case that was sent stands against the same row of another sheet
    var again = checked(sheet(row(5, "15/1/2022", "1/3/2022")));
    assertThat(lines(again).getFirst().problems())
        .extracting(RowProblem::key)
        .containsExactly("problem.duplicate");
  }

  @Test
  void shouldKeepASheetWithinItsUnitAndForgetItWhenAsked() throws Exception {
    var id = checked(sheet(row(1, "1/1/2022", "1/2/2022")));

    assertThatThrownBy(() -> sheets.find(id, "qlkh")).isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(() -> sheets.confirm(id, "qlkh")).isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(() -> sheets.find(id, "chuyenvien")).isInstanceOf(NominationForbidden.class);

    sheets.discard(id, USER);
    assertThat(sheets.list(USER)).isEmpty();
    assertThatThrownBy(() -> sheets.find(id, USER)).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void shouldKeepNothingOfAFileItCannotRead() {
    assertThatThrownBy(
            () -> sheets.upload(CAMPAIGN, "x.xlsx", "a;b".getBytes(StandardCharsets.UTF_8), USER))
        .isInstanceOf(SheetRefused.class);

    assertThat(sheets.list(USER)).isEmpty();
  }

  @Test
  void shouldTakeAsManyRowsAsItPromisesInReasonableTime() throws Exception {
    people(10, MOST + 1);
    var file =
        sheet(
            IntStream.rangeClosed(1, MOST)
                .mapToObj(person -> row(person, "01/01/2022", "31/12/2022"))
                .<List<String>>toArray(List[]::new));

    var start = Instant.now();
    var id = checked(file);
    var preview = Duration.between(start, Instant.now());
    assertThat(sheets.find(id, USER).count(RowState.GOOD)).isEqualTo(MOST);

    start = Instant.now();
    confirmed(id);
    ready(id);
    var imported = Duration.between(start, Instant.now());

    assertThat(drafts()).isEqualTo(MOST);
    LoggerFactory.getLogger(getClass())
        .info("{} rows: preview after {}, import {}", MOST, preview, imported);
    assertThat(preview).isLessThan(Duration.ofSeconds(60));
    assertThat(imported).isLessThan(Duration.ofMinutes(3));
  }

  private NominationForm nominationOf(SheetLine line, String id) {
    return new NominationForm(
        id,
        0,
        CAMPAIGN,
        SubjectKind.INDIVIDUAL,
        HEAD + line.number() - 1,
        AWARD,
        line.cell(SheetColumn.TITLE),
        line.cell(SheetColumn.ACHIEVEMENTS),
        LocalDate.of(2022, 1, 1),
        LocalDate.of(2022, 2, 1));
  }

  private String checked(byte[] file) {
    var id = sheets.upload(CAMPAIGN, "bang.xlsx", file, USER);
    ready(id);
    return id;
  }

  private String confirmed(String id) {
    sheets.confirm(id, USER);
    return id;
  }

  private void ready(String id) {
    await()
        .atMost(Duration.ofMinutes(4))
        .until(() -> sheets.progress(id).status(), status -> status == SheetStatus.READY);
  }

  private List<SheetLine> lines(String id) {
    return sheets.rows(id, null, USER, PageRequest.of(0, 50)).getContent();
  }

  private int drafts() {
    return jdbc.sql("select count(*) from nomination where unit_id = 900 and status = 'DRAFT'")
        .query(Integer.class)
        .single();
  }

  private void people(int from, int to) {
    var people = new ArrayList<Object[]>();
    for (var number = from; number < to; number++) {
      people.add(new Object[] {HEAD + number, "DVL-" + number, "Người " + number, UNIT});
    }
    batches.batchUpdate(
        """
        insert ignore into person (id, code, full_name, gender, position_name, position_class,
          direct_worker, unit_id, valid_from)
        values (?, ?, ?, 'FEMALE', 'Chuyên viên', 'DIRECT_WORKER', true, ?, '2015-01-01')""",
        people);
  }

  private static List<String> row(int person, String from, String to) {
    return List.of(
        "Cá nhân", "DVL-" + person, AWARD, "Sáng kiến số " + person, REPORT + person, from, to, "");
  }

  /** The template, filled in. */
  @SafeVarargs
  private byte[] sheet(List<String>... lines) throws IOException {
    try (var workbook =
            new XSSFWorkbook(new ByteArrayInputStream(sheets.template(CAMPAIGN, USER)));
        var content = new ByteArrayOutputStream()) {
      for (var line = 0; line < lines.length; line++) {
        var row = workbook.getSheetAt(0).createRow(line + 1);
        for (var cell = 0; cell < lines[line].size(); cell++) {
          row.createCell(cell).setCellValue(lines[line].get(cell));
        }
      }
      workbook.write(content);
      return content.toByteArray();
    }
  }
}
