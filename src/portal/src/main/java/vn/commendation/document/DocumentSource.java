package vn.commendation.document;

import java.util.List;
import java.util.Set;
import vn.commendation.directory.Account;

/**
 * A business module that knows what the documents about its subjects say, and who may read them.
 * There is one for each {@link DocumentSubject}; it is called in a transaction.
 */
public interface DocumentSource {

  /** The kinds whose content comes from here. */
  Set<DocumentKind> kinds();

  /** The fields of a kind, without those that every document has. */
  List<DocumentField> fields(DocumentKind kind);

  /** Kinds that this account may have drawn up, or drawn up again, of the subject as it is now. */
  Set<DocumentKind> offered(String subjectId, Account account);

  /** Whether the account may read documents of the kind about this subject, drafts included. */
  boolean mayRead(DocumentKind kind, String subjectId, Account account);

  /** Whether the account may attach the signed copy. */
  boolean mayAttach(DocumentKind kind, String subjectId, Account account);

  /**
   * What the document says now.
   *
   * @throws DocumentRefused if it cannot say anything yet
   */
  DocumentContent content(DocumentKind kind, String subjectId);

  /** Page of the portal about the subject, such as {@code /dossiers/…}. */
  String path(String subjectId);
}
