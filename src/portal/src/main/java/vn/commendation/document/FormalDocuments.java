package vn.commendation.document;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.audit.AuditTrail;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.document.DocumentList.State;
import vn.commendation.storage.Download;
import vn.commendation.storage.Upload;

/**
 * The formal documents of the house (NĐ 30/2020/NĐ-CP): drawn up from a template, kept as versions,
 * each as an editable DOCX and a PDF/A made of the very same document.
 */
@Service
@Transactional(readOnly = true)
public class FormalDocuments {

  private final DocumentSources sources;
  private final DocumentRequests requests;
  private final DrawingUp drawingUp;
  private final StoredDocuments stored;
  private final SignedCopies copies;
  private final Directory directory;
  private final AuditTrail audit;

  FormalDocuments(
      DocumentSources sources,
      DocumentRequests requests,
      DrawingUp drawingUp,
      StoredDocuments stored,
      SignedCopies copies,
      Directory directory,
      AuditTrail audit) {
    this.sources = sources;
    this.requests = requests;
    this.drawingUp = drawingUp;
    this.stored = stored;
    this.copies = copies;
    this.directory = directory;
    this.audit = audit;
  }

  /**
   * Has a document drawn up right after the caller's transaction has committed; nothing is rendered
   * in it. If the document would say what its last version says, no new version is made.
   *
   * @param username who asks, as the version names him; {@code null} for the system itself
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void queue(DocumentKind kind, String subjectId, String username) {
    requests.add(kind, subjectId, username);
  }

  /**
   * Draws up a document now, in the caller's transaction, for who needs its bytes at once; takes
   * about a second, so nothing that a person waits for may call it. Answers the last version if
   * that says the same.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public IssuedDocument drawUp(DocumentKind kind, String subjectId, String username) {
    return drawingUp.now(kind, subjectId, username);
  }

  /** The last version that is no draft, for whoever: the caller decides what is public. */
  public Optional<IssuedDocument> current(DocumentKind kind, String subjectId) {
    return stored.current(kind, subjectId);
  }

  /** A file of a version, for whoever: the caller decides who gets it. */
  public Download file(IssuedDocument document, DocumentFormat format) {
    return new Download(
        fileName(document, format),
        format == DocumentFormat.DOCX ? DocumentTemplates.WORD : "application/pdf",
        stored.content(document.id(), format));
  }

  /** A signed copy's file, for whoever: the caller decides who gets it. */
  public Download file(IssuedDocument document, SignedCopy copy) {
    return copies.content(document.id(), copy.id()).orElseThrow();
  }

  /** The documents of a subject that the account may read, and those it may have drawn up. */
  public DocumentList list(DocumentSubject subject, String subjectId, String username) {
    var account = directory.account(username);
    var kinds =
        sources.kinds(subject).stream()
            .filter(kind -> sources.require(kind).mayRead(kind, subjectId, account))
            .toList();
    var latest = stored.latest(kinds, subjectId);
    var open = requests.open(kinds, subjectId);
    var lines = new ArrayList<DocumentList.Line>();
    for (var kind : kinds) {
      var offered = sources.require(kind).offered(subjectId, account).contains(kind);
      var document = latest.get(kind);
      var request = open.get(kind);
      if (offered || document != null || request != null) {
        lines.add(line(kind, subjectId, account, offered, document, request));
      }
    }
    return new DocumentList(subject, subjectId, lines);
  }

  /**
   * One document with all its versions.
   *
   * @throws DocumentRefused if the account may not read it ({@code not-found})
   */
  public DocumentDetails details(DocumentKind kind, String subjectId, String username) {
    var account = directory.account(username);
    var source = requireReadable(kind, subjectId, account);
    var versions = stored.versions(kind, subjectId);
    var offered = source.offered(subjectId, account).contains(kind);
    var request = requests.open(Set.of(kind), subjectId).get(kind);
    if (versions.isEmpty() && !offered && request == null) {
      throw new DocumentRefused("not-found");
    }
    var last = versions.isEmpty() ? null : versions.getFirst();
    return new DocumentDetails(
        line(kind, subjectId, account, offered, last, request),
        subjectId,
        source.path(subjectId),
        versions);
  }

