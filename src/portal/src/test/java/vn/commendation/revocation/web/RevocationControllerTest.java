package vn.commendation.revocation.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageImpl;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import vn.commendation.audit.AuditEntry;
import vn.commendation.award.DecidingAuthority;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.engine.Way;
import vn.commendation.facts.AwardGiven;
import vn.commendation.portal.PortalSlice;
import vn.commendation.portal.Samples;
import vn.commendation.revocation.BoardAnswer;
import vn.commendation.revocation.Dependent;
import vn.commendation.revocation.RevocableAward;
import vn.commendation.revocation.RevocationCause;
import vn.commendation.revocation.RevocationDetails;
import vn.commendation.revocation.RevocationProposal;
import vn.commendation.revocation.RevocationRefusals;
import vn.commendation.revocation.RevocationStatus;
import vn.commendation.revocation.RevocationSummary;
import vn.commendation.revocation.Revocations;

@PortalSlice
@WithMockUser(username = "office", roles = "OFFICE_OFFICER")
class RevocationControllerTest {

  private static final String ID = "6f1f2d3c-0000-4000-8000-0000000000e1";
  private static final String REVOCATION = "/revocations/" + ID;
  private static final Instant AT = Instant.parse("2026-11-20T03:00:00Z");

  @Autowired MockMvc mvc;
  @Autowired Directory directory;
  @Autowired Revocations revocations;

  @BeforeEach
  void oneRevocation() {
    given(directory.account(any())).willReturn(Samples.account("office", Role.OFFICE_OFFICER));
    given(revocations.award(7, "office"))
        .willReturn(
            new RevocableAward(
                new AwardGiven(
                    7,
                    20L,
                    3,
                    "Phạm Đình Khôi",
                    "LDTT",
                    2024,
                    null,
                    null,
                    "15/QĐ-SKHCN",
                    LocalDate.of(2024, 12, 20),
                    "Giám đốc Sở",
                    null,
                    null),
                "Lao động tiên tiến",
                "Phòng Quản lý Công nghệ",
                DecidingAuthority.DIRECTOR));
  }

