package vn.commendation.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.commendation.document.DocumentFormat;
import vn.commendation.document.DocumentKind;
import vn.commendation.document.FormalDocuments;
import vn.commendation.document.IssuedDocument;
import vn.commendation.document.SignedCopy;
import vn.commendation.storage.Download;

class DecisionPapersTest {

  private static final Download DRAWN_UP =
      new Download("quyet-dinh.pdf", "application/pdf", new byte[] {1});

  private final Decisions decisions = mock();
  private final FormalDocuments documents = mock();
  private final DecisionPapers papers = new DecisionPapers(decisions, documents);

  @BeforeEach
  void drawUp() {
    given(documents.current(DocumentKind.DECISION, "d-1")).willReturn(Optional.of(document()));
    given(documents.file(document(), DocumentFormat.PDF)).willReturn(DRAWN_UP);
  }

  @Test
  void shouldOfferThePaperOfADecisionThatIsWhollyPublic() {
    var view = view("d-1", 0, 0);
    given(decisions.find("id")).willReturn(Optional.of(view));

    assertThat(papers.of(view)).contains(new DecisionPapers.Paper(2000, false));
    assertThat(papers.download("id")).contains(DRAWN_UP);
  }

  @ParameterizedTest
  @CsvSource({"d-1, 1, 0", "d-1, 0, 1", ", 0, 0", "d-2, 0, 0"})
  void shouldOfferNoneThatNamesMoreThanThePageOrThatDoesNotExist(
      String dossier, int revoked, int withheld) {
    var view = view(dossier, revoked, withheld);
    given(decisions.find("id")).willReturn(Optional.of(view));

    assertThat(papers.of(view)).isEmpty();
    assertThat(papers.download("id")).isEmpty();
  }

  @Test
  void shouldNotHandOutTheScanOfASignature() {
    given(documents.current(DocumentKind.DECISION, "d-1"))
        .willReturn(
            Optional.of(
                document(
                    new SignedCopy(
                        3,
                        "scan.pdf",
                        "application/pdf",
                        9,
                        "aa",
                        "Bùi Thị Mai",
                        Instant.EPOCH,
                        List.of()))));

    assertThat(papers.of(view("d-1", 0, 0))).contains(new DecisionPapers.Paper(2000, false));
  }

  private static IssuedDocument document(SignedCopy... copies) {
    return new IssuedDocument(
        7,
        DocumentKind.DECISION,
        "d-1",
        1,
        false,
        "Quyết định",
        "12/QĐ-SKHCN",
        LocalDate.of(2026, 11, 20),
        null,
        Instant.EPOCH,
        new IssuedDocument.StoredFile(1000, "bb"),
        new IssuedDocument.StoredFile(2000, "cc"),
        List.of(copies));
  }

  private static DecisionView view(String dossier, int revoked, int withheld) {
    return new DecisionView(
        new DecisionSummary(
            "id",
            "12/QĐ-SKHCN",
            LocalDate.of(2026, 11, 20),
            "Giám đốc Sở",
            "Khen thưởng",
            1,
            Instant.EPOCH),
        "GIÁM ĐỐC",
        dossier,
        List.of(),
        revoked,
        withheld);
  }
}
