package vn.commendation.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.poi.xwpf.usermodel.IBody;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/**
 * A produced DOCX, measured as NĐ 30/2020/NĐ-CP, Appendix I asks for it. It is read with POI, not
 * with what wrote it.
 */
public final class FormalLetter {

  private static final double TWIPS_PER_MM = 1440 / 25.4;
  private static final double SLACK = 0.2;

  private final XWPFDocument document;
  private final List<Line> lines = new ArrayList<>();

  private FormalLetter(XWPFDocument document) {
    this.document = document;
    read(document);
  }

  /**
   * One paragraph with text.
   *
   * @param size of its first letters, in points
   * @param bold whether all of it is
   * @param italic whether all of it is
   */
  public record Line(
      String text, double size, boolean bold, boolean italic, ParagraphAlignment alignment) {}

  /** A page of the document, in millimetres. */
  private record Page(
      double width, double height, double top, double bottom, double left, double right) {}

  /** Reads a produced file. */
  public static FormalLetter of(byte[] docx) {
    try {
      return new FormalLetter(new XWPFDocument(new ByteArrayInputStream(docx)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every paragraph with text, in the order of reading. */
  public List<Line> lines() {
    return lines;
  }

  /** The texts in the order of reading. */
  public List<String> texts() {
    return lines.stream().map(Line::text).toList();
  }

  /** Paper, margins and font, whatever kind of letter it is. */
  public FormalLetter isOnPaperOfTheDecree() {
    assertThat(pages()).isNotEmpty();
    for (var page : pages()) {
      assertThat(Math.min(page.width, page.height)).isBetween(210 - SLACK, 210 + SLACK);
      assertThat(Math.max(page.width, page.height)).isBetween(297 - SLACK, 297 + SLACK);
      assertThat(page.top).as("top margin").isBetween(20 - SLACK, 25 + SLACK);
      assertThat(page.bottom).as("bottom margin").isBetween(20 - SLACK, 25 + SLACK);
      assertThat(page.left).as("left margin").isBetween(30 - SLACK, 35 + SLACK);
      assertThat(page.right).as("right margin").isBetween(15 - SLACK, 20 + SLACK);
    }
    assertThat(fonts()).containsExactly("Times New Roman");
    return this;
  }

  /** The first page stands upright. */
  public FormalLetter isUpright() {
    assertThat(pages().getFirst().height).isGreaterThan(pages().getFirst().width);
    return this;
  }

  /** The first page lies. */
  public FormalLetter isLying() {
    assertThat(pages().getFirst().width).isGreaterThan(pages().getFirst().height);
    return this;
  }

  /** National heading and motto, and the issuing body beside them. */
  public FormalLetter isHeaded(String above, String issuer) {
    var heading = line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    assertThat(heading.size()).isBetween(12.0, 13.0);
    assertThat(heading.bold()).isTrue();
    assertThat(heading.alignment()).isEqualTo(ParagraphAlignment.CENTER);
    var motto = line("Độc lập - Tự do - Hạnh phúc");
    assertThat(motto.size()).isBetween(13.0, 14.0);
    assertThat(motto.bold()).isTrue();
    assertThat(motto.alignment()).isEqualTo(ParagraphAlignment.CENTER);
    var own = line(issuer);
    assertThat(own.size()).isBetween(12.0, 13.0);
    assertThat(own.bold()).isTrue();
    var upper = line(above);
    assertThat(upper.size()).isBetween(12.0, 13.0);
    assertThat(upper.bold()).isFalse();
    return comesInOrder(above, issuer);
  }

  /** Number and symbol, size 13; place and date, size 13 to 14 and italic. */
  public FormalLetter isNumberedAndDated(String numberLine, String placeAndDate) {
    assertThat(line(numberLine).size()).isBetween(13.0, 13.0);
    var dated = line(placeAndDate);
    assertThat(dated.size()).isBetween(13.0, 14.0);
    assertThat(dated.italic()).isTrue();
    return this;
  }

  /** Name of the type in bold capitals and the subject below it, both size 13 to 14. */
  public FormalLetter isCalled(String type, String subject) {
    var name = line(type);
    assertThat(name.text()).isUpperCase();
    assertThat(name.size()).isBetween(13.0, 14.0);
    assertThat(name.bold()).isTrue();
    assertThat(name.alignment()).isEqualTo(ParagraphAlignment.CENTER);
    var about = line(subject);
    assertThat(about.size()).isBetween(13.0, 14.0);
    assertThat(about.bold()).isTrue();
    assertThat(about.alignment()).isEqualTo(ParagraphAlignment.CENTER);
    return comesInOrder(type, subject);
  }

  /** Running text: size 13 to 14, justified. */
  public FormalLetter says(String... paragraphs) {
    for (var paragraph : paragraphs) {
      var line = line(paragraph);
      assertThat(line.size()).as(paragraph).isBetween(13.0, 14.0);
      assertThat(line.alignment()).as(paragraph).isEqualTo(ParagraphAlignment.BOTH);
    }
    return comesInOrder(paragraphs);
  }

  /** In whose place it is signed, in bold capitals, and the name below, both size 13 to 14. */
  public FormalLetter isSignedBy(String capacity, String name) {
    var place = line(capacity);
    assertThat(place.text()).isUpperCase();
    assertThat(place.size()).isBetween(13.0, 14.0);
    assertThat(place.bold()).isTrue();
    assertThat(place.alignment()).isEqualTo(ParagraphAlignment.CENTER);
    var signer = line(name);
    assertThat(signer.size()).isBetween(13.0, 14.0);
    assertThat(signer.bold()).isTrue();
    return comesInOrder(capacity, name);
  }

  /** "Nơi nhận" size 12, bold and italic; the list size 11; the last line for the files. */
  public FormalLetter goesTo(String... recipients) {
    var title = line("Nơi nhận:");
    assertThat(title.size()).isEqualTo(12.0);
    assertThat(title.bold()).isTrue();
    assertThat(title.italic()).isTrue();
    for (var recipient : recipients) {
      assertThat(line(recipient).size()).as(recipient).isEqualTo(11.0);
    }
    assertThat(recipients[recipients.length - 1]).endsWith("Lưu: VT, VP.");
    var order = new ArrayList<>(List.of("Nơi nhận:"));
    order.addAll(List.of(recipients));
    return comesInOrder(order.toArray(String[]::new));
  }

  /** These texts stand one after the other, others may stand between. */
  public FormalLetter comesInOrder(String... texts) {
    var all = String.join("\n", texts());
    var from = 0;
    for (var text : texts) {
      var at = all.indexOf(text, from);
      assertThat(at).as("'%s' after character %d of:%n%s", text, from, all).isNotNegative();
      from = at + text.length();
    }
    return this;
  }

  /** Whether the headers carry the watermark of a draft. */
  public boolean isMarkedAsDraft() {
    return document.getHeaderList().stream()
        .anyMatch(header -> header._getHdrFtr().xmlText().contains("string=\"DỰ THẢO\""));
  }

  /** The only line that contains the text. */
  public Line line(String text) {
    var found = lines.stream().filter(line -> line.text().contains(text)).toList();
    assertThat(found).as("line with '%s' in %s", text, texts()).isNotEmpty();
    return found.getFirst();
  }

  private List<Page> pages() {
    var sections = new ArrayList<CTSectPr>();
    for (var paragraph : document.getParagraphs()) {
      var properties = paragraph.getCTP().getPPr();
      if (properties != null && properties.isSetSectPr()) {
        sections.add(properties.getSectPr());
      }
    }
    sections.add(document.getDocument().getBody().getSectPr());
    return sections.stream().map(FormalLetter::page).toList();
  }

  private static Page page(CTSectPr section) {
    var size = section.getPgSz();
    var margins = section.getPgMar();
    var lies = size.isSetOrient() && size.getOrient() == STPageOrientation.LANDSCAPE;
    assertThat(mm(size.getW()) > mm(size.getH()))
        .as("orientation says what the size does")
        .isEqualTo(lies);
    return new Page(
        mm(size.getW()),
        mm(size.getH()),
        mm(margins.getTop()),
        mm(margins.getBottom()),
        mm(margins.getLeft()),
        mm(margins.getRight()));
  }

  private static double mm(Object twips) {
    return ((BigInteger) twips).doubleValue() / TWIPS_PER_MM;
  }

  private TreeSet<String> fonts() {
    var fonts = new TreeSet<String>();
    var standard = document.getStyles().getDefaultRunStyle();
    assertThat(standard).isNotNull();
    document
        .getStyles()
        .getCtStyles()
        .getDocDefaults()
        .getRPrDefault()
        .getRPr()
        .getRFontsList()
        .forEach(font -> fonts.add(font.getAscii()));
    paragraphs(document).stream()
        .flatMap(paragraph -> paragraph.getRuns().stream())
        .map(XWPFRun::getFontFamily)
        .filter(font -> font != null)
        .forEach(fonts::add);
    return fonts;
  }

  private void read(IBody body) {
    for (var paragraph : paragraphs(body)) {
      var runs = paragraph.getRuns().stream().filter(run -> !run.text().isBlank()).toList();
      if (!runs.isEmpty()) {
        lines.add(
            new Line(
                paragraph.getText().strip(),
                size(runs.getFirst(), style(paragraph)),
                runs.stream().allMatch(run -> run.isBold() || bold(style(paragraph))),
                runs.stream().allMatch(run -> run.isItalic() || italic(style(paragraph))),
                alignment(paragraph)));
      }
    }
  }

  /** The style of a paragraph, empty for none: templates format by styles, not by hand. */
  private Optional<CTStyle> style(XWPFParagraph paragraph) {
    return Optional.ofNullable(paragraph.getStyleID())
        .map(id -> document.getStyles().getStyle(id))
        .map(XWPFStyle::getCTStyle);
  }

  private static boolean bold(Optional<CTStyle> style) {
    return style
        .filter(CTStyle::isSetRPr)
        .filter(one -> one.getRPr().sizeOfBArray() > 0)
        .isPresent();
  }

  private static boolean italic(Optional<CTStyle> style) {
    return style
        .filter(CTStyle::isSetRPr)
        .filter(one -> one.getRPr().sizeOfIArray() > 0)
        .isPresent();
  }

  private ParagraphAlignment alignment(XWPFParagraph paragraph) {
    var own = paragraph.getCTP().getPPr();
    if (own != null && own.isSetJc()) {
      return paragraph.getAlignment();
    }
    return style(paragraph)
        .filter(CTStyle::isSetPPr)
        .filter(style -> style.getPPr().isSetJc())
        .map(style -> ParagraphAlignment.valueOf(style.getPPr().getJc().getVal().intValue()))
        .orElseGet(paragraph::getAlignment);
  }

  private double size(XWPFRun run, Optional<CTStyle> style) {
    var own = run.getFontSizeAsDouble();
    if (own != null || document.getStyles() == null) {
      return own == null ? 10 : own;
    }
    var styled = style.filter(CTStyle::isSetRPr).filter(one -> one.getRPr().sizeOfSzArray() > 0);
    if (styled.isPresent()) {
      return ((BigInteger) styled.get().getRPr().getSzArray(0).getVal()).doubleValue() / 2;
    }
    return document.getStyles().getDefaultRunStyle().getFontSizeAsDouble();
  }

  private static List<XWPFParagraph> paragraphs(IBody body) {
    var found = new ArrayList<XWPFParagraph>();
    for (IBodyElement element : body.getBodyElements()) {
      if (element instanceof XWPFParagraph paragraph) {
        found.add(paragraph);
      } else if (element instanceof XWPFTable table) {
        table
            .getRows()
            .forEach(row -> row.getTableCells().forEach(cell -> found.addAll(paragraphs(cell))));
      }
    }
    return found;
  }
}
