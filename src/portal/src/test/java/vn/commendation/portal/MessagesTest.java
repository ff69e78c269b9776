package vn.commendation.portal;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.commendation.award.AwardKind;
import vn.commendation.award.AwardSubject;
import vn.commendation.award.Certainty;
import vn.commendation.award.CommendationType;
import vn.commendation.award.DecidingAuthority;
import vn.commendation.award.InitiativeLevel;
import vn.commendation.award.Procedure;
import vn.commendation.award.QuotaScope;
import vn.commendation.award.SubjectKind;
import vn.commendation.award.VoteDenominator;
import vn.commendation.award.WorkRating;
import vn.commendation.calendar.DayKind;
import vn.commendation.campaign.CampaignStatus;
import vn.commendation.campaign.GuidelineRevision;
import vn.commendation.directory.PositionClass;
import vn.commendation.directory.Role;
import vn.commendation.directory.SigningBar;
import vn.commendation.directory.SigningCapacity;
import vn.commendation.directory.SigningMatter;
import vn.commendation.document.DocumentKind;
import vn.commendation.document.DocumentList;
import vn.commendation.document.DocumentType;
import vn.commendation.document.PdfSignature;
import vn.commendation.dossier.ConflictKind;
import vn.commendation.dossier.CouncilRole;
import vn.commendation.dossier.DossierStatus;
import vn.commendation.dossier.ItemStatus;
import vn.commendation.engine.ProcessMigration;
import vn.commendation.engine.ProcessMigrations;
import vn.commendation.facts.ConcernKind;
import vn.commendation.facts.DisciplineKind;
import vn.commendation.facts.RegisterKind;
import vn.commendation.filter.FilteredList;
import vn.commendation.nomination.BulkOutcome;
import vn.commendation.nomination.Finding;
import vn.commendation.nomination.HoldKind;
import vn.commendation.nomination.NominationStatus;
import vn.commendation.nomination.RequiredDocument;
import vn.commendation.nomination.Routing;
import vn.commendation.notification.Delivery;
import vn.commendation.notification.NoticeKind;
import vn.commendation.publication.ObjectionSource;
import vn.commendation.publication.StoryStatus;
import vn.commendation.recovery.DriftKind;
import vn.commendation.recovery.Outcome;
import vn.commendation.report.ResultFigures;
import vn.commendation.revocation.RevocationCause;
import vn.commendation.revocation.RevocationStatus;
import vn.commendation.sheet.RowState;
import vn.commendation.sheet.SheetColumn;

/** Texts of the pages: complete, in both languages, none left over. */
class MessagesTest {

  private static final Path MAIN = Path.of("src/portal/src/main");
  private static final Path TEMPLATES = MAIN.resolve("resources/templates");
  private static final Pattern TEMPLATE_KEY = Pattern.compile("#\\{([a-z][\\w.-]*)");
  private static final Pattern TEMPLATE_PREFIX = Pattern.compile("'([a-z-]+\\.)' \\+");
  private static final Pattern LITERAL = Pattern.compile("\"([a-z][\\w.-]*)\"");

  /** What is called the same in every language. */
  private static final Set<String> NAMES =
      Set.of(
          // keys of the keyboard
          "Enter",
          "Esc",
          "Shift",
          "Space",
          "Tab",
          "Tasklist",
          "VI",
          "EN",
          "Tiếng Việt",
          "English",
          "XLSX",
          "DOCX",
          "PDF",
          "https://");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

  /** What a notice is called where it is told. */
  private static final Pattern NOTICE =
      Pattern.compile("(?:NoticeKind\\.\\w+,\\s*|tellHeads\\()\"([a-z-]+)\"");

  private final Properties vietnamese = bundles(false);
  private final Properties english = bundles(true);

  @Test
  void shouldSayTheSameInBothLanguages() {
    assertThat(english.stringPropertyNames()).isEqualTo(vietnamese.stringPropertyNames());
    for (var key : vietnamese.stringPropertyNames()) {
      assertThat(placeholders(english, key)).as(key).isEqualTo(placeholders(vietnamese, key));
    }
  }

