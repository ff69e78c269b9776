package vn.commendation.portal;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.recovery.DriftKind;
import vn.commendation.recovery.Outcome;
import vn.commendation.recovery.Reconciliation;
import vn.commendation.recovery.Recovery;
import vn.commendation.recovery.Recovery.DriftLine;
import vn.commendation.recovery.Recovery.Report;
import vn.commendation.recovery.Recovery.Rights;

@PortalSlice
@WithMockUser(username = "admin", roles = "ADMIN")
class RecoveryControllerTest {

  private static final String ID = "5d0551e2-0000-4000-8000-0000000000dd";
  private static final String PAGE = "/operations/reconciliation";
  private static final String REBUILD = PAGE + "/" + ID + "/rebuild";

  @Autowired MockMvc mvc;
  @Autowired Directory directory;
  @Autowired Recovery recovery;

  @BeforeEach
  void logIn() {
    given(directory.account(any())).willReturn(Samples.account("admin", Role.ADMIN));
    given(recovery.rights(any())).willReturn(new Rights(true, true));
  }

  @Test
  void shouldSayThatNothingWasComparedYet() throws Exception {
    mvc.perform(get(PAGE)).andExpect(content().string(containsString("Chưa đối chiếu lần nào")));
  }

  @Test
  void shouldListWhatDisagreesAndAskBeforeItIsRebuilt() throws Exception {
    given(recovery.report())
        .willReturn(
            report(
                null,
                line(DriftKind.MISSING, "nomination", "OFFICE_REVIEW", null),
                line(DriftKind.ELSEWHERE, "dossier", "BOARD", null),
                line(DriftKind.SECOND, "campaign", "OPEN", null),
                line(DriftKind.BESIDE, "revocation", "NUMBER", null)));

    mvc.perform(get(PAGE))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Không khớp: 4"),
                        containsString("Tự đối chiếu lúc 01/01/1970"),
                        containsString("Văn phòng thẩm định"),
                        containsString("Chờ kết quả của tỉnh"),
                        containsString("Đang nhận đề nghị"),
                        containsString("Văn thư cấp số"),
                        containsString("Tạo quy trình mới tại bước này"),
                        containsString("LeadershipSignature"),
                        containsString(REBUILD))));
  }

  @Test
  void shouldOfferTheRebuildToAnAdministratorOnly() throws Exception {
    given(recovery.rights(any())).willReturn(new Rights(true, false));
    given(recovery.report())
        .willReturn(report(null, line(DriftKind.ENDED, "nomination", "HOLD", null)));

    mvc.perform(get(PAGE))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Quản trị hệ thống mới được dựng lại"),
                        not(containsString(REBUILD)))));
  }

  @Test
  void shouldTellWhatTheRebuildDid() throws Exception {
    given(recovery.report())
        .willReturn(
            report("Quản trị", line(DriftKind.MISSING, "nomination", "HOLD", Outcome.FAILED)));

    mvc.perform(get(PAGE))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Chưa xử lý được"),
                        containsString("contradiction"),
                        not(containsString(REBUILD)))));
  }

  @Test
  void shouldCompareAndRebuildOnce() throws Exception {
    given(recovery.rebuild(ID, "admin")).willReturn(true, false);

    mvc.perform(post(PAGE).with(csrf())).andExpect(redirectedUrl(PAGE));
    mvc.perform(post(REBUILD).with(csrf()))
        .andExpect(flash().attribute("flash", "recovery.flash.rebuilding"));
    mvc.perform(post(REBUILD).with(csrf()))
        .andExpect(flash().attribute("flash", "recovery.flash.outdated"));
    then(recovery).should().compare("admin");
  }

  @Test
  @WithMockUser(username = "office", roles = "OFFICE_OFFICER")
  void shouldLetAnOfficerOnlyRead() throws Exception {
    mvc.perform(get(PAGE)).andExpect(status().isOk());
    mvc.perform(post(PAGE).with(csrf())).andExpect(status().isForbidden());
    mvc.perform(post(REBUILD).with(csrf())).andExpect(status().isForbidden());
  }

  private static Optional<Report> report(String rebuiltBy, DriftLine... lines) {
    return Optional.of(
        new Report(
            new Reconciliation(
                ID,
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                12,
                10,
                null,
                rebuiltBy,
                rebuiltBy == null ? null : Instant.EPOCH),
            Map.of(DriftKind.MISSING, (long) lines.length),
            List.of(lines)));
  }

  private static DriftLine line(DriftKind kind, String process, String state, Outcome outcome) {
    return new DriftLine(
        kind,
        process,
        true,
        "HT-1",
        "/nominations/1",
        state,
        "LeadershipSignature",
        List.of(41L),
        outcome,
        outcome == null ? null : "contradiction");
  }
}