  @Test
  void shouldListRevocations() throws Exception {
    given(revocations.list(any(), anyBoolean(), eq("office"), any()))
        .willReturn(new PageImpl<>(List.of(summary(RevocationStatus.DECISION))));

    mvc.perform(get("/revocations"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("TH-2026-001"),
                        containsString(REVOCATION),
                        containsString("Lãnh đạo Sở xem xét"))));
  }

  @Test
  void shouldShowTheAwardAndTheGroundsOfTheLaw() throws Exception {
    mvc.perform(get("/revocations/new").param("award", "7"))
        .andExpect(status().isOk())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Số 15/QĐ-SKHCN ngày 20/12/2024"),
                        containsString("Gian dối trong kê khai thành tích"),
                        containsString("value=\"LATER_CONCLUSION\""),
                        containsString("chưa xác minh"))));
  }

  @Test
  void shouldLeadToTheRevocationThatIsUnderWay() throws Exception {
    given(revocations.openFor(7)).willReturn(Optional.of(ID));

    mvc.perform(get("/revocations/new").param("award", "7")).andExpect(redirectedUrl(REVOCATION));
  }

  @Test
  void shouldNotKnowAnAwardThatDoesNotExist() throws Exception {
    given(revocations.award(anyLong(), any())).willThrow(new NoSuchElementException());

    mvc.perform(get("/revocations/new").param("award", "8")).andExpect(status().isNotFound());
    mvc.perform(get("/revocations/new").param("award", "x")).andExpect(status().isBadRequest());
    mvc.perform(get(REVOCATION)).andExpect(status().isNotFound());
  }

  @Test
  void shouldRefuseWhomTheServiceRefuses() throws Exception {
    given(revocations.award(anyLong(), any())).willThrow(new AccessDeniedException("office"));

    mvc.perform(get("/revocations/new").param("award", "7")).andExpect(status().isForbidden());
  }

  @Test
  void shouldProposeWhatWasTyped() throws Exception {
    mvc.perform(
            post("/revocations")
                .param("id", ID)
                .param("award", "7")
                .param("cause", "FORGED_DOSSIER")
                .param("explanation", " Giấy xác nhận giả ")
                .param("reference", "")
                .with(csrf()))
        .andExpect(redirectedUrl(REVOCATION));

    then(revocations)
        .should()
        .propose(
            new RevocationProposal(
                ID, 7, RevocationCause.FORGED_DOSSIER, "Giấy xác nhận giả", null),
            "office");
  }

  @Test
  void shouldSayWhyAProposalIsRefusedAndKeepWhatWasTyped() throws Exception {
    willThrow(RevocationRefusals.explanation()).given(revocations).propose(any(), any());

    mvc.perform(
            post("/revocations")
                .param("id", ID)
                .param("award", "7")
                .param("cause", "FORGED_DOSSIER")
                .param("reference", "KL 12")
                .with(csrf()))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Vui lòng nêu nội dung sự việc"),
                        containsString("value=\"KL 12\""),
                        containsString(
                            "value=\"FORGED_DOSSIER\" id=\"cause2\" name=\"cause\" checked"),
                        containsString(ID))));
  }

  @Test
  void shouldShowARevocationWithWhatDependsOnIt() throws Exception {
    given(revocations.details(ID, "office"))
        .willReturn(Optional.of(details(RevocationStatus.REVOKED)));

    mvc.perform(get(REVOCATION))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Đã hủy bỏ quyết định"),
                        containsString(REVOCATION + "/rechecks/9"),
                        containsString("/revocations/new?award=9"),
                        containsString("Đề nghị hủy bỏ quyết định khen thưởng"),
                        containsString(REVOCATION + "/recoveries"),
                        containsString(
                            "http://localhost:8080/operaton/app/cockpit/default/#/process-instance/11/runtime"),
                        not(containsString("/board-answer")))));
  }

  @Test
  void shouldRecordTheAnswerOfTheProvince() throws Exception {
    mvc.perform(
            post(REVOCATION + "/board-answer")
                .param("revoked", "true")
                .param("reference", "77/QĐ-UBND")
                .param("answeredOn", "2026-11-21")
                .with(csrf()))
        .andExpect(redirectedUrl(REVOCATION));

    then(revocations)
        .should()
        .recordBoardAnswer(
            ID, new BoardAnswer(true, "77/QĐ-UBND", LocalDate.of(2026, 11, 21), null), "office");
  }

  @Test
  void shouldShowADateThatIsNoneAgain() throws Exception {
    given(revocations.details(ID, "office"))
        .willReturn(Optional.of(details(RevocationStatus.BOARD)));

    mvc.perform(
            post(REVOCATION + "/board-answer")
                .param("revoked", "false")
                .param("reference", "77/QĐ-UBND")
                .param("answeredOn", "31/02/2026")
                .with(csrf()))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Giá trị không hợp lệ."),
                        containsString("name=\"revoked\" checked=\"checked\""))));
    then(revocations).should().details(ID, "office");
    then(revocations).shouldHaveNoMoreInteractions();
  }

  @Test
  void shouldSayThatSomebodyElseHasCheckedAlready() throws Exception {
    given(revocations.details(ID, "office"))
        .willReturn(Optional.of(details(RevocationStatus.REVOKED)));
    willThrow(RevocationRefusals.alreadyChecked())
        .given(revocations)
        .recheck(ID, 9, "Vẫn đủ điều kiện", "office");

    mvc.perform(post(REVOCATION + "/rechecks/9").param("note", " Vẫn đủ điều kiện ").with(csrf()))
        .andExpect(status().isConflict())
        .andExpect(content().string(containsString("Khen thưởng này đã được kiểm tra lại")));
  }

  @Test
  void shouldRecordWhatWasRecovered() throws Exception {
    mvc.perform(
            post(REVOCATION + "/recoveries")
                .param("recoveryId", ID)
                .param("note", "Đã nộp lại 702.000 đồng")
                .with(csrf()))
        .andExpect(redirectedUrl(REVOCATION));

    then(revocations).should().recordRecovery(ID, ID, "Đã nộp lại 702.000 đồng", "office");
  }

  private static RevocationSummary summary(RevocationStatus status) {
    return new RevocationSummary(
        ID,
        "TH-2026-001",
        "Phạm Đình Khôi",
        "Phòng Quản lý Công nghệ",
        "Lao động tiên tiến",
        status,
        null,
        AT);
  }

  private static RevocationDetails details(RevocationStatus status) {
    return new RevocationDetails(
        summary(status),
        DecidingAuthority.DIRECTOR,
        "15/QĐ-SKHCN",
        LocalDate.of(2024, 12, 20),
        Samples.ID,
        RevocationCause.FORGED_DOSSIER,
        "Giấy xác nhận giả",
        null,
        "Phạm Thị Minh Thư",
        "Nguyễn Văn Hùng",
        AT,
        "Đồng ý",
        "20/QĐ-SKHCN",
        LocalDate.of(2026, 11, 20),
        null,
        null,
        null,
        List.of(
            new Dependent(
                9, "Phạm Đình Khôi", "Chiến sĩ thi đua cơ sở", 2025, null, null, null, null, null)),
        status == RevocationStatus.REVOKED,
        List.of(),
        List.of(
            new AuditEntry(
                AT, "chuyenvien", "Phạm Thị Minh Thư", "revocation.proposed", ID, "Giấy giả")),
        true,
        null,
        "http://localhost:8080/operaton/app/cockpit/default/#/process-instance/11/runtime",
        "RevocationDecision",
        new Way(Map.of(), List.of("ToPrepareRevocation", "ToRevocationDecision")));
  }
}
