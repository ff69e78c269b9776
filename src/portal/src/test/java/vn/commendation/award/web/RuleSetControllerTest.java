package vn.commendation.award.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.never;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.commendation.audit.AuditEntry;
import vn.commendation.award.AwardRule;
import vn.commendation.award.Awards;
import vn.commendation.award.Certainty;
import vn.commendation.award.CommendationType;
import vn.commendation.award.RuleProblem;
import vn.commendation.award.RuleSamples;
import vn.commendation.award.RuleSet;
import vn.commendation.award.RuleSets;
import vn.commendation.award.RuleTransition;
import vn.commendation.award.Rules;
import vn.commendation.award.RulesRefused;
import vn.commendation.award.SubjectKind;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.portal.PortalSlice;
import vn.commendation.portal.Samples;

@PortalSlice
@WithMockUser(username = "admin", roles = "ADMIN")
class RuleSetControllerTest {

  private static final RuleSet DRAFT =
      new RuleSet("R5", "R5", "Luật mới", null, null, "Luật số 1", false, null);
  private static final RuleProblem OVERLAP =
      new RuleProblem(
          "overlap",
          "CSTD-TINH",
          SubjectKind.INDIVIDUAL,
          Set.of(CommendationType.MERIT),
          List.of());
  private static final AwardRule ROW = RuleSamples.with(AwardControllerTest.RULE, "ruleSet", "R5");

  @Autowired MockMvc mvc;
  @Autowired Directory directory;
  @Autowired Awards awards;
  @Autowired Rules rules;
  @Autowired RuleSets ruleSets;

  @BeforeEach
  void aPublishedSetAndADraft() {
    given(directory.account(any())).willReturn(Samples.account("admin", Role.ADMIN));
    given(awards.all()).willReturn(List.of(AwardControllerTest.TITLE, Samples.AWARD));
    given(rules.sets()).willReturn(List.of(AwardControllerTest.R1, DRAFT));
    given(rules.findSet("R1")).willReturn(Optional.of(AwardControllerTest.R1));
    given(rules.findSet("R5")).willReturn(Optional.of(DRAFT));
    given(rules.of("R5")).willReturn(List.of(ROW));
    given(rules.of("R1")).willReturn(List.of(AwardControllerTest.RULE));
    given(ruleSets.version("R5")).willReturn(4);
    given(ruleSets.mayEdit("admin")).willReturn(true);
  }

