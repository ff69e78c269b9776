package vn.commendation.award.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import vn.commendation.award.Award;
import vn.commendation.award.AwardKind;
import vn.commendation.award.AwardRule;
import vn.commendation.award.AwardSubject;
import vn.commendation.award.Awards;
import vn.commendation.award.Certainty;
import vn.commendation.award.CommendationType;
import vn.commendation.award.DecidingAuthority;
import vn.commendation.award.InitiativeLevel;
import vn.commendation.award.QuotaScope;
import vn.commendation.award.RuleSamples;
import vn.commendation.award.RuleSet;
import vn.commendation.award.Rules;
import vn.commendation.award.SubjectKind;
import vn.commendation.award.WorkRating;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.portal.PortalSlice;
import vn.commendation.portal.Samples;

@PortalSlice
@WithMockUser(username = "head", roles = "UNIT_HEAD")
class AwardControllerTest {

  static final Award TITLE =
      new Award(
          "CSTD-TINH",
          "Chiến sĩ thi đua cấp tỉnh",
          "Provincial Emulation Fighter",
          AwardKind.TITLE,
          AwardSubject.INDIVIDUAL);
  static final AwardRule RULE =
      RuleSamples.with(
          RuleSamples.rule(7, "CSTD-TINH", SubjectKind.INDIVIDUAL, CommendationType.MERIT),
          "authority",
          DecidingAuthority.PROVINCE,
          "ruleSet",
          "R1",
          "priorAward",
          "CSTDCS",
          "priorAwardName",
          "Chiến sĩ thi đua cơ sở",
          "priorYears",
          3,
          "initiatives",
          1,
          "initiativeLevel",
          InitiativeLevel.PROVINCE,
          "rating",
          WorkRating.EXCELLENT,
          "ratingYears",
          2,
          "quotaPercent",
          new BigDecimal("15.00"),
          "quotaOf",
          "CSTD-TINH",
          "quotaScope",
          QuotaScope.DEPARTMENT,
          "secretBallot",
          true,
          "boardDays",
          25);
  static final RuleSet R1 =
      new RuleSet(
          "R1",
          "R1",
          "Luật 2003",
          LocalDate.of(2014, 1, 1),
          LocalDate.of(2024, 1, 1),
          "Luật 2003",
          true,
          null);

  @Autowired MockMvc mvc;
  @Autowired Directory directory;
  @Autowired Awards awards;
  @Autowired Rules rules;

  @BeforeEach
  void oneAwardWithOneRule() {
    given(directory.account(any())).willReturn(Samples.account("head", Role.UNIT_HEAD));
    given(awards.all()).willReturn(List.of(TITLE, Samples.AWARD));
    given(awards.find("CSTD-TINH")).willReturn(Optional.of(TITLE));
    given(rules.sets()).willReturn(List.of(R1));
  }

  @Test
  void shouldSayInWordsWhatIsAskedForOnADay() throws Exception {
    given(rules.findInForce(LocalDate.of(2022, 5, 30))).willReturn(Optional.of(R1));
    given(rules.of("R1")).willReturn(List.of(RULE));

    mvc.perform(get("/awards?on=2022-05-30"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Ngày 30/05/2022 áp dụng bộ quy định"),
                        containsString("từ 01/01/2014 đến hết 31/12/2023"),
                        containsString("3 năm liên tục liền trước: Chiến sĩ thi đua cơ sở"),
                        containsString("2 năm liên tục xếp loại: hoàn thành xuất sắc nhiệm vụ"),
                        containsString("1 sáng kiến hoặc đề tài được công nhận, phạm vi cấp tỉnh"),
                        containsString("Không quá 15% số Chiến sĩ thi đua cấp tỉnh"),
                        containsString("từ 50,01% tính trên tổng số thành viên Hội đồng"),
                        containsString(", phiếu kín"),
                        containsString("chưa xác minh"),
                        containsString("Bộ quy định này chưa có nội dung"),
                        not(containsString("??")))));
  }

  @Test
  void shouldTakeTodayWhenNoDayIsChosenAndSayIfNothingIsInForce() throws Exception {
    given(rules.findInForce(LocalDate.of(2026, 11, 22))).willReturn(Optional.empty());

    mvc.perform(get("/awards"))
        .andExpect(
            content().string(containsString("Chưa có bộ quy định nào áp dụng ngày 22/11/2026")));
    mvc.perform(get("/awards?on=hom-nay")).andExpect(status().isBadRequest());
  }

  @Test
  void shouldShowEveryRuleOfAnAwardWithItsBasis() throws Exception {
    given(rules.ofAward("CSTD-TINH"))
        .willReturn(List.of(RuleSamples.with(RULE, "certainty", Certainty.CONFIRMED)));

    mvc.perform(get("/awards/CSTD-TINH"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Hết áp dụng"),
                        containsString("đã xác minh"),
                        containsString("Điều 75"),
                        containsString("Chưa có quy định của địa phương."),
                        containsString("Nhắc cấp trên sau 25 ngày làm việc"),
                        containsString("Tiền thưởng: 0,3 lần mức lương cơ sở"),
                        not(containsString("??")))));
  }

  @Test
  void shouldSpeakEnglish() throws Exception {
    given(rules.ofAward("CSTD-TINH")).willReturn(List.of(RULE));

    mvc.perform(get("/awards/CSTD-TINH?lang=en"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Provincial Emulation Fighter"),
                        containsString("Council ballot: at least 50.01%"),
                        not(containsString("??")))));
  }

  @Test
  void shouldNotKnowAnAwardThatDoesNotExist() throws Exception {
    mvc.perform(get("/awards/KHONG-CO")).andExpect(status().isNotFound());
  }
}