  @Test
  void shouldHaveATextForEveryKeyAndNoneThatNobodyShows() {
    var used = new TreeSet<>(codes());
    used.addAll(Set.of("typeMismatch", "NotNull", "NotBlank", "Size"));
    used.addAll(found(TEMPLATE_KEY, TEMPLATES));
    found(LITERAL, MAIN.resolve("java")).stream()
        .filter(vietnamese::containsKey)
        .forEach(used::add);

    // one after the other: a list of a thousand keys is shortened where it matters
    var texts = vietnamese.stringPropertyNames();
    assertThat(used).as("keys with a text").isSubsetOf(texts);
    assertThat(texts).as("texts that are shown").isSubsetOf(used);
  }

  @Test
  void shouldHaveATextForEveryTitleHeadingAndFilterOfAnExport() {
    var named = Pattern.compile("(?:\\.(?:column|wide|filter)\\(|>of\\()\\s*\"([\\w.-]+)\"");
    assertThat(vietnamese.stringPropertyNames()).containsAll(found(named, MAIN.resolve("java")));
  }

  @Test
  void shouldComposeKeysOnlyFromKnownCodes() {
    var prefixes =
        codes().stream()
            .map(code -> code.substring(0, code.indexOf('.') + 1))
            .collect(toCollection(TreeSet::new));
    assertThat(prefixes).containsAll(found(TEMPLATE_PREFIX, TEMPLATES));
  }

  @Test
  void shouldHaveNoEmptyTextAndNoQuoteThatTheFormatSwallows() {
    Stream.of(vietnamese, english)
        .forEach(
            bundle ->
                assertThat(bundle.values())
                    .allSatisfy(
                        text -> assertThat(text.toString()).isNotBlank().doesNotContain("'")));
  }

  /** What people with an account are told: in both languages, wherever its bundle is. */
  @Test
  void shouldTellEverybodyInBothLanguages() {
    var vietnameseNotices = notices(false);
    var englishNotices = notices(true);

    assertThat(englishNotices.stringPropertyNames())
        .isEqualTo(vietnameseNotices.stringPropertyNames());
    for (var key : vietnameseNotices.stringPropertyNames()) {
      assertThat(placeholders(englishNotices, key))
          .as(key)
          .isEqualTo(placeholders(vietnameseNotices, key));
    }
    Stream.of(vietnameseNotices, englishNotices)
        .flatMap(bundle -> bundle.values().stream())
        .forEach(text -> assertThat(text.toString()).isNotBlank().doesNotContain("'"));
  }

  @Test
  void shouldHaveSubjectAndBodyForEveryNoticeAndNoneThatNobodyGets() {
    var told = new TreeSet<>(found(NOTICE, MAIN.resolve("java")));
    var texts = notices(false).stringPropertyNames();
    var subjects =
        texts.stream()
            .filter(key -> key.startsWith("notice.") && key.endsWith(".subject"))
            .map(key -> key.substring("notice.".length(), key.length() - ".subject".length()))
            .collect(toCollection(TreeSet::new));

    assertThat(subjects).isEqualTo(told);
    assertThat(texts).containsAll(told.stream().map(key -> "notice." + key + ".body").toList());
    for (var kind : NoticeKind.values()) {
      assertThat(texts).contains("notice-mail.group." + kind);
    }
  }

  @ParameterizedTest
  @MethodSource("templates")
  void shouldNeedNothingThatTheContentSecurityPolicyForbids(Path template) {
    assertThat(read(template))
        .doesNotContainPattern("<script(?![^>]*th:src)")
        .doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+=|th:utext")
        .doesNotContainPattern("(src|href)=\"(https?:)?//");
  }

