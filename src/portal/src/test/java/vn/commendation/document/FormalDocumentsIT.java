package vn.commendation.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static vn.commendation.document.DocumentKind.PLAN;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.commendation.document.DocumentList.State;
import vn.commendation.platform.LocalPlatformTest;
import vn.commendation.storage.FileRefused;
import vn.commendation.storage.Hashes;
import vn.commendation.storage.Upload;

/** Documents on the real database: asked for, drawn up by a durable task, kept, signed. */
@LocalPlatformTest
class FormalDocumentsIT {

  private static final String CAMPAIGN = "1";
  private static final String HEAD = "chanhvp";

  @Autowired private FormalDocuments documents;
  @Autowired private DocumentTemplates templates;
  @Autowired private DocumentSources sources;
  @Autowired private TemplateCheck check;
  @Autowired private PdfRenderer renderer;
  @Autowired private TransactionTemplate transaction;
  @Autowired private JdbcClient jdbc;

  @Test
  void shouldDrawUpTheNextVersionOnlyWhenSomethingElseIsSaid() {
    var first = drawnUp().versions().getFirst();
    assertThat(first.docx().sha256()).matches("[0-9a-f]{64}").isNotEqualTo(first.pdf().sha256());
    assertThat(first.draft()).isFalse();

    assertThat(drawnUp().versions().getFirst()).isEqualTo(first);

    templates.upload(PLAN, upload("ke-hoach.docx", changedTemplate()), HEAD);
    try {
      var second = drawnUp().versions();
      assertThat(second.get(0).version()).isEqualTo(first.version() + 1);
      assertThat(second.get(1)).isEqualTo(first);
      assertThat(text(second.get(0))).contains("Câu thêm của văn phòng");
      assertThat(text(first)).doesNotContain("Câu thêm của văn phòng");
      assertThat(documents.current(PLAN, CAMPAIGN)).contains(second.get(0));
    } finally {
      templates.restore(PLAN, 0, HEAD);
    }
    assertThat(text(drawnUp().versions().getFirst())).doesNotContain("Câu thêm của văn phòng");
    assertThat(templates.versions(PLAN)).extracting(TemplateVersion::origin).startsWith(0);
  }

  @Test
  void shouldLetTwoWhoAskAtOnceMakeOneVersion() {
    var before = drawnUp().versions().size();

    List.of("chuyenvien", HEAD).stream()
        .map(
            who ->
                CompletableFuture.runAsync(
                    () ->
                        transaction.executeWithoutResult(
                            status -> documents.drawUp(PLAN, CAMPAIGN, who))))
        .toList()
        .forEach(CompletableFuture::join);

    assertThat(details().versions()).hasSize(before);
  }

  @Test
  void shouldNotDrawUpWhatWasRolledBack() {
    transaction.executeWithoutResult(
        status -> {
          documents.queue(PLAN, "rolled-back", HEAD);
          status.setRollbackOnly();
        });

    assertThat(requests("rolled-back")).isEmpty();
  }

  @Test
  void shouldSayWhyADocumentCannotBeDrawnUp() {
    transaction.executeWithoutResult(status -> documents.queue(PLAN, "999999", HEAD));

    await().until(() -> requests("999999").equals(List.of("FAILED")));
    assertThat(
            jdbc.sql("select failure from document_request where subject_id = '999999'")
                .query(String.class)
                .single())
        .isEqualTo("Không tìm thấy hồ sơ của văn bản này.");
  }

