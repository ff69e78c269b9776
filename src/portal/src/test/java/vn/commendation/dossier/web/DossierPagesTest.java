package vn.commendation.dossier.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import vn.commendation.award.DecidingAuthority;
import vn.commendation.award.SubjectKind;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.dossier.Candidate;
import vn.commendation.dossier.Conflict;
import vn.commendation.dossier.ConflictForm;
import vn.commendation.dossier.ConflictKind;
import vn.commendation.dossier.Council;
import vn.commendation.dossier.CouncilMember;
import vn.commendation.dossier.CouncilRole;
import vn.commendation.dossier.DossierDetails;
import vn.commendation.dossier.DossierEvent;
import vn.commendation.dossier.DossierFilter;
import vn.commendation.dossier.DossierRefused;
import vn.commendation.dossier.DossierStatus;
import vn.commendation.dossier.DossierSummary;
import vn.commendation.dossier.Dossiers;
import vn.commendation.dossier.ItemStatus;
import vn.commendation.dossier.ItemView;
import vn.commendation.dossier.NewDossier;
import vn.commendation.dossier.QuotaView;
import vn.commendation.engine.Way;
import vn.commendation.portal.PortalSlice;
import vn.commendation.portal.Samples;
import vn.commendation.publication.Objection;
import vn.commendation.publication.ObjectionSource;
import vn.commendation.publication.ObjectionView;

@PortalSlice
@WithMockUser(username = "office", roles = "OFFICE_OFFICER")
class DossierPagesTest {

  private static final String ID = Samples.ID;
  private static final String PAGE = "/dossiers/" + ID;
  private static final Instant AT = Instant.parse("2026-11-20T03:25:00Z");
  private static final CouncilMember MEMBER =
      new CouncilMember(
          4, 17, "Trần Thị Thanh Hòa", "Trưởng phòng", CouncilRole.MEMBER, LocalDate.EPOCH, null);

  @Autowired MockMvc mvc;
  @Autowired Directory directory;
  @Autowired Dossiers dossiers;
  @Autowired Council council;

  @BeforeEach
  void logIn() {
    given(directory.account(any())).willReturn(Samples.account("office", Role.OFFICE_OFFICER));
    given(dossiers.mayOpen("office")).willReturn(true);
    given(dossiers.candidates(any()))
        .willReturn(
            Map.of(
                "Giấy khen",
                List.of(
                    new Candidate(
                        ID,
                        "HTB-0001",
                        "Phạm Đình Khôi",
                        "Phòng",
                        "Giấy khen",
                        null,
                        "Sáng kiến",
                        true,
                        false))));
  }

