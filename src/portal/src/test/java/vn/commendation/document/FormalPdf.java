package vn.commendation.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** A produced PDF, measured: PDF/A, fonts, where text stands, page numbers. */
public final class FormalPdf {

  private static final double POINTS_PER_MM = 72 / 25.4;

  private final byte[] content;
  private final List<PdfPage> pages = new ArrayList<>();
  private final TreeSet<String> fonts = new TreeSet<>();

  private FormalPdf(byte[] content) {
    this.content = content;
    try (var document = Loader.loadPDF(content)) {
      for (var number = 1; number <= document.getNumberOfPages(); number++) {
        pages.add(read(document, number));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A word on a page: its place in millimetres from the left and top edge. */
  public record Word(String text, double left, double right, double top) {}

  /**
   * A page in millimetres.
   *
   * @param across what is written across it; empty if nothing is
   */
  public record PdfPage(
      double width, double height, List<Word> words, String text, String across) {}

  /** Reads a produced file. */
  public static FormalPdf of(byte[] pdf) {
    return new FormalPdf(pdf);
  }

  public List<PdfPage> pages() {
    return pages;
  }

  /** The text of all pages; every run of blanks is one. */
  public String text() {
    return pages.stream().map(PdfPage::text).collect(Collectors.joining(" "));
  }

  /** Says nothing that veraPDF holds against a PDF/A-2b. */
  public FormalPdf isPdfA() {
    VeraGreenfieldFoundryProvider.initialise();
    try (var foundry = Foundries.defaultInstance();
        var parser = foundry.createParser(new ByteArrayInputStream(content), PDFAFlavour.PDFA_2_B);
        var validator = foundry.createValidator(PDFAFlavour.PDFA_2_B, false)) {
      var result = validator.validate(parser);
      assertThat(result.getTestAssertions())
          .extracting(one -> one.getRuleId() + " " + one.getMessage())
          .isEmpty();
      assertThat(result.isCompliant()).isTrue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (VeraPDFException e) {
      throw new IllegalStateException(e);
    }
    return this;
  }

  /** Every letter is embedded and has the widths of Times New Roman. */
  public FormalPdf isSetInTimes() {
    assertThat(fonts).isNotEmpty().allMatch(font -> font.startsWith("LiberationSerif"));
    return this;
  }

  /** All text stands inside the margins; only a page number stands above. */
  public FormalPdf keepsItsMargins() {
    for (var page : pages) {
      for (var word : page.words()) {
        assertThat(word.left()).as("left of %s", word).isGreaterThanOrEqualTo(29.8);
        assertThat(word.right()).as("right of %s", word).isLessThanOrEqualTo(page.width() - 14.8);
        assertThat(word.top()).as("foot of %s", word).isLessThanOrEqualTo(page.height() - 19.8);
      }
    }
    return this;
  }

  /** The number of a page stands centred in its top margin, on the first there is none. */
  public FormalPdf countsItsPages() {
    assertThat(inTopMargin(0)).as("page 1").isEmpty();
    for (var index = 1; index < pages.size(); index++) {
      var found = inTopMargin(index);
      if (!found.isEmpty()) {
        assertThat(found).as("page %d", index + 1).hasSize(1);
        assertThat(found.getFirst().text()).matches("\\d{1,3}");
        var text = pages.get(index);
        var middle = (found.getFirst().left() + found.getFirst().right()) / 2;
        assertThat(middle).isBetween(text.width() / 2, text.width() / 2 + 10);
      }
    }
    return this;
  }

  /** What stands in the top margin of a page, from 0. */
  public List<Word> inTopMargin(int page) {
    return pages.get(page).words().stream().filter(word -> word.top() < 19).toList();
  }

  private PdfPage read(PDDocument document, int number) throws IOException {
    var words = new ArrayList<Word>();
    var across = new StringBuilder();
    var reader =
        new PDFTextStripper() {
          @Override
          protected void writeString(String text, List<TextPosition> letters) {
            letters.forEach(letter -> fonts.add(name(letter.getFont())));
            words.addAll(words(letters));
          }

          @Override
          protected void processTextPosition(TextPosition letter) {
            if (letter.getTextMatrix().getShearY() == 0) {
              super.processTextPosition(letter);
            } else {
              fonts.add(name(letter.getFont()));
              across.append(letter.getUnicode());
            }
          }
        };
    reader.setStartPage(number);
    reader.setEndPage(number);
    reader.setSortByPosition(true);
    reader.getText(document);
    var box = document.getPage(number - 1).getMediaBox();
    return new PdfPage(
        box.getWidth() / POINTS_PER_MM,
        box.getHeight() / POINTS_PER_MM,
        words,
        words.stream().map(Word::text).collect(Collectors.joining(" ")),
        across.toString());
  }

  private static List<Word> words(List<TextPosition> letters) {
    var words = new ArrayList<Word>();
    var word = new ArrayList<TextPosition>();
    for (var letter : letters) {
      if (letter.getUnicode().isBlank()) {
        close(word, words);
      } else {
        word.add(letter);
      }
    }
    close(word, words);
    return words;
  }

  private static void close(List<TextPosition> word, List<Word> words) {
    if (!word.isEmpty()) {
      var last = word.getLast();
      words.add(
          new Word(
              word.stream().map(TextPosition::getUnicode).collect(Collectors.joining()),
              word.getFirst().getXDirAdj() / POINTS_PER_MM,
              (last.getXDirAdj() + last.getWidthDirAdj()) / POINTS_PER_MM,
              last.getYDirAdj() / POINTS_PER_MM));
      word.clear();
    }
  }

  /** Name of a font that is embedded; of one that is not, the name says so. */
  private static String name(PDFont font) {
    var name = font.getName().replaceFirst("^[A-Z]{6}\\+", "");
    return font.isEmbedded() ? name : "not embedded: " + name;
  }
}
