package vn.commendation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.commendation.award.CommendationType;
import vn.commendation.award.RuleSamples;
import vn.commendation.award.SubjectKind;
import vn.commendation.facts.NomineeFacts;
import vn.commendation.platform.ModelEngine;

/** What the decision tables answer, on both sides of every boundary. */
@Tag("models")
class DecisionTablesIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static CamundaClient client;

  @BeforeAll
  static void deploy() {
    client = ModelEngine.get().client().build();
    var command = client.newDeployResourceCommand();
    Model.resources("*.dmn")
        .forEach(file -> command.addResourceStringUtf8(Model.text(file), file.getFilename()));
    // every step is the same command, which collects the resources
    ((DeployResourceCommandStep2) command).send().join();
  }

  @AfterAll
  static void close() {
    client.close();
  }

  @Test
  void shouldBeReadableInAModelerByWhoKnowsTheLaw() {
    Model.resources("*.dmn")
        .forEach(
            file -> {
              var model =
                  Dmn.readModelFromStream(
                      new ByteArrayInputStream(Model.text(file).getBytes(StandardCharsets.UTF_8)));
              assertThat(model.getModelElementsByType(Decision.class))
                  .as(file.getFilename())
                  .isNotEmpty()
                  .allSatisfy(
                      decision ->
                          assertThat(Model.text(file))
                              .contains("dmnElementRef=\"" + decision.getId() + "\""));
              assertThat(model.getModelElementsByType(Input.class))
                  .allSatisfy(input -> assertThat(input.getLabel()).isNotBlank());
              assertThat(model.getModelElementsByType(Output.class))
                  .allSatisfy(output -> assertThat(output.getLabel()).isNotBlank());
              assertThat(model.getModelElementsByType(Rule.class))
                  .allSatisfy(
                      row -> assertThat(row.getDescription().getTextContent()).isNotBlank());
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONFIRMED", "UNVERIFIED"})
  void shouldFindNothingWhereNothingIsAskedFor(String certainty) {
    assertThat(findings(rule(Map.of("certainty", certainty)), facts(Map.of()))).isEmpty();
  }

  @Test
  void shouldFindNothingInARuleWithoutNumbers() {
    assertThat(findings(Map.of("certainty", "CONFIRMED"), facts(Map.of()))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "priorYears, 3, priorYears, 2, prior-title",
    "priorYears, 3, priorYears, 3, ",
    "priorYears, 3, priorYears, 4, ",
    "initiatives, 2, initiatives, 1, initiatives",
    "initiatives, 2, initiatives, 2, ",
    "initiatives, 2, initiatives, 3, ",
    "ratingYears, 5, ratingYears, 4, rating",
    "ratingYears, 5, ratingYears, 5, ",
    "ratingYears, 5, ratingYears, 6, ",
    "baseFighters, 1, baseFighters, 0, base-fighters",
    "baseFighters, 1, baseFighters, 1, ",
    "baseFighters, 1, baseFighters, 2, ",
  })
  void shouldCompareNumbersWithWhatTheRuleAsks(
      String condition, int asked, String fact, int given, String finding) {
    var found = findings(rule(Map.of(condition, asked)), facts(Map.of(fact, given)));

    assertThat(found)
        .extracting(each -> each.get("code").asText())
        .containsExactlyElementsOf(finding == null ? List.of() : List.of(finding));
  }

  @ParameterizedTest
  @CsvSource({
    "true, 50, 49.9, advanced-workers",
    "true, 50, 50, advanced-workers",
    "true, 50, 50.0, advanced-workers",
    "true, 50, 50.1, ",
    "false, 70, 69.9, advanced-workers",
    "false, 70, 70, ",
    "false, 70, 70.1, ",
    "false, 70, , advanced-workers-unknown",
    "true, 50, , advanced-workers-unknown",
    "false, , 10, ",
    "true, , 10, ",
  })
  void shouldTellMoreThanFromAtLeast(
      boolean moreThan, BigDecimal asked, BigDecimal given, String finding) {
    var rule = rule(Map.of("advancedWorkerMoreThan", moreThan));
    rule.put("advancedWorkerPercent", asked);
    var facts = facts(Map.of());
    facts.put("advancedWorkerPercent", given);

    assertThat(findings(rule, facts))
        .extracting(each -> each.get("code").asText())
        .containsExactlyElementsOf(finding == null ? List.of() : List.of(finding));
  }

  @ParameterizedTest
  @CsvSource({
    "true, true, discipline",
    "true, false, ",
    "false, true, ",
  })
  void shouldMindDisciplineOnlyWhereTheRuleDoes(boolean asked, boolean given, String finding) {
    var found = findings(rule(Map.of("noDiscipline", asked)), facts(Map.of("disciplined", given)));

    assertThat(found)
        .extracting(each -> each.get("code").asText())
        .containsExactlyElementsOf(finding == null ? List.of() : List.of(finding));
  }

  @ParameterizedTest
  @CsvSource({
    "pendingDiscipline, pending-discipline",
    "openComplaint, open-complaint",
    "openInspection, open-inspection",
  })
  void shouldHoldWhateverTheRuleAsks(String fact, String code) {
    var found =
        findings(rule(Map.of("certainty", "UNVERIFIED")), facts(new HashMap<>(Map.of(fact, true))));

    assertThat(found)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.get("code").asText()).isEqualTo(code);
              assertThat(finding.get("severity").asText()).isEqualTo("HOLD");
            });
  }

  @ParameterizedTest
  @CsvSource({"CONFIRMED, BLOCK", "UNVERIFIED, JUDGE"})
  void shouldBlockOnlyByAConfirmedRule(String certainty, String severity) {
    var rule =
        rule(
            Map.of(
                "certainty", certainty,
                "priorYears", 3,
                "initiatives", 1,
                "ratingYears", 2,
                "advancedWorkerPercent", 70,
                "baseFighters", 1,
                "noDiscipline", true));
    var facts = facts(Map.of("disciplined", true, "advancedWorkerPercent", 69.9));

    assertThat(findings(rule, facts))
        .extracting(
            finding -> finding.get("code").asText(), finding -> finding.get("severity").asText())
        .containsExactlyInAnyOrder(
            tuple("prior-title", severity),
            tuple("initiatives", severity),
            tuple("rating", severity),
            tuple("advanced-workers", severity),
            tuple("base-fighters", severity),
            tuple("discipline", severity));
  }

  @Test
  void shouldSayWhatIsAskedWhatIsThereAndWhichLawSaysSo() {
    var rule =
        rule(
            Map.of(
                "priorAward",
                "CSTDCS",
                "priorAwardName",
                "Chiến sĩ thi đua cơ sở",
                "priorYears",
                3,
                "initiatives",
                1,
                "initiativeLevel",
                "PROVINCE",
                "ratingYears",
                2,
                "rating",
                "EXCELLENT",
                "advancedWorkerPercent",
                70));

    assertThat(findings(rule, facts(Map.of("priorYears", 2, "advancedWorkerPercent", 66.666666))))
        .allSatisfy(finding -> assertThat(finding.get("basis").asText()).isEqualTo("Điều 22"))
        .extracting(finding -> finding.get("text").asText())
        .containsExactlyInAnyOrder(
            "Cần 3 năm liên tục được công nhận Chiến sĩ thi đua cơ sở, mới có 2 năm.",
            "Cần 1 sáng kiến hoặc đề tài được công nhận từ phạm vi cấp tỉnh trở lên, mới có 0.",
            "Cần 2 năm liên tục xếp loại Hoàn thành xuất sắc nhiệm vụ, mới có 0 năm.",
            "Cần từ 70% Lao động tiên tiến trở lên, tập thể đạt 66,67%.");
  }

  @Test
  void shouldTellTheReviewerWhatIsDoubtfulAboutTheRule() {
    var found =
        findings(
            rule(Map.of("certainty", "UNVERIFIED", "note", "chưa có quy định của địa phương")),
            facts(Map.of()));

    assertThat(found)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.get("severity").asText()).isEqualTo("NOTE");
              assertThat(finding.get("text").asText()).contains("chưa có quy định");
            });
  }

  @Test
  void shouldTakeRuleAndFactsAsTheirRecordsAreWritten() {
    var rule =
        RuleSamples.with(
            RuleSamples.rule(1, "TTLDXS", SubjectKind.COLLECTIVE, CommendationType.MERIT),
            "advancedWorkerPercent",
            new BigDecimal("70.00"),
            "baseFighters",
            1,
            "noDiscipline",
            true,
            "note",
            null);
    var facts =
        new NomineeFacts(0, 0, 0, new BigDecimal("69.99"), 0, true, true, false, false, List.of());

    assertThat(findings(written(rule), written(facts)))
        .extracting(
            finding -> finding.get("code").asText(), finding -> finding.get("severity").asText())
        .containsExactly(
            tuple("advanced-workers", "JUDGE"),
            tuple("base-fighters", "JUDGE"),
            tuple("discipline", "JUDGE"),
            tuple("pending-discipline", "HOLD"));
  }

  @ParameterizedTest
  @CsvSource({
    "DIRECTOR, ORDINARY, 50.01, 5, IN_HOUSE, true, true",
    "DIRECTOR, SIMPLIFIED, , 0, IN_HOUSE, false, false",
    "DIRECTOR, ORDINARY, 50.01, 0, IN_HOUSE, true, false",
    "PROVINCE, ORDINARY, 90, 5, PROVINCE, true, true",
    "PROVINCE, SIMPLIFIED, , 0, PROVINCE, false, false",
    "STATE, ORDINARY, 90, 10, STATE, true, true",
  })
  void shouldRouteByWhoDecides(
      String authority,
      String procedure,
      BigDecimal threshold,
      int disclosureDays,
      String route,
      boolean ballot,
      boolean disclosure) {
    var rule =
        rule(
            Map.of(
                "authority", authority, "procedure", procedure, "disclosureDays", disclosureDays));
    rule.put("voteThreshold", threshold);

    var routing = evaluate("routing", Map.of("rule", rule));

    assertThat(routing.get("route").asText()).isEqualTo(route);
    assertThat(routing.get("procedure").asText()).isEqualTo(procedure);
    assertThat(routing.get("ballot")).hasToString(String.valueOf(ballot));
    assertThat(routing.get("disclosure")).hasToString(String.valueOf(disclosure));
  }

  @ParameterizedTest
  @CsvSource({
    // percent and ceiling of the rule, ceiling of the campaign
    ", , , false",
    "15, , , true",
    ", 3, , true",
    ", , 10, true",
    "15, 3, 10, true",
  })
  void shouldLetTheCouncilMeetWherePlacesAreLimited(
      BigDecimal percent, Integer ceiling, Integer ofCampaign, boolean ballot) {
    for (var authority : List.of("DIRECTOR", "PROVINCE", "STATE")) {
      var rule = rule(Map.of("authority", authority, "procedure", "ORDINARY"));
      rule.put("voteThreshold", null);
      rule.put("quotaPercent", percent);
      rule.put("quotaCeiling", ceiling);
      var facts = new HashMap<String, Object>(Map.of("rule", rule));
      facts.put("campaignCeiling", ofCampaign);

      assertThat(evaluate("routing", facts).get("ballot").asBoolean()).isEqualTo(ballot);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "R1 | DIRECTOR | INDIVIDUAL | MERIT | 0 | 50.01 | false | 5 | unit-request report unit-minutes council-minutes disclosure",
        "R2 | DIRECTOR | INDIVIDUAL | MERIT | 1 | 50.01 | false | 0 | unit-request report unit-minutes initiative council-minutes",
        "R3 | DIRECTOR | COLLECTIVE | MOVEMENT | 0 | | false | 0 | unit-request report",
        "R1 | PROVINCE | INDIVIDUAL | MERIT | 1 | 90 | true | 5 | unit-request report unit-minutes initiative confirmed-report department-request council-minutes ballot-count disclosure",
        "R4 | PROVINCE | COLLECTIVE | MOVEMENT | 0 | 50.01 | false | 0 | unit-request report confirmed-report department-request council-minutes",
        "R2 | STATE | INDIVIDUAL | MERIT | 1 | 90 | true | 10 | unit-request report unit-minutes initiative confirmed-report department-request council-minutes ballot-count disclosure opinions party-opinion",
      })
  void shouldAskForTheDocumentsOfAnOrdinaryDossier(
      String regime,
      String authority,
      String subject,
      String type,
      int initiatives,
      BigDecimal threshold,
      boolean secret,
      int disclosureDays,
      String codes) {
    var rule =
        rule(
            Map.of(
                "regime", regime,
                "authority", authority,
                "award", "HCLD-3",
                "initiatives", initiatives,
                "secretBallot", secret,
                "disclosureDays", disclosureDays));
    rule.put("voteThreshold", threshold);

    assertThat(documents(rule, subject, type))
        .extracting(document -> document.get("code").asText())
        .containsExactlyInAnyOrder(codes.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "DIRECTOR, unit-request summary",
    "PROVINCE, department-request summary",
    "STATE, department-request summary",
  })
  void shouldAskForTheShortDossierOfASimplifiedProcedure(String authority, String codes) {
    var rule =
        rule(
            Map.of(
                "regime", "R2",
                "authority", authority,
                "procedure", "SIMPLIFIED",
                "award", "BK-TTG"));

    assertThat(documents(rule, "INDIVIDUAL", "UNPLANNED"))
        .allSatisfy(
            document ->
                assertThat(document.get("basis").asText())
                    .isEqualTo("Luật Thi đua, khen thưởng 2022, Điều 85"))
        .extracting(document -> document.get("code").asText())
        .containsExactlyInAnyOrder(codes.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "R1, INDIVIDUAL, MERIT, Mẫu số 02",
    "R1, COLLECTIVE, MERIT, Mẫu số 01",
    "R1, COLLECTIVE, MOVEMENT, Mẫu số 07",
    "R1, INDIVIDUAL, DEDICATION, Mẫu số 03",
    "R2, INDIVIDUAL, MERIT, ",
    "R3, COLLECTIVE, MOVEMENT, ",
    "R4, INDIVIDUAL, FOREIGN, ",
    "R1, INDIVIDUAL, FOREIGN, ",
    "R1, INDIVIDUAL, TENURE, Mẫu số 02",
  })
  void shouldNameATemplateOnlyWhereItsNumberIsKnown(
      String regime, String subject, String type, String template) {
    var reports =
        documents(rule(Map.of("regime", regime, "authority", "DIRECTOR")), subject, type).stream()
            .filter(document -> document.get("code").asText().equals("report"))
            .map(document -> document.get("name").asText());

    assertThat(reports)
        .singleElement()
        .satisfies(name -> assertThat(name.contains("Mẫu số")).isEqualTo(template != null))
        .asString()
        .contains(template == null ? "Báo cáo thành tích" : template);
  }

  @Test
  void shouldSayWhoProvidesEachDocument() {
    var rule =
        rule(
            Map.of(
                "regime",
                "R1",
                "authority",
                "PROVINCE",
                "voteThreshold",
                90,
                "secretBallot",
                true));

    assertThat(documents(rule, "INDIVIDUAL", "MERIT"))
        .extracting(
            document -> document.get("code").asText(),
            document -> document.get("provider").asText())
        .contains(
            tuple("report", "UNIT"),
            tuple("department-request", "OFFICE"),
            tuple("council-minutes", "COUNCIL"))
        .allSatisfy(pair -> assertThat(pair.toList().get(1)).isIn("UNIT", "OFFICE", "COUNCIL"));
  }

  @ParameterizedTest
  @CsvSource({
    "9, 10, 10, 90, ALL_MEMBERS, true, '9/10 phiếu tán thành (90%), đạt mức 90%.'",
    "9, 11, 10, 90, ALL_MEMBERS, false, '9/11 phiếu tán thành (81,82%), chưa đạt mức 90%.'",
    "9, 11, 10, 90, ENTITLED_MEMBERS, true, '9/10 phiếu tán thành (90%), đạt mức 90%.'",
    "10, 11, 11, 90, ALL_MEMBERS, true, '10/11 phiếu tán thành (90,91%), đạt mức 90%.'",
    "8, 10, 10, 90, ALL_MEMBERS, false, '8/10 phiếu tán thành (80%), chưa đạt mức 90%.'",
    "5, 10, 10, 50.01, ALL_MEMBERS, false, '5/10 phiếu tán thành (50%), chưa đạt mức 50,01%.'",
    "6, 11, 11, 50.01, ALL_MEMBERS, true, '6/11 phiếu tán thành (54,55%), đạt mức 50,01%.'",
    "0, 11, 11, , ALL_MEMBERS, true, Không quy định tỷ lệ phiếu.",
    "0, 11, 11, 0, ALL_MEMBERS, true, '0/11 phiếu tán thành (0%), đạt mức 0%.'",
    "0, 0, 0, 90, ALL_MEMBERS, false, Không có thành viên Hội đồng nào được tính.",
    "0, 11, 0, 0, ENTITLED_MEMBERS, false, Không có thành viên Hội đồng nào được tính.",
  })
  void shouldMeasureVotesAgainstTheMembership(
      int votesFor,
      int members,
      int entitled,
      BigDecimal threshold,
      String denominator,
      boolean passed,
      String text) {
    var result = ballot(votesFor, members, entitled, threshold, denominator);

    assertThat(result.get("passed")).hasToString(String.valueOf(passed));
    assertThat(result.get("text").asText()).isEqualTo(text);
  }

  @Test
  void shouldNeverFailABallotByOneMoreVoteNorPassItByOneMoreMember() {
    var random = new Random(20_221_122);
    for (int run = 0; run < 100; run++) {
      var members = 1 + random.nextInt(30);
      var votes = random.nextInt(members);
      var threshold = BigDecimal.valueOf(random.nextInt(10_001), 2);

      if (passes(votes, members, threshold)) {
        assertThat(passes(votes + 1, members, threshold)).isTrue();
      } else {
        assertThat(passes(votes, members + 1, threshold)).isFalse();
      }
      assertThat(passes(members, members, threshold)).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "149, 1000, 15, , false",
    "150, 1000, 15, , false",
    "151, 1000, 15, , true",
    "5, 33, 15, , true",
    "4, 33, 15, , false",
    "1, 6, 15, , true",
    "0, 6, 15, , false",
    "1, 0, 15, , true",
    "0, 0, 15, , false",
    "6, 100, 15, 5, true",
    "5, 100, 15, 5, false",
    "16, 100, 15, 20, true",
    "15, 100, 15, 20, false",
    "6, 0, , 5, true",
    "5, 0, , 5, false",
    "500, 10, , , false",
  })
  void shouldCountThePlacesOfAQuota(
      int candidates, int base, BigDecimal percent, Integer ceiling, boolean exceeded) {
    var result = quota(candidates, base, percent, ceiling);

    assertThat(result.get("exceeded")).hasToString(String.valueOf(exceeded));
  }

  @Test
  void shouldSayHowManyPlacesThereAre() {
    assertThat(quota(6, 33, new BigDecimal(15), null).get("text").asText())
        .isEqualTo("6 đề nghị, chỉ có 4 suất: Hội đồng phải chọn.");
    assertThat(quota(4, 33, new BigDecimal(15), null).get("text").asText())
        .isEqualTo("4 đề nghị trong 4 suất.");
  }

  @Test
  void shouldNeverGiveMorePlacesThanTheShareOrTheCeilingAllows() {
    var random = new Random(20_221_122);
    for (int run = 0; run < 100; run++) {
      var base = random.nextInt(200);
      var percent = BigDecimal.valueOf(random.nextInt(10_001), 2);
      var ceiling = random.nextBoolean() ? random.nextInt(50) : null;
      var candidates = random.nextInt(200);

      if (!quota(candidates, base, percent, ceiling).get("exceeded").asBoolean()) {
        assertThat(BigDecimal.valueOf(100L * candidates))
            .isLessThanOrEqualTo(percent.multiply(BigDecimal.valueOf(base)));
        assertThat(ceiling).matches(most -> most == null || candidates <= most);
      }
    }
  }

  private static boolean passes(int votesFor, int members, BigDecimal threshold) {
    return ballot(votesFor, members, members, threshold, "ALL_MEMBERS").get("passed").asBoolean();
  }

  private static JsonNode ballot(
      int votesFor, int members, int entitled, BigDecimal threshold, String denominator) {
    var line = new HashMap<String, Object>();
    line.put("itemId", 1);
    line.put("votesFor", votesFor);
    line.put("members", members);
    line.put("entitled", entitled);
    line.put("threshold", threshold);
    line.put("denominator", denominator);
    return evaluate("ballot", Map.of("line", line));
  }

  private static JsonNode quota(int candidates, int base, BigDecimal percent, Integer ceiling) {
    var line = new HashMap<String, Object>();
    line.put("award", "CSTDCS");
    line.put("candidates", candidates);
    line.put("base", base);
    line.put("percent", percent);
    line.put("ceiling", ceiling);
    return evaluate("quota", Map.of("line", line));
  }

  private static List<JsonNode> findings(Map<String, Object> rule, Map<String, Object> facts) {
    return list(
        evaluate("eligibility", Map.of("rule", rule, "facts", facts, "subject", "INDIVIDUAL")));
  }

  private static List<JsonNode> documents(Map<String, Object> rule, String subject, String type) {
    return list(
        evaluate(
            "required-documents",
            Map.of("rule", rule, "subject", subject, "commendationType", type)));
  }

  private static List<JsonNode> list(JsonNode answer) {
    assertThat(answer.isArray()).as(answer.toString()).isTrue();
    return Stream.iterate(0, i -> i < answer.size(), i -> i + 1).map(answer::get).toList();
  }

  private static JsonNode evaluate(String decision, Map<String, Object> variables) {
    var answer =
        client.newEvaluateDecisionCommand().decisionId(decision).variables(variables).send().join();
    assertThat(answer.getFailureMessage()).isEmpty();
    try {
      return JSON.readTree(answer.getDecisionOutput());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Object> written(Object value) {
    return JSON.convertValue(value, new TypeReference<>() {});
  }

  /** A rule that asks for nothing, but for what is given here. */
  private static Map<String, Object> rule(Map<String, Object> asked) {
    var rule = new HashMap<String, Object>();
    for (var condition :
        List.of("priorYears", "initiatives", "ratingYears", "baseFighters", "disclosureDays")) {
      rule.put(condition, 0);
    }
    for (var condition :
        Arrays.asList(
            "priorAward",
            "priorAwardName",
            "initiativeLevel",
            "rating",
            "advancedWorkerPercent",
            "voteThreshold",
            "note")) {
      rule.put(condition, null);
    }
    rule.put("advancedWorkerMoreThan", false);
    rule.put("noDiscipline", false);
    rule.put("secretBallot", false);
    rule.put("procedure", "ORDINARY");
    rule.put("certainty", "CONFIRMED");
    rule.put("legalBasis", "Điều 22");
    rule.putAll(asked);
    return rule;
  }

  /** Facts of a nominee who has nothing, but for what is given here. */
  private static Map<String, Object> facts(Map<String, Object> given) {
    var facts = new HashMap<String, Object>();
    for (var number : List.of("priorYears", "initiatives", "ratingYears", "baseFighters")) {
      facts.put(number, 0);
    }
    for (var flag :
        List.of("disciplined", "pendingDiscipline", "openComplaint", "openInspection")) {
      facts.put(flag, false);
    }
    facts.put("advancedWorkerPercent", null);
    facts.putAll(given);
    return facts;
  }
}
