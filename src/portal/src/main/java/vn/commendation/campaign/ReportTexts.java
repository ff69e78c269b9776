package vn.commendation.campaign;

/** What the Office wrote in the form of the result report. */
public record ReportTexts(String summary, String examples, String proposals) {

  public ReportTexts {
    summary = text(summary);
    examples = text(examples);
    proposals = text(proposals);
  }

  private static String text(String text) {
    return text == null ? "" : text.strip();
  }
}
