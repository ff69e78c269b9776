package vn.commendation.directory.web;

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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import vn.commendation.directory.DeclaredRelative;
import vn.commendation.directory.Directory;
import vn.commendation.directory.NewSigningAssignment;
import vn.commendation.directory.Relatives;
import vn.commendation.directory.Role;
import vn.commendation.directory.SigningAssignment;
import vn.commendation.directory.SigningAssignments;
import vn.commendation.directory.SigningCapacity;
import vn.commendation.directory.SigningMatter;
import vn.commendation.document.DocumentSymbol;
import vn.commendation.document.DocumentType;
import vn.commendation.document.NumberRegister;
import vn.commendation.document.RegisterEntry;
import vn.commendation.document.RegisteredNumber;
import vn.commendation.portal.PortalSlice;
import vn.commendation.portal.Samples;

@PortalSlice
@WithMockUser(username = "admin", roles = "ADMIN")
class DirectoryPagesTest {

  @Autowired MockMvc mvc;
  @Autowired Directory directory;
  @Autowired SigningAssignments assignments;
  @Autowired Relatives relatives;
  @Autowired NumberRegister register;

  @BeforeEach
  void people() {
    given(directory.account(any())).willReturn(Samples.account("admin", Role.ADMIN));
    given(directory.account("clerk")).willReturn(Samples.account("clerk", Role.CLERK));
    given(directory.account("head")).willReturn(Samples.account("head", Role.UNIT_HEAD));
    given(directory.everybody()).willReturn(List.of(Samples.person(10), Samples.person(18)));
    given(assignments.search(any(), any()))
        .willReturn(
            new PageImpl<>(
                List.of(
                    new SigningAssignment(
                        4,
                        4,
                        "Võ Thanh Sơn",
                        null,
                        SigningCapacity.BY_ORDER,
                        EnumSet.of(SigningMatter.NOTICE),
                        LocalDate.of(2022, 1, 1),
                        LocalDate.of(2030, 12, 31),
                        "Quy chế làm việc"))));
  }

  @Test
  void shouldShowWhoSignsWhat() throws Exception {
    mvc.perform(get("/registers/signing"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("TL. (thừa lệnh)"),
                        containsString("01/01/2022 – 31/12/2030"),
                        containsString("Đang hiệu lực"),
                        containsString("Chưa có tài khoản đăng nhập"),
                        containsString("/registers/signing/4/end"))));
    mvc.perform(get("/registers/signing/new"))
        .andExpect(content().string(containsString("KT. (ký thay người đứng đầu)")));
  }

  @Test
  @WithMockUser(username = "clerk", roles = "CLERK")
  void shouldLetAWatcherOnlyLook() throws Exception {
    mvc.perform(get("/registers/signing"))
        .andExpect(content().string(not(containsString("/registers/signing/4/end"))));
  }

  @Test
  void shouldAssignAndEnd() throws Exception {
    mvc.perform(
            post("/registers/signing")
                .with(csrf())
                .param("personId", "18")
                .param("capacity", "BY_AUTHORITY")
                .param("matters", "NOTICE", "PROPOSAL")
                .param("validFrom", "2026-12-01")
                .param("validTo", "2026-12-31")
                .param("basis", " Giấy ủy quyền "))
        .andExpect(redirectedUrl("/registers/signing"));
    then(assignments)
        .should()
        .add(
            new NewSigningAssignment(
                18L,
                SigningCapacity.BY_AUTHORITY,
                Set.of(SigningMatter.NOTICE, SigningMatter.PROPOSAL),
                LocalDate.of(2026, 12, 1),
                LocalDate.of(2026, 12, 31),
                "Giấy ủy quyền"),
            "admin");
    mvc.perform(
            post("/registers/signing/4/end")
                .with(csrf())
                .param("lastDay", "2026-11-30")
                .param("reason", "Chuyển công tác"))
        .andExpect(redirectedUrl("/registers/signing"));
    then(assignments).should().end(4, LocalDate.of(2026, 11, 30), "Chuyển công tác", "admin");
  }

  @Test
  @WithMockUser(username = "head", roles = "UNIT_HEAD")
  void shouldLetEverybodyDeclareHisOwnRelatives() throws Exception {
    given(relatives.own("head")).willReturn(List.of(declaration(10), declaration(18)));

    mvc.perform(get("/relatives"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("/relatives/110/withdraw"),
                        not(containsString("/relatives/118/withdraw")),
                        containsString("Phạm Đình Khôi 18"),
                        not(containsString("Phạm Đình Khôi 10")))));
    mvc.perform(post("/relatives").with(csrf()).param("relativeId", "18").param("relation", "vợ"))
        .andExpect(redirectedUrl("/relatives"));
    then(relatives).should().declare(18L, "vợ", "head");
    mvc.perform(post("/relatives/110/withdraw").with(csrf()).param("reason", "Nhầm"))
        .andExpect(redirectedUrl("/relatives"));
    mvc.perform(get("/registers/relatives")).andExpect(status().isForbidden());
  }

  @Test
  void shouldShowAllDeclarationsToTheOffice() throws Exception {
    given(relatives.search(any(), any(), any()))
        .willReturn(new PageImpl<>(List.of(declaration(18))))
        .willReturn(new PageImpl<>(List.of(declaration(18))))
        .willReturn(Page.empty());

    mvc.perform(get("/registers/relatives"))
        .andExpect(content().string(not(containsString("/registers/relatives/118/withdraw"))));
    given(relatives.mayCorrect(any())).willReturn(true);
    mvc.perform(get("/registers/relatives"))
        .andExpect(content().string(containsString("/registers/relatives/118/withdraw")));
    mvc.perform(get("/registers/relatives?q=khong"))
        .andExpect(content().string(containsString("Không có mục nào phù hợp")));
  }

  @Test
  @WithMockUser(username = "clerk", roles = "CLERK")
  void shouldShowTheNumbersOfDocuments() throws Exception {
    given(register.search(any(), any(), any(), any()))
        .willReturn(
            new PageImpl<>(
                List.of(
                    new RegisterEntry(
                        new RegisteredNumber(
                            DocumentType.DECISION, 5, "05/QĐ-SKHCN", LocalDate.of(2026, 11, 20)),
                        "Về việc tặng Giấy khen",
                        "Bùi Thị Mai",
                        Instant.parse("2026-11-20T03:00:00Z")))))
        .willReturn(Page.empty());
    given(register.years()).willReturn(List.of(2026));
    given(register.symbols())
        .willReturn(
            List.of(
                new DocumentSymbol(
                    DocumentType.DECISION,
                    "{number}/QĐ-SKHCN",
                    LocalDate.of(2010, 1, 1),
                    null,
                    "NĐ 30",
                    false)));

    mvc.perform(get("/registers/numbers?year=2026&type=DECISION"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("05/QĐ-SKHCN"),
                        containsString("20/11/2026 10:00"),
                        containsString("…/QĐ-SKHCN"),
                        containsString("chưa xác minh"))));
    mvc.perform(get("/registers/numbers"))
        .andExpect(content().string(containsString("Không có mục nào phù hợp")));
  }

  private static DeclaredRelative declaration(long declaredBy) {
    return new DeclaredRelative(
        100 + declaredBy,
        declaredBy,
        "Người kê khai",
        "Người thân",
        "vợ",
        Instant.parse("2022-01-10T02:00:00Z"),
        null,
        null);
  }
}
