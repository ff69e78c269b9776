package vn.commendation.document;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The formal documents of the house (NĐ 30/2020/NĐ-CP): drawn up from a template, kept as versions,
 * each as an editable DOCX and a PDF/A made of the very same document.
 */
@Service
public class FormalDocuments {

  /**
   * Has a document drawn up right after the caller's transaction has committed; nothing is rendered
   * in it. If the document would say what its last version says, no new version is made.
   *
   * @param username who asks, as the version names him; {@code null} for the system itself
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void queue(DocumentKind kind, String subjectId, String username) {
    throw new UnsupportedOperationException("being written");
  }

  /**
   * Draws up a document now, in the caller's transaction, for who needs its bytes at once; takes
   * about a second, so nothing that a person waits for may call it. Answers the last version if
   * that says the same.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public IssuedDocument drawUp(DocumentKind kind, String subjectId, String username) {
    throw new UnsupportedOperationException("being written");
  }

  /** The last version that is no draft, for whoever: the caller decides what is public. */
  @Transactional(readOnly = true)
  public Optional<IssuedDocument> current(DocumentKind kind, String subjectId) {
    throw new UnsupportedOperationException("being written");
  }

  /** The documents of a subject that the account may read, and those it may have drawn up. */
  @Transactional(readOnly = true)
  public DocumentList list(DocumentSubject subject, String subjectId, String username) {
    throw new UnsupportedOperationException("being written");
  }
}