  @ParameterizedTest
  @MethodSource("templates")
  void shouldLeaveWhatPeopleReadToTheTexts(Path template) {
    var markup = read(template).replaceAll("(?s)<!--.*?-->", "");
    var written =
        Stream.of(
                // between tags, in attributes that are read out or shown, in expressions for both
                matches(markup, ">([^<>]*\\p{L}[^<>]*)<"),
                matches(markup, "\\s(?:title|alt|aria-label|placeholder)=\"([^\"]*\\p{L}[^\"]*)\""),
                matches(markup, "th:[\\w:-]+=\"([^\"]*[\\p{L}&&[^\\p{ASCII}]][^\"]*)\""),
                matches(
                    markup,
                    "th:(?:text|title|alt|aria-label|placeholder)=\"[^\"]*'([A-Z][a-z]+[ a-z]*)'"))
            .flatMap(Set::stream)
            .map(String::strip)
            // letters that number columns
            .filter(text -> !NAMES.contains(text) && !text.matches("[A-Z]"));

    assertThat(written).isEmpty();
  }

  @Test
  void shouldHandScriptsTheirTextsThroughThePage() throws IOException {
    var scripts = MAIN.resolve("resources/static/js");
    assertThat(found(Pattern.compile("([\\p{L}&&[^\\p{ASCII}]]+)"), scripts)).isEmpty();
    assertThat(
            found(
                Pattern.compile("(?:textContent|innerText|title) \\+?= [\"`'](.*?)[\"`']"),
                scripts))
        .isEmpty();
  }

  /** Or the library says it, in words of its own. */
  @Test
  void shouldHaveATextForEveryConstraintOfAForm() {
    var constraints =
        found(
            Pattern.compile("import jakarta\\.validation\\.constraints\\.(\\w+);"),
            MAIN.resolve("java"));
    // of an id that no person fills in
    constraints.remove("Pattern");
    assertThat(vietnamese.stringPropertyNames()).containsAll(constraints);
  }

  static Stream<Path> templates() throws IOException {
    return files(TEMPLATES).stream();
  }

