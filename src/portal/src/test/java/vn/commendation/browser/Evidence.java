package vn.commendation.browser;

import java.nio.charset.StandardCharsets;

/** A small PDF that a reader opens. */
final class Evidence {

  static final String NAME = "Báo cáo thành tích.pdf";

  private Evidence() {}

  static byte[] content() {
    return """
        %PDF-1.4
        1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
        2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
        3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>> endobj
        trailer <</Root 1 0 R>>
        %%EOF
        """
        .getBytes(StandardCharsets.US_ASCII);
  }
}
