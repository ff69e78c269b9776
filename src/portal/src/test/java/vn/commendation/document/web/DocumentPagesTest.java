package vn.commendation.document.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.never;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.document.DocumentDetails;
import vn.commendation.document.DocumentField;
import vn.commendation.document.DocumentFormat;
import vn.commendation.document.DocumentKind;
import vn.commendation.document.DocumentList.Line;
import vn.commendation.document.DocumentList.State;
import vn.commendation.document.DocumentRefused;
import vn.commendation.document.DocumentTemplates;
import vn.commendation.document.FormalDocuments;
import vn.commendation.document.IssuedDocument;
import vn.commendation.document.IssuedDocument.StoredFile;
import vn.commendation.document.PdfSignature;
import vn.commendation.document.PdfSignature.Trust;
import vn.commendation.document.PdfSignature.Validity;
import vn.commendation.document.SignedCopy;
import vn.commendation.document.TemplateProblem;
import vn.commendation.document.TemplateVersion;
import vn.commendation.portal.PortalSlice;
import vn.commendation.portal.Samples;
import vn.commendation.storage.Download;
import vn.commendation.storage.FileRefused;

@PortalSlice
@WithMockUser(username = "office", roles = "OFFICE_OFFICER")
class DocumentPagesTest {

  private static final String SUBJECT = Samples.ID;
  private static final String PAGE = "/documents/DECISION/" + SUBJECT;
  private static final String TEMPLATE = "/registers/templates/DECISION";
  private static final Instant AT = Instant.parse("2026-11-20T03:25:00Z");
  private static final MockMultipartFile FILE =
      new MockMultipartFile("file", "ban-ky.pdf", null, new byte[] {1});

  @Autowired private MockMvc mvc;
  @Autowired private Directory directory;
  @Autowired private FormalDocuments documents;
  @Autowired private DocumentTemplates templates;

  @BeforeEach
  void logIn() {
    given(directory.account(any())).willReturn(Samples.account("office", Role.OFFICE_OFFICER));
    given(templates.fields(DocumentKind.DECISION))
        .willReturn(
            List.of(
                DocumentField.text("trich_yeu", "x"),
                DocumentField.rows("can_cu", DocumentField.text("noi_dung", "x"))));
  }