  /** Keys that are put together from a code. */
  private static Set<String> codes() {
    var codes = new TreeSet<String>();
    add(codes, "status.", (Object[]) NominationStatus.values());
    add(codes, "subject.", (Object[]) SubjectKind.values());
    add(codes, "subject.", (Object[]) AwardSubject.values());
    add(codes, "award-kind.", (Object[]) AwardKind.values());
    add(codes, "authority.", (Object[]) DecidingAuthority.values());
    add(codes, "role.", (Object[]) Role.values());
    add(codes, "step-state.", "DONE", "CURRENT", "AHEAD", "SKIPPED");
    add(codes, "step.", "office-review", "supplement", "consent", "dossier");
    add(codes, "outcome.", "accept", "return", "reject", "supplement", "reopen");
    add(codes, "outcome.", "hold", "change-form", "choose-rules", "roll-over", "agree", "decline");
    add(codes, "outcome.", "AWARDED_IN_HOUSE", "AWARDED", "NOT_AWARDED", "NOT_PASSED");
    add(codes, "outcome.", "REFUSED", "OBJECTION_UPHELD");
    add(codes, "nomination-part.", "award", "achievements", "period", "evidence");
    add(codes, "nomination-severity.", (Object[]) Finding.Severity.values());
    add(codes, "nomination-provider.", (Object[]) RequiredDocument.Provider.values());
    add(codes, "nomination-document.", (Object[]) RequiredDocument.State.values());
    add(codes, "nomination-route.", (Object[]) Routing.Route.values());
    add(codes, "nomination-procedure.", (Object[]) Procedure.values());
    add(codes, "nomination-hold.", (Object[]) HoldKind.values());
    add(codes, "nomination-versions.", "from", "to");
    add(codes, "filter-list.", (Object[]) FilteredList.values());
    add(
        codes,
        "filter-refused.",
        in(MAIN.resolve("java/vn/commendation/filter"), "new FilterRefused\\(\\s*\"([a-z-]+)\""));
    add(codes, "bulk-outcome.", (Object[]) BulkOutcome.State.values());
    add(codes, "bulk-obstacle.", codesGivenTo("new Obstacle"));
    add(codes, "bulk-obstacle.", "note", "finding", "own-case", "own-nomination", "own-unit");
    add(codes, "migration.process.", ProcessMigrations.PROCESSES.toArray());
    add(codes, "migration.status.", (Object[]) ProcessMigration.Status.values());
    add(codes, "migration.instance.", (Object[]) ProcessMigration.InstanceStatus.values());
    add(codes, "migration.problem.", (Object[]) ProcessMigration.Problem.values());
    for (var status : new int[] {400, 403, 404, 405, 409, 413, 422, 500}) {
      add(codes, "error.", status + ".title", status + ".text");
    }
    for (var prefix : new String[] {"register-name.", "register-about."}) {
      add(codes, prefix, "awards", "initiatives", "ratings", "discipline", "concerns");
      add(codes, prefix, "import", "numbers", "signing", "relatives", "templates");
    }
    add(codes, "initiative-level.", (Object[]) InitiativeLevel.values());
    add(codes, "work-rating.", (Object[]) WorkRating.values());
    add(codes, "discipline.", (Object[]) DisciplineKind.values());
    add(codes, "concern.", (Object[]) ConcernKind.values());
    add(codes, "document-type.", (Object[]) DocumentType.values());
    add(codes, "signing-capacity.", (Object[]) SigningCapacity.values());
    add(codes, "signing-matter.", (Object[]) SigningMatter.values());
    add(codes, "directory-problem.", refusedBy("directory", "new DirectoryRefused"));
    add(
        codes,
        "directory-problem.",
        Arrays.stream(SigningBar.values()).map(SigningBar::code).toArray());
    add(codes, "fact-problem.", refusedBy("facts", "new FactRefused"));
    add(codes, "register.field.", "kind", "decisionNumber", "on", "reason");
    add(codes, "fact-problem.", "missing", "too-long", "future", "year", "order", "unknown");
    add(codes, "fact-problem.", "before-year", "period-without-year", "wrong-subject");
    add(codes, "fact-problem.", "author-twice", "share", "share-sum", "only-inspection");
    add(codes, "fact-problem.", "not-a-number", "not-a-date", "in-register", "in-file");
    add(codes, "register-kind.", (Object[]) RegisterKind.values());
    for (var kind : RegisterKind.values()) {
      add(codes, "import-heading.", kind.columns().toArray());
    }
    add(codes, "import-refused.", "no-file", "too-large", "bad-rows", "overtaken");
    var spreadsheet = MAIN.resolve("java/vn/commendation/spreadsheet");
    add(codes, "sheet-refused.", in(spreadsheet, "new SheetRefused\\(\\s*\"([a-z-]+)\""));
    add(codes, "sheet-refused.", "no-file", "too-large");
    add(codes, "row-state.", (Object[]) RowState.values());
    add(codes, "sheet-status.", "CHECKING", "READY", "IMPORTING", "SENDING");
    add(codes, "sheet-heading.", (Object[]) SheetColumn.values());
    var sheet = MAIN.resolve("java/vn/commendation/sheet");
    add(codes, "sheet-problem.", in(sheet, "RowProblem.of\\(\\s*\"([a-z-]+)\""));
    add(codes, "sheet-problem.", in(sheet, "refuse\\(\\w+(?:\\.\\w+)?, \"([a-z-]+)\""));
    add(codes, "sheet-conflict.", in(sheet, "new SheetConflict\\(\\s*\"([a-z-]+)\""));
    add(codes, "sheet-conflict.", "under-way", "nothing-to-do");
    add(codes, "sheet-refused.", "encrypted", "old-format", "text-file", "not-a-workbook");
    add(codes, "problem.", codesGivenTo("Problem.of"));
    add(codes, "conflict.", codesGivenTo("new NominationConflict"));
    add(codes, "evidence.", refusedFiles());
    add(codes, "evidence.", "too-many");
    add(codes, "recovery-kind.", (Object[]) DriftKind.values());
    add(codes, "recovery-outcome.", (Object[]) Outcome.values());
    add(codes, "recovery-remedy.", "create", "replace", "cancel", "look");
    add(codes, "recovery-process.", "nomination", "dossier", "campaign", "revocation");
    add(codes, "audit.", found(Pattern.compile("\"(nomination\\.[a-z-]+)\"")));
    add(
        codes,
        "audit.nomination.",
        "office-review.accept",
        "office-review.return",
        "office-review.reject",
        "office-review.hold",
        "office-review.change-form",
        "office-review.choose-rules",
        "office-review.roll-over",
        "consent.agree",
        "consent.decline");
    codes.addAll(awardCodes());
    add(codes, "revocation.status.", (Object[]) RevocationStatus.values());
    add(codes, "revocation.cause.", (Object[]) RevocationCause.values());
    add(codes, "audit.revocation.", "proposed", "prepared", "approved", "dismissed");
    add(codes, "audit.revocation.", "carried-out", "sent-to-board", "board-revoked");
    add(codes, "audit.revocation.", "board-upheld", "rechecked", "recovered", "decision-denied");
    add(codes, "story-status.", (Object[]) StoryStatus.values());
    add(codes, "publication.refused.picture-", "too-large", "empty", "type-not-allowed");
    add(codes, "publication.refused.picture-", "content-mismatch", "pixels", "unreadable");
    add(codes, "publication-source.", (Object[]) ObjectionSource.values());
    add(codes, "audit.", "nomination.award-revoked");
    add(codes, "audit.", "nomination.award-revoked", "document.registered");
    addDossierCodes(codes);
    addCampaignCodes(codes);
    addReportCodes(codes);
    addDocumentCodes(codes);
    add(codes, "notification-kind.", (Object[]) NoticeKind.values());
    add(codes, "notification-about.", (Object[]) NoticeKind.values());
    add(codes, "notification-delivery.", (Object[]) Delivery.values());
    codes.addAll(awardCodes());
    add(codes, "audit.", "nomination.award-revoked", "document.registered");
    return codes;
  }

