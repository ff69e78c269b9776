package vn.commendation.document;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Which module answers for which kind. */
@Component
class DocumentSources {

  private final ObjectProvider<DocumentSource> sources;

  DocumentSources(ObjectProvider<DocumentSource> sources) {
    this.sources = sources;
  }

  Optional<DocumentSource> of(DocumentKind kind) {
    return sources.stream().filter(source -> source.kinds().contains(kind)).findFirst();
  }

  DocumentSource require(DocumentKind kind) {
    return of(kind)
        .orElseThrow(() -> new IllegalStateException("Nobody knows what " + kind + " says"));
  }

  /** The kinds that can be drawn up at all, in the order of the enumeration. */
  List<DocumentKind> kinds() {
    return Arrays.stream(DocumentKind.values()).filter(kind -> of(kind).isPresent()).toList();
  }

  /** The kinds about this sort of subject. */
  List<DocumentKind> kinds(DocumentSubject subject) {
    return kinds().stream().filter(kind -> kind.subject() == subject).toList();
  }

  /** All fields of a kind, those that every document has included. */
  List<DocumentField> fields(DocumentKind kind) {
    return Letterhead.withCommon(require(kind).fields(kind));
  }
}