  @Test
  void shouldKeepTheSignedCopyOfAVersionAndSayWhatItsSignatureIsWorth() throws Exception {
    var version = drawnUp().versions().getFirst().version();
    var signed = PdfSignaturesTest.signedByTheDirector();

    documents.attach(PLAN, CAMPAIGN, version, upload("ke hoach (ky so).pdf", signed), "vanthu");

    var copy = details().versions().getFirst().signed();
    assertThat(copy.name()).isEqualTo("ke hoach (ky so).pdf");
    assertThat(copy.sha256()).isEqualTo(Hashes.sha256(signed));
    assertThat(copy.signatures()).hasSize(1);
    assertThat(copy.signatures().getFirst().signer()).isEqualTo("Nguyễn Văn Hùng");
    assertThat(copy.signatures().getFirst().validity()).isEqualTo(PdfSignature.Validity.VALID);
    assertThat(details().line().state()).isEqualTo(State.SIGNED);
    assertThat(documents.signedCopy(PLAN, CAMPAIGN, version, copy.id(), "qlkh").content())
        .isEqualTo(signed);
    assertThatThrownBy(
            () -> documents.attach(PLAN, CAMPAIGN, version, upload("b.pdf", signed), HEAD))
        .hasMessage("attached-already");
    assertThatThrownBy(
            () -> documents.attach(PLAN, CAMPAIGN, version, upload("c.pdf", signed), "qlkh"))
        .hasMessage("forbidden");
    var renamed = upload("virus.pdf", "MZ không phải PDF".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> documents.attach(PLAN, CAMPAIGN, version, renamed, HEAD))
        .isInstanceOf(FileRefused.class)
        .hasMessage("content-mismatch");
  }

  @Test
  void shouldLeaveTheTemplateInForceWhenAnUploadIsRefused() {
    var inForce = templates.list();

    assertThatThrownBy(
            () ->
                templates.upload(
                    PLAN,
                    upload("x.docx", WordSamples.docx(WordSamples.paragraph("{{khong_co}}"))),
                    HEAD))
        .isInstanceOfSatisfying(
            DocumentRefused.class,
            refused ->
                assertThat(refused.args())
                    .containsExactly(new TemplateProblem("unknown", "{{khong_co}}")));
    assertThatThrownBy(() -> templates.upload(PLAN, upload("x.docx", changedTemplate()), "qlkh"))
        .hasMessage("forbidden");

    assertThat(templates.list()).isEqualTo(inForce);
  }

  /** Every template that comes with the product, filled with samples. */
  @Test
  void shouldComeWithTemplatesThatMakeLettersOfTheDecree() {
    assertThat(sources.kinds()).hasSizeGreaterThanOrEqualTo(18);
    for (var kind : sources.kinds()) {
      var fields = sources.fields(kind);
      assertThat(check.problems(DocumentTemplates.builtIn(kind), fields)).as("%s", kind).isEmpty();
      var filled =
          WordTemplate.read(DocumentTemplates.builtIn(kind)).fill(TemplateCheck.samples(fields));
      var pdf = FormalPdf.of(renderer.render(filled, kind.name(), null));

      pdf.isPdfA().isSetInTimes();
      if (kind.layout() != DocumentLayout.CERTIFICATE) {
        pdf.keepsItsMargins().countsItsPages();
        var letter = FormalLetter.of(filled.write()).isOnPaperOfTheDecree();
        if (kind.layout() == DocumentLayout.LANDSCAPE) {
          letter.isLying();
        } else {
          letter.isUpright();
        }
      }
    }
  }

  private DocumentDetails drawnUp() {
    documents.request(PLAN, CAMPAIGN, HEAD);
    await().until(() -> details().line().state() != State.QUEUED);
    assertThat(details().line().failure()).isNull();
    return details();
  }

  private DocumentDetails details() {
    return documents.details(PLAN, CAMPAIGN, HEAD);
  }

  private String text(IssuedDocument version) {
    return FormalPdf.of(
            documents
                .download(PLAN, CAMPAIGN, version.version(), DocumentFormat.PDF, HEAD)
                .content())
        .text();
  }

  private List<String> requests(String subject) {
    return jdbc.sql("select state from document_request where subject_id = ?")
        .param(subject)
        .query(String.class)
        .list();
  }

  /** As an office changes it: one sentence more. */
  private static byte[] changedTemplate() {
    var file = WordFile.read(DocumentTemplates.builtIn(PLAN));
    var body = Ooxml.child(file.tree(WordFile.DOCUMENT).getDocumentElement(), "body");
    var paragraph = Ooxml.create(body, "p");
    var run = Ooxml.create(body, "r");
    var text = Ooxml.create(body, "t");
    text.setTextContent("Câu thêm của văn phòng");
    run.appendChild(text);
    paragraph.appendChild(run);
    body.insertBefore(paragraph, body.getFirstChild());
    return file.write();
  }

  private static Upload upload(String name, byte[] content) {
    return new Upload(name, new ByteArrayInputStream(content));
  }
}