  private static void addCampaignCodes(Set<String> codes) {
    var module = MAIN.resolve("java/vn/commendation/campaign");
    var campaign = files(module).stream().filter(file -> file.getParent().equals(module)).toList();
    add(codes, "campaign-status.", (Object[]) CampaignStatus.values());
    add(codes, "campaign-guideline.", "WAITING", "APPROVED", "RETURNED", "DROPPED", "REPLACED");
    add(codes, "campaign-revision.", (Object[]) GuidelineRevision.values());
    add(codes, "campaign-step.revision-", (Object[]) GuidelineRevision.values());
    add(codes, "campaign-step.", "GUIDELINE_DRAFT", "GUIDELINE_APPROVAL", "REPORT");
    add(codes, "campaign-field.", "title", "symbol", "issuedOn", "issuer", "link", "file");
    add(codes, "campaign-field.", "unitId");
    add(codes, "campaign-problem.file-", refusedFiles());
    add(codes, "campaign-field.", "inspectedOn", "inspectors", "findings", "answerDueOn");
    add(codes, "campaign-field.", "answer", "conclusion", "reason", "opensAt", "closesAt", "plan");
    for (var call : new String[] {"Problem.of", "new CampaignRefused"}) {
      var given = Pattern.compile(Pattern.quote(call) + "\\(\\s*\"([a-z-]+)\"");
      add(codes, "campaign-problem.", found(given, campaign.stream()).toArray());
    }
    var conflict = Pattern.compile("new CampaignConflict\\(\"([a-z-]+)\"");
    add(codes, "campaign-conflict.", found(conflict, campaign.stream()).toArray());
    var action = Pattern.compile("\"(campaign\\.[a-z-]+)\"");
    add(codes, "audit.", found(action, campaign.stream()).toArray());
  }

