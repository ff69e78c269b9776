package vn.commendation.publication;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.document.DocumentFormat;
import vn.commendation.document.DocumentKind;
import vn.commendation.document.FormalDocuments;
import vn.commendation.document.IssuedDocument;
import vn.commendation.storage.Download;

/**
 * The paper of a decision, for everybody to keep. It names everybody who was on the list, so it is
 * offered only while all of them are on the decision's page: a decision of which an award was taken
 * back, or is kept from the public, has none.
 */
@Service
@Transactional(readOnly = true)
public class DecisionPapers {

  private final Decisions decisions;
  private final FormalDocuments documents;

  DecisionPapers(Decisions decisions, FormalDocuments documents) {
    this.decisions = decisions;
    this.documents = documents;
  }

  /**
   * A paper that can be had.
   *
   * @param size in bytes
   * @param signed whether it carries a digital signature
   */
  public record Paper(long size, boolean signed) {}

  /** Whether the paper of a decision can be had. */
  public Optional<Paper> of(DecisionView view) {
    return issued(view)
        .map(
            document ->
                signed(document)
                    ? new Paper(document.signed().size(), true)
                    : new Paper(document.pdf().size(), false));
  }

  /** The PDF; the digitally signed one if there is one. */
  public Optional<Download> download(String decisionId) {
    return decisions
        .find(decisionId)
        .flatMap(this::issued)
        .map(
            document ->
                signed(document)
                    ? documents.file(document, document.signed())
                    : documents.file(document, DocumentFormat.PDF));
  }

  private Optional<IssuedDocument> issued(DecisionView view) {
    return view.dossierId() == null || !view.complete()
        ? Optional.empty()
        : documents.current(DocumentKind.DECISION, view.dossierId());
  }

  /** A scan is not published: it would hand out a picture of the signature and the seal. */
  private static boolean signed(IssuedDocument document) {
    return document.signed() != null
        && document.signed().contentType().equals("application/pdf")
        && !document.signed().signatures().isEmpty();
  }
}
