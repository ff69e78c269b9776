package vn.commendation.duties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.DefaultMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import vn.commendation.award.RuleSet;
import vn.commendation.award.RuleSets;
import vn.commendation.award.Rules;
import vn.commendation.campaign.CampaignFlow;
import vn.commendation.campaign.GuidelineFlow;
import vn.commendation.campaign.ReportTexts;
import vn.commendation.directory.Directory;
import vn.commendation.dossier.BallotEntry;
import vn.commendation.dossier.BallotRow;
import vn.commendation.dossier.BoardFlow;
import vn.commendation.dossier.Choice;
import vn.commendation.dossier.CouncilFlow;
import vn.commendation.dossier.DisclosureFlow;
import vn.commendation.dossier.SignatureFlow;
import vn.commendation.dossier.TaskEntry;
import vn.commendation.engine.DecisionResult;
import vn.commendation.facts.RegisterImports;
import vn.commendation.facts.RegisterKind;
import vn.commendation.nomination.NominationFlow;
import vn.commendation.nomination.Step;
import vn.commendation.nomination.TaskDecision;
import vn.commendation.platform.LocalPlatformTest;
import vn.commendation.revocation.RevocationDecision;
import vn.commendation.revocation.RevocationFlow;
import vn.commendation.revocation.RevocationNumber;
import vn.commendation.sheet.NominationSheets;

/**
 * Every cell of {@code docs/separation-of-duties.md}, on the real services and the real database.
 * What a cell does is rolled back. What the real Tasklist makes of a refusal, the tests of the
 * processes show. It comes before them: a deadline of a process they leave behind would write
 * beside a cell.
 */
@LocalPlatformTest
@Order(1)
class SeparationOfDutiesIT {