  private static void addReportCodes(Set<String> codes) {
    var report = MAIN.resolve("java/vn/commendation/report");
    add(codes, "report-problem.", in(report, "new ReportRefused\\(\\s*\"([a-z-]*[a-z])\""));
    add(codes, "report-problem.", "reason-missing", "reason-long", "source-missing", "source-long");
    add(codes, "report-problem.", "assessment-missing", "examples-missing");
    add(codes, "report-problem.", "number-taken", "number-gap", "number-not-a-number");
    add(codes, "report-problem.", "number-future", "number-before-last", "number-no-symbol");
    add(codes, "report-problem.", "number-other-type");
    var field = Pattern.compile("(?:text|rows)\\(\\s*\"([a-z_]+)\"");
    var document = report.resolve("ResultDocuments.java");
    add(codes, "document-field.", found(field, Stream.of(document)).toArray());
    add(codes, "report.", "behind.title", "outside.title");
    add(codes, "report-table.", "awards", "types", "units", "subjects", "campaigns");
    add(codes, "report-outcome.", "AWARDED", "REFUSED", "WITHDRAWN", "ROLLED_OVER");
    add(codes, "report-outcome.", "REVOKED", "OPEN");
    add(codes, "report-step.", (Object[]) ResultFigures.Step.values());
    add(codes, "report-class.", (Object[]) PositionClass.values());
  }

  private static void addDocumentCodes(Set<String> codes) {
    var sources = files(MAIN.resolve("java/vn/commendation"));
    var document = MAIN.resolve("java/vn/commendation/document");
    add(codes, "document-kind.", (Object[]) DocumentKind.values());
    add(codes, "document-state.", (Object[]) DocumentList.State.values());
    add(codes, "document-signature.", (Object[]) PdfSignature.Validity.values());
    add(codes, "document-signature-about.", (Object[]) PdfSignature.Validity.values());
    add(codes, "document-trust.", (Object[]) PdfSignature.Trust.values());
    add(codes, "document-file.", refusedFiles());
    var field = Pattern.compile("\\b(?:text|rows|flag)\\(\\s*\"([a-z][a-z0-9_]*)\"");
    var declaring = sources.stream().filter(file -> read(file).contains("DocumentField"));
    add(codes, "document-field.", found(field, declaring).toArray());
    add(codes, "document-field.", "stt");
    var refusal = Pattern.compile("new DocumentRefused\\(\\s*\"([a-z-]+)\"");
    add(codes, "document-refused.", found(refusal, sources.stream()).toArray());
    add(codes, "document-refused.", "not-yet");
    add(codes, "document-template-problem.", in(document, "new TemplateProblem\\(\"([a-z-]+)\""));
    add(codes, "document-template-problem.", in(document, "problem\\(\"([a-z-]+)\""));
    add(codes, "document-template-problem.", "unreadable", "too-large");
  }

