package vn.commendation.document;

/** Under which subject the audit trail keeps what was done to a document. */
final class AuditSubject {

  private static final int LONGEST = 64;

  private AuditSubject() {}

  static String of(DocumentKind kind, String subjectId) {
    var subject = kind + "/" + subjectId;
    return subject.length() <= LONGEST ? subject : subject.substring(0, LONGEST);
  }
}