  @Test
  void shouldListBatchesPageByPage() throws Exception {
    var request = PageRequest.of(1, 20);
    given(dossiers.search(new DossierFilter("đợt 1", DossierStatus.SIGNATURE, true), request))
        .willReturn(new PageImpl<>(List.of(summary(DossierStatus.SIGNATURE)), request, 50));

    mvc.perform(get("/dossiers?q= đợt 1 &status=SIGNATURE&overdue=true&page=1"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString(PAGE),
                        containsString("Tìm thấy 50 đợt trình"),
                        containsString("Lãnh đạo Sở ký"),
                        containsString("status=SIGNATURE&amp;overdue=true&amp;page=2"))));
  }

  @ParameterizedTest
  @EnumSource(DossierStatus.class)
  void shouldShowABatchWhereverItStands(DossierStatus status) throws Exception {
    given(dossiers.details(ID, "office")).willReturn(Optional.of(details(status, true)));

    for (var language : List.of("vi", "en")) {
      mvc.perform(get(PAGE + "?lang=" + language))
          .andExpect(status().isOk())
          .andExpect(
              content()
                  .string(
                      allOf(
                          containsString("TTr-2026-001"),
                          containsString("05/QĐ-SKHCN"),
                          containsString(
                              "http://localhost:8080/operaton/app/tasklist/default/#/?task=17"),
                          containsString("/models/dossier.bpmn"),
                          containsString("Lê Thị Bích Ngọc (0900)"),
                          containsString(
                              "http://localhost:8080/operaton/app/tasklist/default/#/?task=18"),
                          not(containsString("??")))));
    }
  }

  @ParameterizedTest
  @EnumSource(ItemStatus.class)
  void shouldShowEveryOutcomeOfANominee(ItemStatus status) throws Exception {
    given(dossiers.details(ID, "office"))
        .willReturn(Optional.of(details(DossierStatus.BOARD, status, true)));

    mvc.perform(get(PAGE)).andExpect(content().string(not(containsString("??"))));
  }

  @Test
  void shouldNotSayWhoObjectsToThoseWhoNeedNotKnow() throws Exception {
    given(dossiers.details(ID, "office"))
        .willReturn(Optional.of(details(DossierStatus.DISCLOSURE, false)));

    mvc.perform(get(PAGE))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Không đúng người"),
                        not(containsString("nhanvien1")),
                        not(containsString("Lê Thị Bích Ngọc")),
                        not(containsString("?task=18")))));
  }

  @Test
  void shouldHideAnUnknownBatch() throws Exception {
    given(dossiers.details(ID, "office")).willReturn(Optional.empty());

    mvc.perform(get(PAGE)).andExpect(status().isNotFound());
    mvc.perform(get("/dossiers/nope")).andExpect(status().isNotFound());
  }

  @Test
  @WithMockUser(username = "head", roles = "UNIT_HEAD")
  void shouldNotShowBatchesToUnits() throws Exception {
    mvc.perform(get("/dossiers")).andExpect(status().isForbidden());
    mvc.perform(get(PAGE)).andExpect(status().isForbidden());
  }

  @Test
  void shouldOfferAcceptedCasesOfTheChosenAuthority() throws Exception {
    mvc.perform(get("/dossiers/new?authority=PROVINCE"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Phạm Đình Khôi"),
                        containsString("Hội đồng Sở bỏ phiếu"),
                        containsString("Không công khai"))));
    then(dossiers).should().candidates(DecidingAuthority.PROVINCE);
  }

  @Test
  void shouldOpenABatch() throws Exception {
    given(
            dossiers.open(
                new NewDossier(DecidingAuthority.DIRECTOR, "Khen thưởng", List.of(ID)), "office"))
        .willReturn(ID);

    mvc.perform(
            post("/dossiers")
                .param("authority", "DIRECTOR")
                .param("title", "Khen thưởng")
                .param("nominations", ID)
                .with(csrf()))
        .andExpect(redirectedUrl(PAGE))
        .andExpect(flash().attribute("flash", "dossier.flash.opened"));
  }

  @ParameterizedTest
  @CsvSource({
    "mixed-ballot, 422, một hồ sơ phải bỏ phiếu",
    "mixed-disclosure, 422, một hồ sơ phải công khai",
    "nobody-chosen, 422, Chọn từ một đến",
    "own-case, 422, Bạn là người được đề nghị",
    "taken, 409, vừa được đưa vào đợt trình khác",
  })
  void shouldSayWhyABatchCannotBeOpenedAndKeepWhatWasChosen(String code, int status, String text)
      throws Exception {
    given(dossiers.open(any(), any())).willThrow(new DossierRefused(code, "A", "B"));

    mvc.perform(post("/dossiers").param("title", "Đợt 1").param("nominations", ID).with(csrf()))
        .andExpect(status().is(status))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString(text),
                        containsString("Đợt 1"),
                        containsString("checked=\"checked\""))));
  }

  @Test
  void shouldNotLetOthersOpenABatch() throws Exception {
    given(dossiers.mayOpen("office")).willReturn(false);

    mvc.perform(get("/dossiers/new")).andExpect(status().isForbidden());
    mvc.perform(post("/dossiers").param("title", "x").with(csrf()))
        .andExpect(status().isForbidden());
  }

  @Test
  void shouldDeclareAConflict() throws Exception {
    given(dossiers.conflictForm(ID, "office")).willReturn(Optional.of(conflictForm()));

    mvc.perform(get(PAGE + "/conflicts"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString(">người đề nghị<"),
                        containsString("Trần Thị Thanh Hòa"),
                        not(containsString("??")))));
    mvc.perform(
            post(PAGE + "/conflicts")
                .param("member", "17")
                .param("nomination", ID)
                .param("reason", "Anh em họ")
                .with(csrf()))
        .andExpect(redirectedUrl(PAGE + "/conflicts"));
    then(dossiers).should().declareConflict(ID, ID, 17, "Anh em họ", "office");
  }

  @Test
  void shouldSayThatAConflictIsKnown() throws Exception {
    given(dossiers.conflictForm(ID, "office")).willReturn(Optional.of(conflictForm()));
    willThrow(new DossierRefused("conflict-known", "Hòa", "Khôi"))
        .given(dossiers)
        .declareConflict(any(), any(), anyLong(), any(), any());

    mvc.perform(post(PAGE + "/conflicts").param("member", "17").with(csrf()))
        .andExpect(status().isConflict())
        .andExpect(content().string(containsString("Hòa đã được ghi nhận")));
  }

  @Test
  void shouldTakeNoConflictAfterTheBallot() throws Exception {
    given(dossiers.conflictForm(ID, "office")).willReturn(Optional.empty());

    mvc.perform(get(PAGE + "/conflicts")).andExpect(status().isNotFound());
  }

  @Test
  void shouldKeepTheCouncil() throws Exception {
    given(council.all()).willReturn(List.of(MEMBER));
    given(council.candidates("office")).willReturn(List.of(Samples.person(10)));

    mvc.perform(get("/dossiers/council"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Trần Thị Thanh Hòa"),
                        containsString("/dossiers/council/4/end"),
                        containsString("Ủy viên"),
                        not(containsString("??")))));
    mvc.perform(
            post("/dossiers/council")
                .param("person", "10")
                .param("role", "CHAIR")
                .param("from", "2026-01-01")
                .with(csrf()))
        .andExpect(redirectedUrl("/dossiers/council"));
    then(council).should().add(10, CouncilRole.CHAIR, LocalDate.of(2026, 1, 1), null, "office");
    mvc.perform(post("/dossiers/council/4/end").param("lastDay", "2026-12-31").with(csrf()))
        .andExpect(redirectedUrl("/dossiers/council"));
    then(council).should().end(4, LocalDate.of(2026, 12, 31), "office");
  }

  @Test
  void shouldOnlyShowTheCouncilToThoseWhoDoNotKeepIt() throws Exception {
    given(council.all()).willReturn(List.of(MEMBER));
    given(council.candidates("office")).willReturn(List.of());
    willThrow(new DossierRefused("role")).given(council).add(anyLong(), any(), any(), any(), any());

    mvc.perform(get("/dossiers/council"))
        .andExpect(content().string(not(containsString("/dossiers/council/4/end"))));
    mvc.perform(post("/dossiers/council").param("person", "10").with(csrf()))
        .andExpect(status().isForbidden());
  }

  private static DossierSummary summary(DossierStatus status) {
    return new DossierSummary(
        ID, "TTr-2026-001", "Khen thưởng năm 2026", DecidingAuthority.PROVINCE, status, 1, AT, AT);
  }

  private static ConflictForm conflictForm() {
    return new ConflictForm(
        summary(DossierStatus.BALLOT),
        List.of(MEMBER),
        List.of(item(ItemStatus.IN)),
        List.of(new Conflict(ID, 17, "Trần Thị Thanh Hòa", ConflictKind.NOMINATOR, null)));
  }

  private static ItemView item(ItemStatus status) {
    return new ItemView(
        ID,
        "HTB-0001",
        "Phạm Đình Khôi",
        "Chuyên viên",
        SubjectKind.INDIVIDUAL,
        "Phòng",
        "Bằng khen",
        status,
        8,
        6,
        1,
        1,
        0,
        2,
        1,
        "6/9 phiếu tán thành",
        "1234/QĐ-UBND",
        LocalDate.of(2026, 11, 20));
  }

  private static DossierDetails details(DossierStatus status, boolean objectorsKnown) {
    return details(status, ItemStatus.PASSED, objectorsKnown);
  }

  private static DossierDetails details(
      DossierStatus status, ItemStatus item, boolean objectorsKnown) {
    return new DossierDetails(
        summary(status),
        new DossierDetails.Link(ID, "TTr-2025-009"),
        List.of(new DossierDetails.Link(ID, "TTr-2026-002")),
        true,
        true,
        "Phạm Thị Minh Thư",
        AT,
        LocalDate.of(2026, 11, 18),
        "Biên bản",
        9,
        AT,
        "Nguyễn Văn Hùng",
        "GIÁM ĐỐC",
        AT,
        true,
        "05/QĐ-SKHCN",
        LocalDate.of(2026, 11, 20),
        AT,
        "77/TN",
        LocalDate.of(2026, 11, 20),
        "Bổ sung",
        "Đã bổ sung",
        List.of(item(item)),
        List.of(new QuotaView("Chiến sĩ thi đua cơ sở 2026", 2, 3, 1, 7, true, "Vượt")),
        List.of(new Conflict(ID, 17, "Trần Thị Thanh Hòa", ConflictKind.DECLARED, "Họ hàng")),
        List.of(
            new ObjectionView(
                new Objection(
                    "o1",
                    ID,
                    ID,
                    "Phạm Đình Khôi",
                    ObjectionSource.ACCOUNT,
                    "nhanvien1",
                    "0900",
                    null,
                    null,
                    null,
                    "Không đúng người",
                    AT,
                    null,
                    null,
                    null,
                    null),
                objectorsKnown ? "Lê Thị Bích Ngọc" : null,
                objectorsKnown
                    ? "http://localhost:8080/operaton/app/tasklist/default/#/?task=18"
                    : null)),
        List.of(new DossierEvent(AT, "Nguyễn Văn Hùng", "dossier.signed", null)),
        true,
        "http://localhost:8080/operaton/app/tasklist/default/#/?task=17",
        "http://localhost:8080/operaton/app/cockpit/default/#/process-instance/11/runtime",
        new Way(Map.of("CouncilBallot", AT, "QuotaSelection", AT), List.of("ToBallot")));
  }
}