  private static void addDossierCodes(Set<String> codes) {
    add(codes, "dossier-status.", (Object[]) DossierStatus.values());
    add(codes, "dossier-item.", (Object[]) ItemStatus.values());
    add(codes, "conflict-kind.", (Object[]) ConflictKind.values());
    add(codes, "council-role.", (Object[]) CouncilRole.values());
    try (var files = Files.list(MAIN.resolve("java/vn/commendation/dossier"))) {
      var sources = files.filter(Files::isRegularFile).toList();
      add(
          codes,
          "dossier-refused.",
          found(Pattern.compile("new DossierRefused\\(\\s*\"([a-z-]+)\""), sources.stream())
              .toArray());
      add(
          codes,
          "audit.",
          found(Pattern.compile("\"(dossier\\.[a-z-]+)\""), sources.stream()).toArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> awardCodes() {
    var codes = new TreeSet<String>();
    add(codes, "award-type.", (Object[]) CommendationType.values());
    add(codes, "award-procedure.", (Object[]) Procedure.values());
    add(codes, "award-rating.", (Object[]) WorkRating.values());
    add(codes, "award-initiative.", (Object[]) InitiativeLevel.values());
    add(codes, "award-scope.", (Object[]) QuotaScope.values());
    add(codes, "award-denominator.", (Object[]) VoteDenominator.values());
    add(codes, "award-certainty.", (Object[]) Certainty.values());
    add(codes, "award-state.", "DRAFT", "FUTURE", "CURRENT", "PAST");
    add(codes, "calendar-kind.", (Object[]) DayKind.values());
    var award = MAIN.resolve("java/vn/commendation/award");
    var calendar = MAIN.resolve("java/vn/commendation/calendar");
    add(codes, "award-problem.", in(award, "RuleProblem.of\\(\\s*\"([a-z-]+)\""));
    add(codes, "award-problem.", in(award, "problems.add\\([^;]*?\\s\"([a-z-]+)\""));
    add(codes, "award-problem.", in(award, "problem\\([^;]*?\\s\"([a-z-]+)\""));
    add(codes, "award-problem.", "overlap", "gap");
    add(codes, "award-action.rules.", in(award, "append\\(account, \"([a-z-]+)\""));
    add(codes, "award-action.calendar.", in(calendar, "append\\(account, \"([a-z-]+)\""));
    add(codes, "calendar-problem.", in(calendar, "new CalendarRefused\\(\"([a-z-]+)\""));
    add(codes, "award-field.", in(TEMPLATES, "\\{:: \\w+\\('([a-zA-Z]+)'"));
    return codes;
  }

  /** Why a file somebody sends is not taken, wherever it belongs. */
  private static Object[] refusedFiles() {
    return in(MAIN.resolve("java/vn/commendation/storage"), "new FileRefused\\(\\s*\"([a-z-]+)\"");
  }

  private static Object[] in(Path directory, String pattern) {
    return found(Pattern.compile(pattern), directory).toArray();
  }

  private static Object[] codesGivenTo(String call) {
    return found(Pattern.compile(Pattern.quote(call) + "\\(\\s*\"([a-z.-]+)\""));
  }

  /** Second argument of a refusal, after the field. */
  private static Object[] refusedBy(String module, String refusal) {
    var pattern =
        Pattern.compile(
            Pattern.quote(refusal) + "\\(\\s*(?:\"[A-Za-z]+\"|[A-Za-z.]+[A-Z]+),\\s*\"([a-z-]+)\"");
    return found(pattern, MAIN.resolve("java/vn/commendation").resolve(module)).toArray();
  }

  private static Object[] found(Pattern pattern) {
    try (var files = Files.list(MAIN.resolve("java/vn/commendation/nomination"))) {
      return found(pattern, files.filter(Files::isRegularFile)).toArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> matches(String text, String pattern) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(toCollection(TreeSet::new));
  }

  private static void add(Set<String> codes, String prefix, Object... values) {
    Arrays.stream(values).map(value -> prefix + value).forEach(codes::add);
  }

  private static Set<String> found(Pattern pattern, Path directory) {
    return found(pattern, files(directory).stream());
  }

  private static Set<String> found(Pattern pattern, Stream<Path> files) {
    return files
        .flatMap(file -> pattern.matcher(read(file)).results())
        .map(match -> match.group(1))
        .collect(toCollection(TreeSet::new));
  }

  private static Set<Path> files(Path directory) {
    try (var files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).collect(toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> placeholders(Properties bundle, String key) {
    return PLACEHOLDER
        .matcher(bundle.getProperty(key))
        .results()
        .map(match -> match.group())
        .collect(toCollection(TreeSet::new));
  }

  /** The texts of the pages. */
  private static Properties bundles(boolean english) {
    var texts = new Properties();
    for (var file : files(MAIN.resolve("resources/texts"))) {
      var name = file.getFileName().toString();
      if (!name.startsWith("notices") && name.endsWith("_en.properties") == english) {
        load(texts, file);
      }
    }
    return texts;
  }

  /** Of the texts that leave the portal those that go to people with an account. */
  private static Properties notices(boolean english) {
    var texts = new Properties();
    for (var file : files(MAIN.resolve("resources/texts"))) {
      var name = file.getFileName().toString();
      if (name.startsWith("notices") && name.endsWith("_en.properties") == english) {
        load(texts, file);
      }
    }
    texts.keySet().removeIf(key -> !key.toString().matches("notice(-mail)?\\..*"));
    return texts;
  }

  private static void load(Properties texts, Path file) {
    try (var reader = Files.newBufferedReader(file)) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