  private static final Path PAGE = Path.of("docs", "separation-of-duties.md");
  private static final String STRANGER = "khach";
  private static final String OBJECTOR = "Trịnh Xuân Bách";
  private static final String CHIEF = "chanhvp-sod";
  private static final String DRAFT = "SOD-DRAFT";
  private static final byte[] PDF =
      "%PDF-1.7\n1 0 obj<<>>endobj\n%%EOF".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0};

  private static final Map<String, String> ACCOUNTS =
      Map.of(
          "Employee", "nhanvien1",
          "Unit head", "qlkh",
          "Office officer", "chuyenvien",
          "Chief of Office", CHIEF,
          "Secretary", "thuky",
          "Director", "giamdoc",
          "Deputy", "phogiamdoc",
          "Clerk", "vanthu",
          "Admin", "quantri",
          "Anonymous", STRANGER);

  /** What others write at any time, or a refusal may write. */
  private static final Set<String> NOT_THE_CASE =
      Set.of(
          "scheduled_tasks",
          "handled_job",
          "completed_task",
          "open_task",
          "evidence_content",
          "engine_incident",
          "engine_reading",
          "taken_flow");

  private static final Set<Integer> REFUSALS = Set.of(403, 404, 409, 422);
  private static final int MOST_RELATION_COLUMNS = 5;

  @Autowired private WebApplicationContext context;
  @Autowired private TransactionTemplate transaction;
  @Autowired private JdbcClient jdbc;
  @Autowired private Directory directory;
  @Autowired private NominationFlow nominations;
  @Autowired private CouncilFlow council;
  @Autowired private DisclosureFlow disclosure;
  @Autowired private SignatureFlow signature;
  @Autowired private BoardFlow board;
  @Autowired private CampaignFlow campaigns;
  @Autowired private GuidelineFlow guidelines;
  @Autowired private RevocationFlow revocations;
  @Autowired private Rules rules;
  @Autowired private RuleSets ruleSets;
  @Autowired private RegisterImports imports;
  @Autowired private NominationSheets sheets;
  @Autowired private Clock clock;
  @PersistenceContext private EntityManager entities;

  private MockMvc portal;
  private States states;
  private List<String> tables;

  /** Prepares the case and answers what this account asks the portal for. */
  @FunctionalInterface
  private interface Page {
    AbstractMockHttpServletRequestBuilder<?> by(String username);
  }

  /** Prepares the case and answers how the worker records the decision of an account. */
  @FunctionalInterface
  private interface Task {
    Function<String, DecisionResult> prepare();
  }

  private final Map<String, List<Page>> pages = new LinkedHashMap<>();
  private final Map<String, List<Task>> tasks = new LinkedHashMap<>();

  /** One line of a table of the page. */
  private record Row(String code, Map<String, String> cells) {

    boolean in(String side) {
      return cells.get("Where").contains(side);
    }
  }

  @BeforeEach
  void prepare() {
    portal =
        MockMvcBuilders.webAppContextSetup(context)
            .<DefaultMockMvcBuilder>apply(springSecurity())
            .build();
    await().until(this::settled);
    states = new States(jdbc, clock);
    tables =
        jdbc
            .sql(
                """
                select table_name from information_schema.tables
                where table_schema = database() and table_type = 'BASE TABLE'""")
            .query(String.class)
            .list()
            .stream()
            .filter(table -> !NOT_THE_CASE.contains(table))
            .toList();
    committed(
        () -> {
          states.nominee();
          jdbc.sql(
                  """
                  insert into account
                    (username, person_id, display_name, password_hash, email, enabled)
                  select ?, 9, 'Huỳnh Thị Ngọc Ánh', password_hash, ?, true
                  from account where username = 'chanhvp'
                  on duplicate key update enabled = true""")
              .params(CHIEF, CHIEF + "@tayninh.example")
              .update();
          return jdbc.sql("insert ignore into account_role values (?, 'OFFICE_CHIEF')")
              .param(CHIEF)
              .update();
        });
    describeNominations();
    describeBatches();
    describeCampaigns();
    describeRegisters();
    describeRevocations();
    describeReports();
    describePublicFace();
    describeOperations();
    describeBars();
  }

  /** Drafts and proposals have transactions of their own; other tests meet none of it. */
  @AfterEach
  void cleanUp() {
    committed(
        () -> {
          jdbc.sql("update revocation set open_award_id = null where explanation = ?")
              .param(States.TITLE)
              .update();
          jdbc.sql("update award_given set live = null where decision_number like 'SOD-%'")
              .update();
          jdbc.sql("update person set valid_to = valid_from where id = ?")
              .param(States.NOMINEE)
              .update();
          jdbc.sql("update account set enabled = false where username = ?").param(CHIEF).update();
          states.forgetEvidence();
          return jdbc.sql("delete from nomination where title = ?").param(States.TITLE).update();
        });
  }

  @TestFactory
  Stream<DynamicTest> shouldLetEveryRoleDoWhatThePageSaysAndNothingElse() {
    return rows(true)
        .flatMap(
            row ->
                ACCOUNTS.keySet().stream()
                    .sorted()
                    .flatMap(
                        role -> {
                          var may = row.cells().get(role).equals("yes");
                          var who = ACCOUNTS.get(role);
                          return Stream.concat(
                              row.in("portal")
                                  ? Stream.of(portalTest(row, role, who, may))
                                  : Stream.empty(),
                              row.in("Tasklist")
                                  ? Stream.of(taskTest(row, role, who, may))
                                  : Stream.empty());
                        }));
  }

  private DynamicTest portalTest(Row row, String role, String who, boolean may) {
    return dynamicTest(
        "%s, %s, portal: %s".formatted(row.code(), role, may ? "yes" : "no"),
        () -> {
          for (var page : pages.get(row.code())) {
            tryPage(page, who, may, row.code().equals("read-objector") ? OBJECTOR : "");
          }
          await().until(this::settled);
        });
  }

  /** A proposal that was taken has a process, which must not write beside the next cell. */
  private boolean settled() {
    return jdbc.sql(
                """
                select (select count(*) from revocation where status = 'PROPOSED')
                  + (select count(*) from engine_command where status = 'PENDING')
                  + (select count(*) from mail where status = 'WAITING')""")
            .query(Long.class)
            .single()
        == 0;
  }

  private DynamicTest taskTest(Row row, String role, String who, boolean may) {
    var reason =
        who.equals(STRANGER) ? "không có trong danh bạ" : "không có thẩm quyền thực hiện bước này";
    return dynamicTest(
        "%s, %s, Tasklist: %s".formatted(row.code(), role, may ? "yes" : "no"),
        () -> {
          for (var task : tasks.get(row.code())) {
            tryTask(task, who, may ? null : reason);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> shouldBarWhomARelationBars() {
    return rows(false)
        .map(
            row ->
                dynamicTest(
                    row.code(),
                    () -> {
                      if (row.in("portal")) {
                        tryPage(
                            pages.get(row.code()).getFirst(), barred.get(row.code()), false, "");
                      } else {
                        tryTask(
                            tasks.get(row.code()).getFirst(),
                            barred.get(row.code()),
                            row.cells().get("Refused because"));
                      }
                    }));
  }

  @Test
  void shouldTryWhatThePageNamesAndNothingElse() {
    var named = new TreeSet<String>();
    Stream.concat(rows(true), rows(false)).forEach(row -> named.add(row.code()));
    var tried = new TreeSet<>(pages.keySet());
    tried.addAll(tasks.keySet());
    assertThat(tried).isEqualTo(named);
    assertThat(barred.keySet())
        .containsExactlyInAnyOrderElementsOf(rows(false).map(Row::code).toList());
    rows(true)
        .forEach(
            row -> assertThat(row.cells().keySet()).as(row.code()).containsAll(ACCOUNTS.keySet()));
  }

  // -- the two sides
  // --------------------------------------------------------------------------------

  /**
   * @param secret what the page shows to whom it may, and hides from the others
   */
  private void tryPage(Page page, String who, boolean may, String secret) {
    transaction.executeWithoutResult(
        status -> {
          try {
            var request = page.by(who);
            entities.clear();
            var before = content();
            var response = perform(request, who);
            var reading =
                request.buildRequest(context.getServletContext()).getMethod().equals("GET");
            if (may) {
              assertThat(response.getStatus())
                  .as(request.buildRequest(context.getServletContext()).getRequestURI())
                  .isIn(200, 302);
              assertThat(text(response)).contains(secret);
              assertThat(String.valueOf(response.getRedirectedUrl())).doesNotContain("/login");
            } else if (response.getStatus() == 302) {
              assertThat(who).isEqualTo(STRANGER);
              assertThat(response.getRedirectedUrl()).endsWith("/login");
            } else if (secret.isEmpty()) {
              assertThat(response.getStatus()).isIn(REFUSALS);
            } else {
              assertThat(text(response)).doesNotContain(secret);
            }
            if (may && !reading) {
              entities.flush();
              assertThat(changed(before, content())).isNotEmpty();
            } else if (!status.isRollbackOnly()) {
              entities.flush();
              assertThat(changed(before, content())).isEmpty();
            }
          } finally {
            status.setRollbackOnly();
          }
        });
  }

  private void tryTask(Task task, String who, String denial) {
    transaction.executeWithoutResult(
        status -> {
          status.setRollbackOnly();
          var decide = task.prepare();
          entities.clear();
          var before = content();
          var audited = audited();
          var result = decide.apply(who);
          entities.flush();
          var changed = changed(before, content());
          if (denial == null) {
            assertThat(result.denial()).isNull();
            assertThat(changed).hasSizeGreaterThan(1).contains("audit_entry");
          } else {
            assertThat(result.outcome()).isNull();
            assertThat(result.denial()).contains(denial);
            assertThat(changed).containsExactly("audit_entry");
            assertThat(audited()).isEqualTo(audited + 1);
            assertThat(
                    jdbc.sql(
                            """
                            select concat(actor, ' ', action, ' ', reason) from audit_entry
                            order by id desc limit 1""")
                        .query(String.class)
                        .single())
                .startsWith(who + " ")
                .contains("decision-denied " + result.denial());
          }
        });
  }

  private MockHttpServletResponse perform(
      AbstractMockHttpServletRequestBuilder<?> request, String who) {
    try {
      request.with(csrf());
      if (!who.equals(STRANGER)) {
        request.with(user(directory.loadUserByUsername(who)));
      }
      return portal.perform(request).andReturn().getResponse();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static String text(MockHttpServletResponse response) {
    try {
      return response.getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Everything there is, by table: a sum over its rows, as this transaction sees them. */
  private Map<String, Long> content() {
    var content = new TreeMap<String, Long>();
    jdbc.sql("checksum table " + String.join(", ", tables))
        .query(
            row -> {
              content.put(row.getString("Table"), row.getLong("Checksum"));
            });
    return content;
  }

  private static Set<String> changed(Map<String, Long> before, Map<String, Long> after) {
    var changed = new TreeSet<String>();
    after.forEach(
        (table, sum) -> {
          if (!sum.equals(before.get(table))) {
            changed.add(table.substring(table.indexOf('.') + 1));
          }
        });
    return changed;
  }

  private long audited() {
    return jdbc.sql("select count(*) from audit_entry").query(Long.class).single();
  }

  private <T> T committed(Supplier<T> work) {
    var own = new TransactionTemplate(transaction.getTransactionManager());
    own.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
    return own.execute(status -> work.get());
  }

  // -- what the cells do
  // ----------------------------------------------------------------------------

  private final Map<String, String> barred = new LinkedHashMap<>();

  private void page(String code, Page... way) {
    pages.put(code, List.of(way));
  }

  private void task(String code, Task... way) {
    tasks.put(code, List.of(way));
  }

  private void describeNominations() {
    page("draft", who -> fields(post("/nominations/" + UUID.randomUUID()), 0));
    page(
        "sheet",
        who -> get("/nominations/sheets"),
        who -> get("/nominations/sheets/template"),
        who ->
            multipart("/nominations/sheets")
                .file(new MockMultipartFile("file", "bang.xlsx", null, nominationSheet())),
        who -> post("/nominations/sheets/" + states.sheet(5, "qlkh") + "/confirm"));
    page(
        "edit-draft",
        who -> {
          var id = committed(() -> states.nomination("DRAFT"));
          return fields(post("/nominations/" + id), 0).param("lateReason", who);
        });
    page(
        "evidence",
        who -> {
          var id = committed(() -> states.nomination("DRAFT"));
          var file = new MockMultipartFile("files", "Báo cáo.pdf", null, PDF);
          return fields(multipart("/nominations/" + id + "/files").file(file), 0);
        },
        who -> {
          var id = committed(() -> states.nomination("DRAFT"));
          var file = committed(() -> states.evidence(id));
          return fields(post("/nominations/%s/files/%d/delete".formatted(id, file)), 0);
        });
    page(
        "read-case",
        who -> get("/nominations/" + states.nomination("OFFICE_REVIEW")),
        who -> get("/nominations/" + states.nomination("OFFICE_REVIEW") + "/versions"));
    page("compare", who -> get("/nominations/" + states.nomination("OFFICE_REVIEW") + "/similar"));
    page("read-draft", who -> get("/nominations/" + states.nomination("DRAFT")));
    page("submit", who -> submit(states.nomination("DRAFT")));
    page("supplement", who -> submit(states.nomination("SUPPLEMENT")));
    task("supplement", () -> nomination(Step.SUPPLEMENT, states.nomination("SUPPLEMENT"), null));
    page(
        "withdraw",
        who ->
            post("/nominations/" + states.nomination("OFFICE_REVIEW") + "/withdraw")
                .param("reason", "Đề nghị nhầm"));
    page("renew", who -> post("/nominations/" + states.nomination("REJECTED") + "/renew"));
    task("consent", () -> nomination(Step.CONSENT, states.nomination("CONSENT"), "agree"));
    task(
        "review",
        Stream.concat(
                Stream.of("accept", "return", "reject", "hold", "change-form")
                    .map(
                        decision ->
                            (Task) () -> review(states.nomination("OFFICE_REVIEW"), decision)),
                Stream.of(
                    () -> review(states.lateNomination(), "roll-over"),
                    () -> review(states.nominationInTransition(), "choose-rules")))
            .toArray(Task[]::new));
    page("lift-hold", who -> lift(states.nomination("HOLD")));
  }

  private void describeBatches() {
    page("open-batch", who -> open(states.nomination("ACCEPTED")));
    page(
        "council-seat",
        who ->
            post("/dossiers/council")
                .param("person", "12")
                .param("role", "MEMBER")
                .param("from", states.today().toString()));
    page(
        "conflict",
        who -> {
          var person =
              directory
                  .activeAccount(who)
                  .filter(account -> !who.equals("thuky"))
                  .map(account -> account.person().id())
                  .orElse(34L);
          // the unit head nominated, which is a conflict already: somebody else's nominee then
          return conflict(states.dossier("BALLOT", States.NOMINEE), person, who);
        });
    task("ballot", () -> ballot(states.dossier("BALLOT", States.NOMINEE)));
    task("quota", () -> quota(states.dossier("QUOTA_SELECTION", States.NOMINEE)));
    page(
        "object",
        who -> {
          var id = states.dossier("DISCLOSURE", States.NOMINEE);
          return post("/disclosures/" + id + "/objections")
              .param("nominationId", states.onlyItem(id))
              .param("text", "Thành tích nêu trong danh sách là của cả phòng, không của một người.")
              .param("contact", "0900 000 000");
        });
    page(
        "read-disclosure",
        who -> get("/disclosures/" + states.dossier("DISCLOSURE", States.NOMINEE)));
    page(
        "object-outsider",
        who -> {
          var id = states.dossier("DISCLOSURE", States.NOMINEE);
          return post("/disclosures/" + id + "/object")
              .param("nominationId", states.onlyItem(id))
              .param("name", "Ngô Thị Bưởi")
              .param("email", UUID.randomUUID() + "@dan.example")
              .param("text", "Thành tích nêu trong danh sách là của cả phòng, không của một người.")
              .param("consent", "true");
        },
        who ->
            post(
                "/disclosures/confirm/"
                    + states.pendingObjection(states.dossier("DISCLOSURE", States.NOMINEE))));
    page(
        "letter",
        who -> {
          var id = states.dossier("DISCLOSURE", States.NOMINEE);
          return post("/disclosures/" + id + "/objections/letter")
              .param("nominationId", states.onlyItem(id))
              .param("name", "Ngô Thị Bưởi")
              .param("contact", "Ấp 3, xã Tân Bình")
              .param("text", "Thành tích nêu trong danh sách là của cả phòng, không của một người.")
              .param("receivedOn", LocalDate.now(clock).toString());
        });
    page("read-objector", who -> get("/disclosures/" + withObjection() + "/objections"));
    task(
        "resolve-objection",
        () -> objection(states.dossier("DISCLOSURE", States.NOMINEE), "nhanvien2"));
    task(
        "sign-in-house",
        () -> sign(states.dossier("SIGNATURE", States.NOMINEE), "sign", "sign"),
        () -> sign(states.dossier("SIGNATURE", States.NOMINEE), "sign", "refuse"),
        () -> sign(states.dossier("SIGNATURE", States.NOMINEE), "return", null));
    task(
        "sign-higher",
        () -> sign(states.dossier("SIGNATURE", "PROVINCE", States.NOMINEE), "sign", "sign"));
    task(
        "revise-batch",
        () -> revise(states.dossier("REVISION", States.NOMINEE), "resubmit"),
        () -> revise(states.dossier("REVISION", States.NOMINEE), "dissolve"));
    task("number", () -> number(states.dossier("NUMBER", States.NOMINEE)));
    task(
        "board-result",
        () -> board(states.dossier("BOARD", "PROVINCE", States.NOMINEE), "receipt"),
        () -> board(states.dossier("BOARD", "PROVINCE", States.NOMINEE), "supplement"),
        () -> board(states.dossier("BOARD", "PROVINCE", States.NOMINEE), "result"));
    task(
        "board-answer",
        () -> answer(states.dossier("BOARD_SUPPLEMENT", "PROVINCE", States.NOMINEE)));
  }

  private void describeCampaigns() {
    page(
        "plan",
        who -> plan(post("/campaigns"), "SOD-NEW"),
        who -> plan(post("/campaigns/" + states.campaign("DRAFT")), "SOD-EDIT"));
    page(
        "launch",
        who -> campaign(states.campaign("DRAFT"), "launch"),
        who -> campaign(states.campaignWithoutProcess(), "start"),
        who -> campaign(states.campaign("OPEN"), "window"),
        who -> campaign(states.campaign("OPEN"), "close"),
        who -> campaign(states.campaign("OPEN"), "cancel"));
    task(
        "guideline-draft",
        () -> {
          var id = states.campaign("GUIDELINE_DRAFT");
          return who -> guidelines.recordDraft(id, who, "Hướng dẫn khen thưởng");
        });
    task(
        "guideline-approve",
        () -> approve(states.guideline("chuyenvien"), "approve"),
        () -> approve(states.guideline("chuyenvien"), "return"));
    page(
        "guideline-revise",
        who -> campaign(states.campaign("OPEN"), "guideline/revise"),
        who -> campaign(states.revision("DRAFT", "chuyenvien"), "guideline/drop"));
    task(
        "revision-draft",
        () -> {
          var id = states.revision("DRAFT", "chuyenvien");
          return who -> guidelines.recordRevisionDraft(id, who, "Hướng dẫn sửa đổi");
        });
    task(
        "revision-approve",
        () -> approveRevision(states.revision("APPROVAL", "chuyenvien"), "approve"),
        () -> approveRevision(states.revision("APPROVAL", "chuyenvien"), "return"));
    task(
        "result-report",
        () -> {
          var id = states.campaign("REPORT");
          return who -> campaigns.recordResultReport(id, who, new ReportTexts("Kết quả", "", ""));
        });
    page(
        "study-document",
        who ->
            post("/campaigns/" + states.campaign("OPEN") + "/documents")
                .param("title", States.TITLE)
                .param("issuer", "Sở"),
        who -> {
          var id = states.campaign("OPEN");
          return multipart(document(id, states.document(id), "replace"))
              .file(
                  new MockMultipartFile(
                      "file", "tai-lieu.pdf", null, "%PDF-1.7".getBytes(StandardCharsets.UTF_8)))
              .param("version", "1");
        },
        who -> {
          var id = states.campaign("OPEN");
          return post(document(id, states.document(id), "remove"));
        });
    page(
        "study-file",
        who -> {
          var id = states.campaign("OPEN");
          return get(document(id, states.studyFile(id), "versions/1"));
        });
    page(
        "study",
        who -> {
          var id = states.campaign("OPEN");
          return post(document(id, states.document(id), "acknowledge")).param("version", "1");
        });
    page(
        "inspect",
        who ->
            post("/campaigns/" + states.campaign("OPEN") + "/inspections")
                .param("unitId", "5")
                .param("inspectedOn", states.today().toString())
                .param("inspectors", "Tổ kiểm tra")
                .param("findings", "Chưa có đăng ký việc làm theo Bác")
                .param("answerDueOn", states.today().plusDays(9).toString()),
        who -> inspection(5, "close"));
    page("draw-up", who -> post(paper(states.campaign("OPEN"), "/draw-up")));
    page(
        "read-document",
        who -> get(paper(states.plan(), "")),
        who -> get(paper(states.plan(), "/versions/1/pdf")),
        who -> get(paper(states.plan(), "/versions/1/docx")));
    page(
        "attach-signed",
        who ->
            multipart(paper(states.plan(), "/versions/1/signed"))
                .file(new MockMultipartFile("file", "ban-ky.png", null, PNG)));
    page("inspection-answer", who -> inspection(5, "answer"));
  }

  private void describeOperations() {
    page("dashboard", who -> get("/dashboard"));
    page("read-technical", who -> get("/operations"));
    page(
        "bulk-accept",
        who -> get("/bulk-acceptances"),
        who ->
            post("/bulk-acceptances/" + UUID.randomUUID())
                .param("case", states.nomination("OFFICE_REVIEW")));
    page(
        "saved-filter",
        who ->
            post("/filters")
                .param("list", "NOMINATIONS")
                .param("name", States.TITLE)
                .param("query", "overdue=true"));
    page("retry-command", who -> post("/operations/%s/retry".formatted(states.blockedCommand())));
    page("read-migrations", who -> get("/operations/migrations"));
    page(
        "migrate",
        who -> post("/operations/migrations").param("process", "nomination"),
        who -> post("/operations/migrations/%s/move".formatted(states.migration("CHECKED"))));
    page("read-reconciliation", who -> get("/operations/reconciliation"));
    page("compare-engine", who -> post("/operations/reconciliation"));
    page(
        "rebuild-engine",
        who -> post("/operations/reconciliation/%s/rebuild".formatted(states.reconciliation())));
    page("read-undelivered", who -> get("/operations/mails"));
    page("send-mail-again", who -> post("/operations/mails/" + states.blockedMail() + "/send"));
    page(
        "notices",
        who -> get("/notifications"),
        who -> get("/notifications/settings"),
        who -> post("/notifications/settings").param("CASE", "OFF").param("digestHour", "9"),
        who -> post("/notifications/" + states.notice(who) + "/read"));
  }

  private void describeRegisters() {
    page(
        "read-rules",
        who -> get("/awards"),
        who -> get("/awards/GK-SO"),
        who -> get("/awards/rule-sets"),
        who -> get("/awards/rule-sets/R4"),
        who -> get("/awards/calendar"));
    page(
        "rules",
        who ->
            post("/awards/rule-sets/R4/copy")
                .param("newCode", "SOD")
                .param("name", States.TITLE)
                .param("regime", "R4")
                .param("legalBasis", "Dữ liệu thử"),
        who ->
            draft("/rules")
                .param("id", "0")
                .param("award", "GK-SO")
                .param("subject", "INDIVIDUAL")
                .param("types", "FOREIGN")
                .param("authority", "DIRECTOR")
                .param("level", "Cơ sở")
                .param("procedure", "ORDINARY")
                .param("legalBasis", "Dữ liệu thử")
                .param("certainty", "UNVERIFIED"),
        who -> {
          draft("");
          return draft("/rules/" + rules.of(DRAFT).getFirst().id() + "/remove")
              .param("reason", States.TITLE);
        },
        who ->
            draft("/transition")
                .param("receivedBefore", "2026-10-01")
                .param("legalBasis", "Dữ liệu thử")
                .param("certainty", "UNVERIFIED")
                .param("note", ""));
    page(
        "rules-publish",
        who -> draft("/publish").param("firstDay", last().validFrom().plusYears(30).toString()));
    page(
        "rules-discard",
        who -> draft("/discard").param("reason", States.TITLE).param("confirmation", DRAFT));
    page(
        "calendar",
        who ->
            post("/awards/calendar")
                .param("day", "2027-03-03")
                .param("kind", "HOLIDAY")
                .param("name", "Nghỉ bù")
                .param("legalBasis", "Dữ liệu thử"),
        who -> {
          states.holiday(LocalDate.of(2027, 3, 4));
          return post("/awards/calendar/remove")
              .param("day", "2027-03-04")
              .param("reason", States.TITLE);
        });
    page(
        "registers",
        who ->
            post("/registers/awards")
                .param("subject", "P16")
                .param("awardCode", "GK-SO")
                .param("year", "2019")
                .param("decisionNumber", "SOD/QĐ")
                .param("decidedOn", "2020-01-05")
                .param("decidedBy", "Giám đốc Sở"),
        who ->
            post("/registers/initiatives")
                .param("number", "SOD")
                .param("title", States.TITLE)
                .param("level", "BASE")
                .param("recognisedOn", "2020-01-05")
                .param("effectScope", "Sở")
                .param("authors", "P16")
                .param("shares", "100"),
        who ->
            post("/registers/ratings")
                .param("subject", "P16")
                .param("year", "2017")
                .param("rating", "GOOD")
                .param("decision", "SOD/QĐ"),
        who ->
            post("/registers/discipline")
                .param("subject", "P16")
                .param("pendingFrom", "2020-01-05")
                .param("note", States.TITLE),
        who ->
            post("/registers/concerns")
                .param("subject", "P16")
                .param("kind", "COMPLAINT")
                .param("violationSigns", "false")
                .param("openedOn", "2020-01-05")
                .param("note", States.TITLE));
    page(
        "registers-correct",
        who -> cancel("awards", states.award(States.NOMINEE)),
        who -> cancel("initiatives", states.initiative()),
        who -> cancel("ratings", states.rating()),
        who -> cancel("discipline", states.discipline()),
        who -> cancel("concerns", states.concern()));
    page(
        "registers-conclude",
        who ->
            post("/registers/discipline/%d/conclude".formatted(states.discipline()))
                .param("on", states.today().toString())
                .param("reason", "Không đủ căn cứ"),
        who ->
            post("/registers/concerns/%d/close".formatted(states.concern()))
                .param("on", states.today().toString())
                .param("reason", "Đã giải quyết"));
    page(
        "import",
        who -> get("/registers/import/template/RATINGS"),
        who ->
            multipart("/registers/import")
                .file(new MockMultipartFile("file", "so.xlsx", null, ratings()))
                .param("kind", "RATINGS"),
        who -> post("/registers/import/" + states.upload(ratings(), who) + "/confirm"));
    page(
        "templates",
        who -> get("/registers/templates"),
        who -> get("/registers/templates/PLAN"),
        who -> get("/registers/templates/PLAN/versions/0"),
        who -> post("/registers/templates/PLAN/restore").param("version", "0"));
    page(
        "read-registers",
        who -> get("/registers/awards"),
        who -> get("/registers/discipline"),
        who -> get("/registers/signing"));
    page("relatives-correct", who -> withdrawRelative(states.declaration(15, 16)));
    page("signing", who -> assign(3));
  }

  private void describeReports() {
    page(
        "read-reports",
        who -> get("/reports"),
        who -> get("/reports/forms/0603").param("year", "2026"),
        who ->
            get("/reports/forms/0603/cases")
                .param("year", "2026")
                .param("row", "01")
                .param("column", "1"),
        who -> get("/reports/forms/0603/xlsx").param("year", "2026"),
        who -> get("/reports/results"),
        who -> get("/reports/results/cases").param("by", "all"),
        who -> get("/reports/results/xlsx"),
        who -> get("/reports/results/" + states.resultReport()));
    page(
        "report-figures",
        who ->
            post("/reports/forms/0604/entries")
                .param("year", "2026")
                .param("request", UUID.randomUUID().toString())
                .param("column", "1")
                .param("rows", "05")
                .param("amount", "1")
                .param("source", "Dữ liệu thử"),
        who ->
            post("/reports/forms/0604/entries/" + states.reportEntry() + "/cancel")
                .param("year", "2026")
                .param("reason", "Dữ liệu thử"),
        who ->
            post("/reports/forms/0603/unclassified/" + states.award(States.NOMINEE))
                .param("year", "2026")
                .param("positionClass", "DIRECT_WORKER")
                .param("type", "MERIT")
                .param("source", "Dữ liệu thử"),
        who ->
            post("/reports/period")
                .param("year", "2026")
                .param("from", "2026-01-01")
                .param("to", "2026-12-31")
                .param("dueOn", "2026-12-15")
                .param("reason", "Dữ liệu thử"));
    page(
        "report-issue",
        who -> post("/reports/forms/0604/issue").param("year", "2026").param("after", "0"),
        who ->
            post("/reports/results/issue")
                .param("from", "2021-01-01")
                .param("to", "2021-12-31")
                .param("after", "0")
                .param("assessment", "Dữ liệu thử")
                .param("examples", "Dữ liệu thử"));
    page(
        "report-number",
        who ->
            post("/reports/results/" + states.resultReport() + "/number")
                .param("day", states.today().toString()));
  }

  private void describeRevocations() {
    page("revoke-propose", who -> propose(committed(() -> states.award(States.NOMINEE))));
    task(
        "revoke-decide",
        () -> revocation(states.revocation("DECISION", States.NOMINEE, "chuyenvien"), "revoke"),
        () -> revocation(states.revocation("DECISION", States.NOMINEE, "chuyenvien"), "dismiss"));
    task("revoke-number", () -> revoked(states.revocation("NUMBER", States.NOMINEE, "chuyenvien")));
    page(
        "revoke-board",
        who -> boardAnswer(states.revocation("BOARD", States.NOMINEE, "chuyenvien")));
    page(
        "revoke-recheck",
        who -> {
          var id = states.revocation("REVOKED", States.NOMINEE, "chuyenvien");
          return post("/revocations/%s/rechecks/%d".formatted(id, states.recheck(id)))
              .param("note", "Vẫn đủ điều kiện");
        });
    page(
        "revoke-recover",
        who ->
            post("/revocations/"
                    + states.revocation("REVOKED", States.NOMINEE, "chuyenvien")
                    + "/recoveries")
                .param("recoveryId", UUID.randomUUID().toString())
                .param("note", "Đã nộp lại tiền thưởng"));
  }

  private void describePublicFace() {
    page(
        "read-public",
        who -> get("/"),
        who -> get("/roll"),
        who -> get("/figures"),
        who -> get("/feed.atom"),
        who -> get("/decisions"),
        who -> get("/decisions/" + states.decision(states.rollEntry(States.NOMINEE))));
    page(
        "withhold",
        who -> withReason(post("/roll/" + states.rollEntry(States.NOMINEE) + "/withhold")),
        who -> withReason(post("/roll/withheld/" + states.withholding() + "/lift")));
    page(
        "read-story",
        who -> get("/stories"),
        who -> get("/stories/" + states.story("PUBLISHED", "chuyenvien", null)));
    page(
        "read-story-draft",
        who -> get("/stories/manage"),
        who -> get("/stories/manage/" + states.story("DRAFT", "chuyenvien", null)));
    page(
        "story-write",
        who -> story(UUID.randomUUID().toString(), 0),
        who -> story(states.story("DRAFT", "nhanvien2", null), 1));
    page("story-publish", who -> publish(states.story("DRAFT", "nhanvien2", null)));
    page(
        "story-withdraw",
        who ->
            withReason(
                post(
                    "/stories/manage/"
                        + states.story("PUBLISHED", "nhanvien2", null)
                        + "/withdraw")));
    page("read-withheld", who -> get("/roll/withheld"));
  }

  private static MockHttpServletRequestBuilder story(String id, int version) {
    return post("/stories/manage")
        .param("id", id)
        .param("version", Integer.toString(version))
        .param("title", States.TITLE)
        .param("lead", "Tóm tắt")
        .param("body", "Nội dung");
  }

  private static MockHttpServletRequestBuilder publish(String story) {
    return post("/stories/manage/" + story + "/publish").param("version", "1");
  }

  private static MockHttpServletRequestBuilder withReason(MockHttpServletRequestBuilder request) {
    return request.param("reason", States.TITLE);
  }

  private void describeBars() {
    barPage("story-publish-own", CHIEF, () -> publish(states.story("DRAFT", CHIEF, null)));
    barPage(
        "story-publish-about-self",
        "giamdoc",
        () -> publish(states.story("DRAFT", "chuyenvien", states.rollEntry(1))));
    barPage("submit-self", "qlkh", () -> submit(states.nomination("DRAFT", 17, "qlkh")));
    barPage(
        "sheet-other-unit",
        "ttud",
        () -> post("/nominations/sheets/" + states.sheet(5, "qlkh") + "/confirm"));
    barPage("submit-other-unit", "ttud", () -> submit(states.nomination("DRAFT")));
    bar(
        "supplement-own",
        "qlkh",
        () -> nomination(Step.SUPPLEMENT, states.nomination("SUPPLEMENT", 17, "qlkh"), null));
    bar(
        "supplement-other-unit",
        "ttud",
        () -> nomination(Step.SUPPLEMENT, states.nomination("SUPPLEMENT"), null));
    bar(
        "consent-own",
        "qlkh",
        () -> nomination(Step.CONSENT, states.nomination("CONSENT", 17, "qlkh"), "agree"));
    bar(
        "consent-other-unit",
        "ttud",
        () -> nomination(Step.CONSENT, states.nomination("CONSENT"), "agree"));
    bar(
        "review-own",
        "chuyenvien",
        () -> review(states.nomination("OFFICE_REVIEW", 5, "chanhvp"), "accept"));
    bar(
        "review-own-nomination",
        "chuyenvien",
        () -> review(states.nomination("OFFICE_REVIEW", 9, "chuyenvien"), "accept"));
    bar(
        "review-own-unit",
        "chanhvp",
        () -> review(states.nomination("OFFICE_REVIEW", 9, "chuyenvien"), "accept"));
    barPage("notice-other", "chuyenvien", () -> get("/notifications/" + states.notice("chanhvp")));
    barPage("lift-own", "chuyenvien", () -> lift(states.nomination("HOLD", 5, "chanhvp")));
    barPage("lift-own-unit", "chanhvp", () -> lift(states.nomination("HOLD", 9, "chuyenvien")));
    barPage("open-own", "chuyenvien", () -> open(states.nomination("ACCEPTED", 5, "chanhvp")));
    barPage(
        "conflict-other",
        "phogiamdoc",
        () -> conflict(states.dossier("BALLOT", States.NOMINEE), 34, "phogiamdoc"));
    bar("ballot-on-list", "thuky", () -> ballot(states.dossier("BALLOT", States.NOMINEE, 7)));
    bar(
        "ballot-relative",
        "thuky",
        () -> {
          states.related(7, States.NOMINEE);
          return ballot(states.dossier("BALLOT", States.NOMINEE));
        });
    bar(
        "quota-on-list",
        "thuky",
        () -> quota(states.dossier("QUOTA_SELECTION", States.NOMINEE, 7)));
    barSignature("sign-director-on-list", "giamdoc", "DIRECTOR", () -> {}, 1);
    barSignature("sign-deputy-on-list", "phogiamdoc", "DIRECTOR", () -> {}, States.NOMINEE, 2);
    barSignature(
        "sign-deputy-relative",
        "phogiamdoc",
        "DIRECTOR",
        () -> states.related(States.NOMINEE, 2),
        States.NOMINEE);
    barSignature(
        "sign-deputy-unassigned",
        "phogiamdoc",
        "DIRECTOR",
        () -> states.withoutAssignment(2),
        States.NOMINEE);
    barSignature(
        "sign-deputy-ended",
        "phogiamdoc",
        "DIRECTOR",
        () -> states.assignmentEnded(2),
        States.NOMINEE);
    barSignature("sign-by-order", "chanhvp", "DIRECTOR", () -> {}, States.NOMINEE);
    barSignature(
        "sign-by-authority", "chanhvp", "DIRECTOR", () -> states.authorised(4), States.NOMINEE);
    barSignature(
        "sign-higher-unassigned",
        "phogiamdoc",
        "PROVINCE",
        () -> states.withoutAssignment(2),
        States.NOMINEE);
    bar("revise-on-list", "chuyenvien", () -> revise(states.dossier("REVISION", 5), "dissolve"));
    bar("number-on-list", "vanthu", () -> number(states.dossier("NUMBER", 6)));
    bar(
        "board-on-list",
        "chuyenvien",
        () -> board(states.dossier("BOARD", "PROVINCE", 5), "receipt"));
    bar(
        "answer-on-list",
        "chuyenvien",
        () -> answer(states.dossier("BOARD_SUPPLEMENT", "PROVINCE", 5)));
    bar(
        "objection-about-self",
        "chuyenvien",
        () -> objection(states.dossier("DISCLOSURE", 5), "nhanvien2"));
    bar(
        "objection-own",
        "chuyenvien",
        () -> objection(states.dossier("DISCLOSURE", States.NOMINEE), "chuyenvien"));
    bar("guideline-own", "giamdoc", () -> approve(states.guideline("giamdoc"), "approve"));
    bar(
        "revision-own",
        "giamdoc",
        () -> approveRevision(states.revision("APPROVAL", "giamdoc"), "approve"));
    barPage("inspect-own-unit", "chanhvp", () -> inspection(2, "close"));
    barPage("answer-other-unit", "ttud", () -> inspection(5, "answer"));
    barPage("relative-self", "chuyenvien", () -> withdrawRelative(states.declaration(15, 5)));
    barPage("signing-self", CHIEF, () -> assign(9));
    barPage("revoke-own", "chuyenvien", () -> propose(committed(() -> states.award(5))));
    barPage(
        "revoke-board-own",
        "chuyenvien",
        () -> boardAnswer(states.revocation("BOARD", 5, "chanhvp")));
    bar(
        "decide-own-award",
        "giamdoc",
        () -> revocation(states.revocation("DECISION", 1, "chuyenvien"), "dismiss"));
    bar(
        "decide-relative",
        "phogiamdoc",
        () -> {
          states.related(2, States.NOMINEE);
          return revocation(states.revocation("DECISION", States.NOMINEE, "chuyenvien"), "dismiss");
        });
    bar(
        "decide-own-proposal",
        "giamdoc",
        () -> revocation(states.revocation("DECISION", States.NOMINEE, "giamdoc"), "revoke"));
    bar(
        "decide-unassigned",
        "phogiamdoc",
        () -> {
          states.withoutAssignment(2);
          return revocation(states.revocation("DECISION", States.NOMINEE, "chuyenvien"), "revoke");
        });
    bar("revoke-number-own", "vanthu", () -> revoked(states.revocation("NUMBER", 6, "chuyenvien")));
  }

  private void bar(String code, String who, Task task) {
    barred.put(code, who);
    task(code, task);
  }

  private void barPage(String code, String who, Supplier<MockHttpServletRequestBuilder> request) {
    barred.put(code, who);
    page(code, anybody -> request.get());
  }

  private void barSignature(
      String code, String who, String authority, Runnable relation, long... people) {
    bar(
        code,
        who,
        () -> {
          relation.run();
          return sign(states.dossier("SIGNATURE", authority, people), "sign", "sign");
        });
  }

  // -- requests
  // -------------------------------------------------------------------------------------

  private static MockHttpServletRequestBuilder fields(
      MockHttpServletRequestBuilder request, int version) {
    return request
        .param("version", String.valueOf(version))
        .param("unplanned", "true")
        .param("subjectKind", "INDIVIDUAL")
        .param("title", States.TITLE);
  }

  private static MockHttpServletRequestBuilder submit(String id) {
    return post("/nominations/" + id + "/submit").param("version", "0");
  }

  /** A request about a draft with the rows of the last published set. */
  private MockHttpServletRequestBuilder draft(String action) {
    if (rules.findSet(DRAFT).isEmpty()) {
      ruleSets.copy(
          last().code(),
          new RuleSet(DRAFT, "R9", States.TITLE, null, null, "Dữ liệu thử", false, null),
          "quantri");
      entities.flush();
    }
    return post("/awards/rule-sets/" + DRAFT + action)
        .param("version", String.valueOf(ruleSets.version(DRAFT)));
  }

  private RuleSet last() {
    return rules.sets().stream().filter(RuleSet::published).toList().getLast();
  }

  private static MockHttpServletRequestBuilder lift(String id) {
    return post("/nominations/" + id + "/lift").param("reason", "Đã có kết luận");
  }

  private static MockHttpServletRequestBuilder open(String nomination) {
    return post("/dossiers")
        .param("authority", "DIRECTOR")
        .param("title", States.TITLE)
        .param("nominations", nomination);
  }

  /** The nominee was nominated by somebody without a seat, so that nothing is known already. */
  private MockHttpServletRequestBuilder conflict(String id, long member, String who) {
    jdbc.sql("update dossier_item set nominator_person_id = 16 where dossier_id = ?")
        .param(id)
        .update();
    return post("/dossiers/" + id + "/conflicts")
        .param("member", String.valueOf(member))
        .param("nomination", states.onlyItem(id))
        .param("reason", "Cùng tham gia đề tài, " + who);
  }

  private MockHttpServletRequestBuilder plan(MockHttpServletRequestBuilder request, String code) {
    return request
        .param("version", "0")
        .param("code", code)
        .param("title", States.TITLE)
        .param("theme", "Chuyên đề")
        .param("planNumber", "05/KH-SKHCN")
        .param("planDate", "2026-11-20")
        .param("basis", "Công văn")
        .param("description", "Kịp thời biểu dương")
        .param("achievementFrom", "2027-01-01")
        .param("achievementTo", "2027-12-31")
        .param("type", "MOVEMENT")
        .param("opensAt", "2027-01-04T07:30")
        .param("closesAt", "2027-10-01T17:00")
        .param("awardCodes", "GK-SO")
        .param("unitIds", "5");
  }

  private static MockHttpServletRequestBuilder campaign(long id, String action) {
    return post("/campaigns/%d/%s".formatted(id, action))
        .param("version", "0")
        .param("reason", "Theo chỉ đạo");
  }

  /** The plan of a campaign as a formal document. */
  private static String paper(long campaign, String action) {
    return "/documents/PLAN/" + campaign + action;
  }

  private static String document(long campaign, long document, String action) {
    return "/campaigns/%d/documents/%d/%s".formatted(campaign, document, action);
  }

  private MockHttpServletRequestBuilder inspection(long unit, String action) {
    var campaign = states.campaign("OPEN");
    return post("/campaigns/%d/inspections/%d/%s"
            .formatted(campaign, states.inspection(campaign, unit), action))
        .param("version", "0")
        .param("text", "Đã khắc phục");
  }

  private static MockHttpServletRequestBuilder cancel(String register, long entry) {
    return post("/registers/%s/%d/cancel".formatted(register, entry)).param("reason", "Nhập nhầm");
  }

  /** A sheet to import with the rating of one person. */
  private byte[] nominationSheet() {
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(sheets.template(null, "qlkh")));
        var content = new ByteArrayOutputStream()) {
      workbook.getSheetAt(0).createRow(1).createCell(1).setCellValue("QLKH-02");
      workbook.write(content);
      return content.toByteArray();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private byte[] ratings() {
    try (var workbook =
            new XSSFWorkbook(
                new ByteArrayInputStream(imports.template(RegisterKind.RATINGS, "chuyenvien")));
        var content = new ByteArrayOutputStream()) {
      var row = workbook.getSheetAt(0).createRow(1);
      var cells = List.of("SOD-01", "", "2019", "Hoàn thành tốt nhiệm vụ", "SOD/QĐ");
      for (var cell = 0; cell < cells.size(); cell++) {
        row.createCell(cell).setCellValue(cells.get(cell));
      }
      workbook.write(content);
      return content.toByteArray();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static MockHttpServletRequestBuilder withdrawRelative(long declaration) {
    return post("/relatives/" + declaration + "/withdraw").param("reason", "Khai nhầm");
  }

  private MockHttpServletRequestBuilder assign(long person) {
    return post("/registers/signing")
        .param("personId", String.valueOf(person))
        .param("capacity", "BY_AUTHORITY")
        .param("matters", "NOTICE")
        .param("validFrom", states.today().toString())
        .param("validTo", states.today().toString())
        .param("basis", "Giấy ủy quyền");
  }

  private static MockHttpServletRequestBuilder propose(long award) {
    return post("/revocations")
        .param("award", String.valueOf(award))
        .param("cause", "LATER_CONCLUSION")
        .param("explanation", States.TITLE);
  }

  private MockHttpServletRequestBuilder boardAnswer(String id) {
    return post("/revocations/" + id + "/board-answer")
        .param("revoked", "false")
        .param("reference", "12/QĐ-UBND")
        .param("answeredOn", states.today().toString())
        .param("note", "Giữ nguyên");
  }

  private String withObjection() {
    var id = states.dossier("DISCLOSURE", States.NOMINEE);
    states.objection(id, "nhanvien2");
    return id;
  }

  // -- decisions
  // ------------------------------------------------------------------------------------

  private Function<String, DecisionResult> nomination(Step step, String id, String decision) {
    return who ->
        nominations.record(
            step,
            id,
            new TaskDecision(who, decision, "Đã xem", null, null, null, null, null, null));
  }

  private Function<String, DecisionResult> review(String id, String decision) {
    return who ->
        nominations.record(
            Step.OFFICE_REVIEW,
            id,
            new TaskDecision(
                who,
                decision,
                "Đã thẩm định",
                List.of("achievements"),
                "COMPLAINT",
                states.today().plusDays(9),
                "BK-TINH",
                1L,
                "R4"));
  }

  private Function<String, DecisionResult> ballot(String id) {
    return who ->
        council.recordBallot(
            id,
            who,
            new BallotEntry(
                states.today(),
                "Họp phiên thường kỳ",
                items(id).stream().map(item -> new BallotRow(item, 8, 0, 0, 0, null)).toList()));
  }

  private Function<String, DecisionResult> quota(String id) {
    return who -> council.recordSelection(id, who, entry(id, null, "keep"));
  }

  private Function<String, DecisionResult> objection(String id, String by) {
    var objection = states.objection(id, by);
    return who -> disclosure.recordObjection(id, objection, who, entry(id, "dismiss", null));
  }

  private Function<String, DecisionResult> sign(String id, String decision, String choice) {
    return who -> signature.recordSignature(id, who, entry(id, decision, choice));
  }

  private Function<String, DecisionResult> revise(String id, String decision) {
    return who -> signature.recordRevision(id, who, entry(id, decision, "stay"));
  }

  private Function<String, DecisionResult> number(String id) {
    return who -> signature.recordNumber(id, who, entry(id, null, null));
  }

  private Function<String, DecisionResult> board(String id, String decision) {
    return who -> board.recordResult(id, who, entry(id, decision, "award"));
  }

  private Function<String, DecisionResult> answer(String id) {
    return who -> board.recordSupplement(id, who, entry(id, null, "ask"));
  }

  private TaskEntry entry(String id, String decision, String choice) {
    return new TaskEntry(
        decision,
        "Đã xem xét",
        "12/QĐ-UBND",
        states.today(),
        null,
        items(id).stream().map(item -> new Choice(item, choice, "Đã xem xét", null)).toList());
  }

  private List<String> items(String dossier) {
    return jdbc.sql("select nomination_id from dossier_item where dossier_id = ? order by id")
        .param(dossier)
        .query(String.class)
        .list();
  }

  private Function<String, DecisionResult> approve(long id, String decision) {
    return who ->
        guidelines.recordApproval(
            id, new vn.commendation.campaign.TaskDecision(who, decision, "Đã xem"));
  }

  private Function<String, DecisionResult> approveRevision(long id, String decision) {
    return who ->
        guidelines.recordRevisionApproval(
            id, new vn.commendation.campaign.TaskDecision(who, decision, "Đã xem"));
  }

  private Function<String, DecisionResult> revocation(String id, String decision) {
    return who ->
        revocations.recordDecision(id, new RevocationDecision(who, decision, "Đã có kết luận"));
  }

  private Function<String, DecisionResult> revoked(String id) {
    return who -> revocations.recordNumber(id, new RevocationNumber(who, null, states.today()));
  }

  // -- the page
  // -------------------------------------------------------------------------------------

  /** The lines of the tables of roles, or of the table of bars. */
  private static Stream<Row> rows(boolean roles) {
    var rows = new ArrayList<Row>();
    List<String> head = List.of();
    for (var line : lines()) {
      if (!line.startsWith("|")) {
        head = List.of();
        continue;
      }
      var cells = Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList();
      if (head.isEmpty()) {
        head = cells;
      } else if (cells.getFirst().startsWith("`") && roles == head.size() > MOST_RELATION_COLUMNS) {
        var named = new LinkedHashMap<String, String>();
        for (var i = 1; i < cells.size(); i++) {
          named.put(head.get(i), cells.get(i));
        }
        rows.add(new Row(cells.getFirst().replace("`", ""), named));
      }
    }
    return rows.stream();
  }

  private static List<String> lines() {
    try {
      return Files.readAllLines(PAGE);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
