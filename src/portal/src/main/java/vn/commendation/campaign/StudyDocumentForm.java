package vn.commendation.campaign;

import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/** What the Office enters of a document to be studied. */
public record StudyDocumentForm(
    String title,
    String symbol,
    @DateTimeFormat(iso = ISO.DATE) LocalDate issuedOn,
    String issuer,
    String link) {

  public StudyDocumentForm {
    title = stripped(title);
    symbol = stripped(symbol);
    issuer = stripped(issuer);
    link = stripped(link);
  }

  public static StudyDocumentForm empty() {
    return new StudyDocumentForm(null, null, null, null, null);
  }

  private static String stripped(String text) {
    return text == null ? "" : text.strip();
  }
}
