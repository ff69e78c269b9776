package vn.commendation.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.commendation.directory.Directory;
import vn.commendation.directory.SigningAssignments;
import vn.commendation.notification.Notices;
import vn.commendation.platform.LocalDatabase;

/**
 * A document of one module as the built-in template prints it; its files lie in {@code
 * target/screens/documents} to be looked at.
 */
public final class Printed {

  private static final Path FILES = Path.of("target", "screens", "documents");
  private static final String ORGANISATION = "SKHCN";

  private final byte[] pdf;
  private final Map<String, Object> values;

  private Printed(byte[] pdf, Map<String, Object> values) {
    this.pdf = pdf;
    this.values = values;
  }

  /** Puts the content into the template of its kind; every field must have its value. */
  public static Printed of(
      DocumentSource source, DocumentKind kind, String subjectId, Clock clock) {
    return of(source, kind, source.content(kind, subjectId), clock, "");
  }

  /**
   * The same for a content of its own.
   *
   * @param suffix tells files of one kind apart
   */
  public static Printed of(
      DocumentSource source,
      DocumentKind kind,
      DocumentContent content,
      Clock clock,
      String suffix) {
    var jdbc = JdbcClient.create(LocalDatabase.get());
    var register = new NumberRegister(jdbc, null, null, clock, ORGANISATION);
    var values =
        new Letterhead(jdbc, register, clock, ORGANISATION)
            .complete(kind, source.fields(kind), content);
    var file = WordTemplate.read(DocumentTemplates.builtIn(kind)).fill(values);
    var name = kind.fileName() + suffix;
    var pdf = new PdfRenderer(clock).render(file, name, content.draft() ? Watermark.TEXT : null);
    if (content.draft()) {
      Watermark.add(file);
    }
    try {
      Files.createDirectories(FILES);
      Files.write(FILES.resolve(name + ".pdf"), pdf);
      Files.write(FILES.resolve(name + ".docx"), file.write());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    measure(kind, FormalLetter.of(file.write()), FormalPdf.of(pdf), values, content);
    return new Printed(pdf, values);
  }

  /** What NĐ 30/2020/NĐ-CP asks of every letter, whatever it says. */
  private static void measure(
      DocumentKind kind,
      FormalLetter letter,
      FormalPdf pdf,
      Map<String, Object> values,
      DocumentContent content) {
    pdf.isSetInTimes();
    if (kind.layout() == DocumentLayout.CERTIFICATE) {
      letter.isLying();
      return;
    }
    pdf.keepsItsMargins().countsItsPages();
    letter
        .isOnPaperOfTheDecree()
        .isHeaded(
            String.valueOf(values.get("co_quan_chu_quan")), String.valueOf(values.get("co_quan")));
    if (kind.layout() == DocumentLayout.LANDSCAPE) {
      letter.isLying();
    } else {
      letter.isUpright();
    }
    assertThat(letter.isMarkedAsDraft()).isEqualTo(content.draft());
  }

  /** What stands in the PDF, with one blank between words. */
  public String text() {
    try (var document = Loader.loadPDF(pdf)) {
      var stripper = new PDFTextStripper();
      return stripper.getText(document).replaceAll("\\s+", " ").strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int pages() {
    try (var document = Loader.loadPDF(pdf)) {
      return document.getNumberOfPages();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A value as the template got it. */
  public Object value(String field) {
    return values.get(field);
  }

  /** With the organisation and the recipients of the demonstration data. */
  public static Letters letters(Clock clock) {
    return new Letters(
        new Organisations(JdbcClient.create(LocalDatabase.get()), ORGANISATION), clock);
  }

  /** With the real texts. */
  public static Notices notices(Clock clock) {
    try (var context = new AnnotationConfigApplicationContext()) {
      var messages = new ResourceBundleMessageSource();
      messages.setBasenames(
          "texts/notices",
          "texts/notices-document",
          "texts/notices-dossier",
          "texts/notices-revocation",
          "texts/portal",
          "texts/award",
          "texts/nomination",
          "texts/revocation");
      messages.setDefaultEncoding("UTF-8");
      messages.setFallbackToSystemLocale(false);
      context.registerBean("messageSource", ResourceBundleMessageSource.class, () -> messages);
      context.registerBean(Clock.class, () -> clock);
      context.register(Notices.class);
      context.refresh();
      return context.getBean(Notices.class);
    }
  }

  public static Signatures signatures(
      SigningAssignments assignments, Directory directory, Notices notices) {
    return new Signatures(assignments, directory, notices);
  }
}