  /**
   * A file of a version.
   *
   * @throws DocumentRefused if the account may not read it, or there is none ({@code not-found})
   */
  public Download download(
      DocumentKind kind, String subjectId, int version, DocumentFormat format, String username) {
    requireReadable(kind, subjectId, directory.account(username));
    return file(requireVersion(kind, subjectId, version), format);
  }

  /**
   * A signed copy of a version.
   *
   * @throws DocumentRefused if the account may not read it, or there is none ({@code not-found})
   */
  public Download signedCopy(
      DocumentKind kind, String subjectId, int version, long copyId, String username) {
    requireReadable(kind, subjectId, directory.account(username));
    return copies
        .content(requireVersion(kind, subjectId, version).id(), copyId)
        .orElseThrow(() -> new DocumentRefused("not-found"));
  }

  /**
   * Has a document drawn up because somebody asks for it, or tries again what failed.
   *
   * @throws DocumentRefused if it is not offered to the account now
   */
  @Transactional
  public void request(DocumentKind kind, String subjectId, String username) {
    var account = directory.account(username);
    var source = requireReadable(kind, subjectId, account);
    if (!source.offered(subjectId, account).contains(kind)) {
      throw new DocumentRefused("not-offered");
    }
    requests.add(kind, subjectId, username);
  }

  /**
   * Attaches the signed copy to a version and checks its digital signatures.
   *
   * @throws vn.commendation.storage.FileRefused if it is neither a PDF nor a picture, or too large
   * @throws DocumentRefused if the account may not, or the version is a draft or the file is there
   */
  @Transactional
  public void attach(
      DocumentKind kind, String subjectId, int version, Upload upload, String username) {
    var account = directory.account(username);
    if (!requireReadable(kind, subjectId, account).mayAttach(kind, subjectId, account)) {
      throw new DocumentRefused("forbidden");
    }
    var document = requireVersion(kind, subjectId, version);
    if (document.draft()) {
      throw new DocumentRefused("draft");
    }
    copies.attach(document.id(), upload, username);
    audit.append(
        username,
        account.displayName(),
        "document.signed-copy-attached",
        AuditSubject.of(kind, subjectId),
        String.valueOf(version));
  }

  private DocumentList.Line line(
      DocumentKind kind,
      String subjectId,
      Account account,
      boolean offered,
      IssuedDocument document,
      DocumentRequests.Open request) {
    var mayAttach =
        document != null
            && !document.draft()
            && sources.require(kind).mayAttach(kind, subjectId, account);
    return new DocumentList.Line(
        kind, state(document, request), document, offered, mayAttach, failure(request));
  }

  private static State state(IssuedDocument document, DocumentRequests.Open request) {
    if (request != null) {
      return request.failed() ? State.FAILED : State.QUEUED;
    }
    if (document == null) {
      return State.NONE;
    }
    if (document.draft()) {
      return State.DRAFT;
    }
    return document.copies().isEmpty() ? State.FINAL : State.SIGNED;
  }

  private static String failure(DocumentRequests.Open request) {
    return request == null ? null : request.failure();
  }

  private DocumentSource requireReadable(DocumentKind kind, String subjectId, Account account) {
    return sources
        .of(kind)
        .filter(source -> source.mayRead(kind, subjectId, account))
        .orElseThrow(() -> new DocumentRefused("not-found"));
  }

  private IssuedDocument requireVersion(DocumentKind kind, String subjectId, int version) {
    return stored
        .version(kind, subjectId, version)
        .orElseThrow(() -> new DocumentRefused("not-found"));
  }

  /** Such as {@code quyet-dinh-05-QD-SKHCN.pdf} or {@code quyet-dinh-ban-2.docx}. */
  private static String fileName(IssuedDocument document, DocumentFormat format) {
    var what =
        document.symbol() == null ? "ban-" + document.version() : Symbols.plain(document.symbol());
    return "%s-%s.%s"
        .formatted(document.kind().fileName(), what, format.name().toLowerCase(Locale.ROOT));
  }
}