  @Test
  void shouldShowEveryVersionWithItsFilesItsChecksumsAndWhatItsSignatureIsWorth() throws Exception {
    var signature =
        new PdfSignature(
            Validity.CHANGED_AFTER, "Nguyễn Văn Hùng", "Ban Cơ yếu", Trust.NOT_CHECKED, AT);
    var copy =
        new SignedCopy(
            7,
            "05-ky-so.pdf",
            "application/pdf",
            4096,
            "c0ffee",
            "Văn thư",
            AT,
            List.of(signature));
    show(State.SIGNED, version(2, false, List.of(copy)), version(1, true, List.of()));

    mvc.perform(get(PAGE))
        .andExpect(status().isOk())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("05/QĐ-SKHCN"),
                        containsString(PAGE + "/versions/2/pdf"),
                        containsString(PAGE + "/versions/1/docx"),
                        containsString(PAGE + "/versions/2/signed/7"),
                        containsString("SHA-256 c0ffee"),
                        containsString("Tệp có thay đổi sau khi ký"),
                        containsString("Nguyễn Văn Hùng"),
                        containsString("chưa cài danh sách tin cậy"),
                        containsString("Dự thảo"))));
  }

  @Test
  void shouldSayWhyADocumentCouldNotBeDrawnUpAndOfferToTryAgain() throws Exception {
    given(documents.details(DocumentKind.DECISION, SUBJECT, "office"))
        .willReturn(
            new DocumentDetails(
                new Line(DocumentKind.DECISION, State.FAILED, null, true, false, "Hết giấy"),
                SUBJECT,
                "/dossiers/" + SUBJECT,
                List.of()));

    mvc.perform(get(PAGE))
        .andExpect(
            content().string(allOf(containsString("Hết giấy"), containsString(PAGE + "/draw-up"))));
    mvc.perform(post(PAGE + "/draw-up").with(csrf()))
        .andExpect(redirectedUrl(PAGE))
        .andExpect(flash().attribute("flash", "document.flash.queued"));
    then(documents).should().request(DocumentKind.DECISION, SUBJECT, "office");
  }

  @Test
  void shouldHandOutFilesToKeepAndNothingThatCannotBeRead() throws Exception {
    given(documents.download(DocumentKind.DECISION, SUBJECT, 1, DocumentFormat.PDF, "office"))
        .willReturn(new Download("quyet-dinh.pdf", "application/pdf", new byte[] {1, 2}));
    given(documents.download(DocumentKind.DECISION, SUBJECT, 1, DocumentFormat.DOCX, "office"))
        .willThrow(new DocumentRefused("not-found"));

    mvc.perform(get(PAGE + "/versions/1/pdf"))
        .andExpect(header().string("Content-Disposition", containsString("attachment")))
        .andExpect(content().bytes(new byte[] {1, 2}));
    mvc.perform(get(PAGE + "/versions/1/docx")).andExpect(status().isNotFound());
    mvc.perform(get("/documents/NO_SUCH_KIND/" + SUBJECT)).andExpect(status().isBadRequest());
  }

  @Test
  void shouldSayInThePageWhyACopyIsNotTaken() throws Exception {
    show(State.FINAL, version(1, false, List.of()));
    willThrow(new FileRefused("content-mismatch", "ban-ky.pdf"))
        .willThrow(new DocumentRefused("attached-already"))
        .willThrow(new DocumentRefused("forbidden"))
        .willDoNothing()
        .given(documents)
        .attach(eq(DocumentKind.DECISION), eq(SUBJECT), eq(1), any(), eq("office"));
    var attach = PAGE + "/versions/1/signed";

    mvc.perform(multipart(attach).file(FILE).with(csrf()))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("không đúng với phần mở rộng")));
    mvc.perform(multipart(attach).file(FILE).with(csrf()))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("Tệp này đã được đính kèm.")));
    mvc.perform(multipart(attach).file(FILE).with(csrf())).andExpect(status().isForbidden());
    mvc.perform(multipart(attach).file(FILE).with(csrf())).andExpect(redirectedUrl(PAGE));
  }

  @Test
  void shouldNamePlaceholdersThatATemplateMayNotHave() throws Exception {
    willThrow(
            new DocumentRefused(
                "template",
                new TemplateProblem("unknown", "{{tuoi}}"),
                new TemplateProblem("macro", "word/vbaProject.bin")))
        .given(templates)
        .upload(eq(DocumentKind.DECISION), any(), eq("office"));

    mvc.perform(multipart(TEMPLATE).file(FILE).with(csrf()))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Mẫu không được nhận, mẫu đang dùng giữ nguyên."),
                        containsString("Trường không có trong loại văn bản này: {{tuoi}}"),
                        containsString("Tệp có macro: word/vbaProject.bin"))));
  }

  @Test
  void shouldShowTheFieldsOfATemplateAndBringAnEarlierOneBack() throws Exception {
    given(templates.versions(DocumentKind.DECISION))
        .willReturn(
            List.of(
                new TemplateVersion(2, "quyet-dinh.docx", "b".repeat(64), 9, 0, "Chánh VP", AT),
                new TemplateVersion(1, "moi.docx", "a".repeat(64), 9, null, "Chánh VP", AT)));

    mvc.perform(get(TEMPLATE))
        .andExpect(status().isOk())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("{{trich_yeu}}"),
                        containsString("{{#can_cu}} … {{/can_cu}}"),
                        containsString(TEMPLATE + "/versions/2"),
                        containsString("dùng lại mẫu kèm theo phần mềm"))));
    mvc.perform(post(TEMPLATE + "/restore").param("version", "1").with(csrf()))
        .andExpect(redirectedUrl(TEMPLATE));
    then(templates).should().restore(DocumentKind.DECISION, 1, "office");
  }

  @Test
  @WithMockUser(username = "head", roles = "UNIT_HEAD")
  void shouldLetNobodyElseNearTheTemplates() throws Exception {
    mvc.perform(get("/registers/templates")).andExpect(status().isForbidden());
    mvc.perform(post(TEMPLATE + "/restore").param("version", "0").with(csrf()))
        .andExpect(status().isForbidden());
    then(templates).should(never()).restore(any(), anyInt(), any());
  }

  @Test
  @WithAnonymousUser
  void shouldSendAStrangerToTheLogin() throws Exception {
    mvc.perform(get(PAGE)).andExpect(status().is3xxRedirection());
  }

  private void show(State state, IssuedDocument... versions) {
    given(documents.details(DocumentKind.DECISION, SUBJECT, "office"))
        .willReturn(
            new DocumentDetails(
                new Line(DocumentKind.DECISION, state, versions[0], true, true, null),
                SUBJECT,
                "/dossiers/" + SUBJECT,
                List.of(versions)));
  }

  private static IssuedDocument version(int number, boolean draft, List<SignedCopy> copies) {
    return new IssuedDocument(
        number,
        DocumentKind.DECISION,
        SUBJECT,
        number,
        draft,
        "Về việc tặng Giấy khen",
        draft ? null : "05/QĐ-SKHCN",
        draft ? null : LocalDate.of(2026, 2, 5),
        "Chánh Văn phòng",
        AT,
        new StoredFile(9, "d".repeat(64)),
        new StoredFile(9, "e".repeat(64)),
        copies);
  }
}
