package vn.commendation.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.springframework.core.io.ClassPathResource;

/**
 * The font of every PDF: Liberation Serif, which has the widths of Times New Roman and may be
 * embedded (SIL Open Font License).
 */
final class PdfFonts {

  static final String FAMILY = "Liberation Serif";

  /** Height of a line of single spacing, of the letters' size. */
  static final double LINE = 1.149;

  private static final int MISSING = '\u25A1';
  private static final Map<String, Face> FACES =
      Map.of(
          "Regular", face("Regular"),
          "Bold", face("Bold"),
          "Italic", face("Italic"),
          "BoldItalic", face("BoldItalic"));

  private PdfFonts() {}

  private record Face(TrueTypeFont font, CmapLookup letters, double unitsPerEm) {}

  static ClassPathResource file(String style) {
    return new ClassPathResource("fonts/LiberationSerif-" + style + ".ttf");
  }

  static String style(boolean bold, boolean italic) {
    if (bold) {
      return italic ? "BoldItalic" : "Bold";
    }
    return italic ? "Italic" : "Regular";
  }

  /** Width of a text in points. */
  static double width(String text, String style, double size) {
    var face = FACES.get(style);
    try {
      var units = 0.0;
      for (var letter : text.codePoints().toArray()) {
        units += face.font().getAdvanceWidth(face.letters().getGlyphId(letter));
      }
      return units / face.unitsPerEm() * size;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text with a box for each letter that the font lacks, which a PDF/A must not have. */
  static String drawable(String text, String style) {
    var letters = FACES.get(style).letters();
    var known = new StringBuilder(text.length());
    text.codePoints()
        .map(letter -> letter <= ' ' || letters.getGlyphId(letter) > 0 ? letter : MISSING)
        .forEach(known::appendCodePoint);
    return known.toString();
  }

  private static Face face(String style) {
    try (var stream = file(style).getInputStream()) {
      var font = new TTFParser().parse(new RandomAccessReadBuffer(stream.readAllBytes()));
      return new Face(font, font.getUnicodeCmapLookup(), font.getUnitsPerEm());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