  @Test
  void shouldListSetsWithTheirTime() throws Exception {
    mvc.perform(get("/awards/rule-sets"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("từ 01/01/2014 đến hết 31/12/2023"),
                        containsString("Hết áp dụng"),
                        containsString("Dự thảo"),
                        not(containsString("??")))));
  }

  @Test
  void shouldShowADraftWithWhatIsStillToMendAndItsHistory() throws Exception {
    given(ruleSets.problems("R5")).willReturn(List.of(OVERLAP));
    given(ruleSets.history("R5"))
        .willReturn(
            List.of(
                new AuditEntry(
                    Instant.parse("2026-11-20T03:25:00Z"),
                    "admin",
                    "Trần Đức Quân",
                    "rules.copied",
                    "rule-set-R5",
                    "R4")));

    mvc.perform(get("/awards/rule-sets/R5"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Chiến sĩ thi đua cấp tỉnh (Cá nhân: công trạng)"),
                        containsString("đã có quy định khác cho cùng đối tượng và loại hình này."),
                        containsString("/awards/rule-sets/R5/rules/7"),
                        containsString("/awards/rule-sets/R5/publish"),
                        containsString("name=\"version\" value=\"4\""),
                        containsString("Lập dự thảo"),
                        containsString("20/11/2026 10:25"),
                        not(containsString("??")))));
  }

  @Test
  void shouldOfferNoChangeOfAPublishedSet() throws Exception {
    mvc.perform(get("/awards/rule-sets/R1"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("/awards/rule-sets/R1/copy"),
                        not(containsString("/publish")),
                        not(containsString("/rules/7")))));
    mvc.perform(get("/awards/rule-sets/R1/rules/7")).andExpect(status().isConflict());
  }

  @Test
  @WithMockUser(username = "head", roles = "UNIT_HEAD")
  void shouldLetEverybodyReadAndOthersChangeNothing() throws Exception {
    given(directory.account(any())).willReturn(Samples.account("head", Role.UNIT_HEAD));
    willThrow(new AccessDeniedException("no"))
        .given(ruleSets)
        .publish(eq("R5"), anyInt(), any(), eq("head"));

    mvc.perform(get("/awards/rule-sets/R5"))
        .andExpect(status().isOk())
        .andExpect(
            content().string(allOf(not(containsString("/copy")), not(containsString("/publish")))));
    mvc.perform(get("/awards/rule-sets/R5/rules/7")).andExpect(status().isForbidden());
    mvc.perform(saving()).andExpect(status().isForbidden());
    mvc.perform(
            post("/awards/rule-sets/R5/publish")
                .with(csrf())
                .param("version", "4")
                .param("firstDay", "2027-01-01"))
        .andExpect(status().isForbidden());
    then(ruleSets).should(never()).save(any(), anyInt(), any(), any());
  }

  @Test
  void shouldFillTheFormWithTheRowAndKeepEveryValue() throws Exception {
    mvc.perform(get("/awards/rule-sets/R5/rules/7"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Sửa quy định"),
                        containsString("Tỷ lệ Lao động tiên tiến (%)"),
                        containsString("<option value=\"PROVINCE\" selected=\"selected\">"),
                        containsString("<option value=\"EXCELLENT\" selected=\"selected\">"),
                        containsString("<option value=\"ALL_MEMBERS\" selected=\"selected\">"),
                        containsString("<option value=\"CSTD-TINH\" selected=\"selected\">"),
                        containsString("Bỏ quy định này"),
                        not(containsString("??")))));
    mvc.perform(get("/awards/rule-sets/R5/rules/new"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Thêm quy định"),
                        not(containsString("Bỏ quy định này")),
                        not(containsString("??")))));
    mvc.perform(get("/awards/rule-sets/R5/rules/99")).andExpect(status().isNotFound());
  }

  @Test
  void shouldSaveWhatWasTyped() throws Exception {
    mvc.perform(saving())
        .andExpect(redirectedUrl("/awards/rule-sets/R5"))
        .andExpect(flash().attribute("flash", "award.flash.row-saved"));

    var row = ArgumentCaptor.forClass(AwardRule.class);
    then(ruleSets).should().save(eq("R5"), eq(4), row.capture(), eq("admin"));
    assertThat(row.getValue().types())
        .containsExactlyInAnyOrder(CommendationType.MERIT, CommendationType.MOVEMENT);
    assertThat(row.getValue().voteThreshold()).isEqualByComparingTo(new BigDecimal("66.67"));
    assertThat(row.getValue().priorAward()).isNull();
    assertThat(row.getValue().priorYears()).isZero();
    assertThat(row.getValue().rating()).isNull();
    assertThat(row.getValue().boardDays()).isNull();
  }

  @Test
  void shouldNameTheRowThatWasRefused() throws Exception {
    willThrow(new RulesRefused(List.of(OVERLAP)))
        .given(ruleSets)
        .save(any(), anyInt(), any(), any());

    mvc.perform(saving())
        .andExpect(status().isUnprocessableEntity())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Chiến sĩ thi đua cấp tỉnh"),
                        containsString("đã có quy định khác"),
                        containsString("66.67"),
                        not(containsString("??")))));
  }

  @Test
  void shouldMarkWhatIsNoNumber() throws Exception {
    mvc.perform(saving().param("priorYears", "ba"))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("Giá trị không hợp lệ.")));
    then(ruleSets).should(never()).save(any(), anyInt(), any(), any());
  }

  @Test
  void shouldTellWhoCameSecond() throws Exception {
    willThrow(new OptimisticLockingFailureException("stale"))
        .given(ruleSets)
        .save(any(), anyInt(), any(), any());

    mvc.perform(saving())
        .andExpect(status().isConflict())
        .andExpect(content().string(containsString("đã được người khác thay đổi")));
  }

  @Test
  void shouldPublishFromADay() throws Exception {
    mvc.perform(
            post("/awards/rule-sets/R5/publish")
                .with(csrf())
                .param("version", "4")
                .param("firstDay", "2027-01-01"))
        .andExpect(redirectedUrl("/awards/rule-sets/R5"))
        .andExpect(flash().attribute("flash", "award.flash.published"));
    then(ruleSets).should().publish("R5", 4, LocalDate.of(2027, 1, 1), "admin");
  }

  @Test
  void shouldSayWhyASetWasNotPublished() throws Exception {
    willThrow(
            new RulesRefused(
                List.of(new RuleProblem("first-day-past", null, null, Set.of(), List.of()))))
        .given(ruleSets)
        .publish(any(), anyInt(), any(), any());

    mvc.perform(
            post("/awards/rule-sets/R5/publish")
                .with(csrf())
                .param("version", "4")
                .param("firstDay", ""))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("Ngày đầu tiên áp dụng phải sau hôm nay.")));
  }

  @Test
  void shouldCopyASetAndKeepWhatWasTypedWhenRefused() throws Exception {
    var copying =
        post("/awards/rule-sets/R1/copy")
            .with(csrf())
            .param("newCode", " R6 ")
            .param("name", "Luật mới nhất")
            .param("regime", "R6")
            .param("legalBasis", "Luật số 2");

    mvc.perform(copying).andExpect(redirectedUrl("/awards/rule-sets/R6"));
    then(ruleSets)
        .should()
        .copy(
            "R1",
            new RuleSet("R6", "R6", "Luật mới nhất", null, null, "Luật số 2", false, null),
            "admin");

    willThrow(
            new RulesRefused(
                List.of(
                    new RuleProblem("name-taken", null, null, Set.of(), List.of("Luật mới nhất")))))
        .given(ruleSets)
        .copy(any(), any(), any());
    mvc.perform(copying)
        .andExpect(status().isUnprocessableEntity())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Tên “Luật mới nhất” đã được dùng"),
                        containsString("value=\"R6\""))));
  }

  @Test
  void shouldRemoveARowWithAReason() throws Exception {
    mvc.perform(
            post("/awards/rule-sets/R5/rules/7/remove")
                .with(csrf())
                .param("version", "4")
                .param("reason", "Không còn trong luật"))
        .andExpect(redirectedUrl("/awards/rule-sets/R5"));
    then(ruleSets).should().remove("R5", 4, 7, "Không còn trong luật", "admin");
  }

  @Test
  void shouldDiscardADraftOnceItsCodeIsTypedAgain() throws Exception {
    mvc.perform(discarding("R5"))
        .andExpect(redirectedUrl("/awards/rule-sets"))
        .andExpect(flash().attribute("flash", "award.flash.discarded"));
    then(ruleSets).should().discard("R5", 4, "R5", "Nhập nhầm", "admin");

    willThrow(
            new RulesRefused(
                List.of(new RuleProblem("not-confirmed", null, null, Set.of(), List.of()))))
        .given(ruleSets)
        .discard(any(), anyInt(), any(), any(), any());
    mvc.perform(discarding("R4"))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Mã nhập lại không khớp"),
                        containsString("> Nhập nhầm </textarea>"),
                        not(containsString("??")))));
  }

  @Test
  void shouldListWhatWasDiscarded() throws Exception {
    given(ruleSets.discarded())
        .willReturn(
            List.of(
                new AuditEntry(
                    Instant.parse("2026-11-20T03:25:00Z"),
                    "admin",
                    "Trần Đức Quân",
                    "rules.discarded",
                    "rule-sets",
                    "R6 – Luật mới: Nhập nhầm")));

    mvc.perform(get("/awards/rule-sets"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Dự thảo đã hủy"),
                        containsString("R6 – Luật mới: Nhập nhầm"),
                        not(containsString("??")))));
  }

  @Test
  void shouldSayWhatASetMeansForEarlierCases() throws Exception {
    given(rules.findSet("R4"))
        .willReturn(
            Optional.of(
                new RuleSet(
                    "R4",
                    "R4",
                    "Luật sửa đổi",
                    LocalDate.of(2026, 10, 1),
                    null,
                    "Luật số 1",
                    true,
                    new RuleTransition(
                        null,
                        LocalDate.of(2026, 10, 1),
                        "Điều 2",
                        Certainty.UNVERIFIED,
                        "Chưa đối chiếu"))));

    mvc.perform(get("/awards/rule-sets/R4"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Hồ sơ nhận trước ngày 01/10/2026"),
                        containsString("chưa xác minh"),
                        containsString("Điều 2"),
                        containsString("Chưa đối chiếu"),
                        not(containsString("/transition\"")),
                        not(containsString("??")))));
  }

  @Test
  void shouldTakeTheTransitionOfADraftOrItsAbsence() throws Exception {
    mvc.perform(transition("2027-01-01", "Điều 2"))
        .andExpect(redirectedUrl("/awards/rule-sets/R5"))
        .andExpect(flash().attribute("flash", "award.flash.transition-saved"));
    then(ruleSets)
        .should()
        .setTransition(
            "R5",
            4,
            new RuleTransition(
                null, LocalDate.of(2027, 1, 1), "Điều 2", Certainty.UNVERIFIED, null),
            "admin");

    mvc.perform(transition("", "")).andExpect(redirectedUrl("/awards/rule-sets/R5"));
    then(ruleSets).should().setTransition("R5", 4, null, "admin");

    willThrow(
            new RulesRefused(
                List.of(new RuleProblem("transition-days", null, null, Set.of(), List.of()))))
        .given(ruleSets)
        .setTransition(any(), anyInt(), any(), any());
    mvc.perform(transition("", "Điều 2"))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("phải có ngày giới hạn"),
                        containsString("value=\"Điều 2\""),
                        not(containsString("??")))));
  }

  private static MockHttpServletRequestBuilder discarding(String confirmation) {
    return post("/awards/rule-sets/R5/discard")
        .with(csrf())
        .param("version", "4")
        .param("reason", " Nhập nhầm ")
        .param("confirmation", confirmation);
  }

  private static MockHttpServletRequestBuilder transition(String before, String basis) {
    return post("/awards/rule-sets/R5/transition")
        .with(csrf())
        .param("version", "4")
        .param("receivedFrom", "")
        .param("receivedBefore", before)
        .param("legalBasis", basis)
        .param("certainty", "UNVERIFIED")
        .param("note", "");
  }

  @Test
  void shouldNotKnowASetOrARowThatDoesNotExist() throws Exception {
    willThrow(new NoSuchElementException())
        .given(ruleSets)
        .remove(any(), anyInt(), eq(9L), any(), any());

    mvc.perform(get("/awards/rule-sets/R9")).andExpect(status().isNotFound());
    mvc.perform(
            post("/awards/rule-sets/R5/rules/9/remove")
                .with(csrf())
                .param("version", "4")
                .param("reason", "x"))
        .andExpect(status().isNotFound());
  }

  private static MockHttpServletRequestBuilder saving() {
    return post("/awards/rule-sets/R5/rules")
        .with(csrf())
        .param("version", "4")
        .param("id", "7")
        .param("award", "CSTD-TINH")
        .param("subject", "INDIVIDUAL")
        .param("types", "MERIT", "MOVEMENT")
        .param("authority", "PROVINCE")
        .param("level", "Tỉnh")
        .param("procedure", "ORDINARY")
        .param("priorAward", "")
        .param("rating", "")
        .param("boardDays", "")
        .param("voteThreshold", "66.67")
        .param("voteDenominator", "ALL_MEMBERS")
        .param("reviewDays", "5")
        .param("legalBasis", "Điều 22")
        .param("certainty", "UNVERIFIED");
  }
}
