package vn.commendation.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.commendation.document.DocumentField.flag;
import static vn.commendation.document.DocumentField.rows;
import static vn.commendation.document.DocumentField.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Values in templates, as clerks write them in Word. */
class WordTemplateTest {

  private static final Map<String, Object> NOBODY = Map.of("danh_sach", List.of());

  @Test
  void shouldFindAPlaceholderThatWordHasSplitOverRuns() {
    var template =
        template(
            "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Số: {</w:t></w:r><w:r><w:t>{so_</w:t></w:r>"
                + "<w:proofErr w:type=\"spellStart\"/><w:r><w:t>ky_hieu}} ngày</w:t></w:r></w:p>");

    var filled = template.fill(Map.of("so_ky_hieu", "05/QĐ-SKHCN"));

    assertThat(lines(filled)).containsExactly("Số: 05/QĐ-SKHCN ngày");
    assertThat(boldTexts(filled)).isEqualTo("Số: 05/QĐ-SKHCN");
  }

  @Test
  void shouldWriteValuesLiterallyWhateverTheyLookLike() {
    var template = template(paragraph("{{ten}}"));
    var nasty = "{{#danh_sach}} ${1+1} <w:b/> & \"x\" {{ten}} \u0001\uD83C\uDFC6";

    var filled = template.fill(Map.of("ten", nasty));

    assertThat(lines(WordFile.read(filled.write())))
        .containsExactly("{{#danh_sach}} ${1+1} <w:b/> & \"x\" {{ten}} \uD83C\uDFC6");
  }

  @Test
  void shouldRepeatTheRowWhoseCellsEncloseAList() {
    var template =
        template(
            table(
                row("STT", "Tên"),
                row("{{#danh_sach}}{{stt}}", "{{ten}}, {{don_vi}}{{/danh_sach}}"),
                row("", "Hết")));

    var filled =
        template.fill(Map.of("don_vi", "Sở", "danh_sach", List.of(person("An"), person("Bình"))));

    assertThat(rowsOf(filled)).containsExactly("STT|Tên", "1|An, Sở", "2|Bình, Sở", "|Hết");
  }

  @Test
  void shouldLeaveNoTraceOfAListWithoutRows() {
    var template =
        template(
            table(row("STT", "Tên"), row("{{#danh_sach}}{{stt}}", "{{ten}}{{/danh_sach}}"))
                + paragraph("{{^danh_sach}}Không có ai.{{/danh_sach}}"));

    var filled = template.fill(NOBODY);

    assertThat(rowsOf(filled)).containsExactly("STT|Tên");
    assertThat(lines(filled)).contains("Không có ai.");
  }

  @Test
  void shouldRepeatParagraphsAndTablesBetweenMarksOfTheirOwn() {
    var template =
        template(
            paragraph("{{#danh_sach}}")
                + paragraph("Ông {{ten}}")
                + table(row("{{ten}}", "x"))
                + paragraph("{{/danh_sach}}")
                + paragraph("Hết"));

    var filled = template.fill(Map.of("danh_sach", List.of(person("An"), person("Bình"))));

    assertThat(lines(filled)).containsExactly("Ông An", "An", "x", "Ông Bình", "Bình", "x", "Hết");
  }

  @Test
  void shouldRepeatRowsBetweenRowsThatHoldOnlyMarks() {
    var template =
        template(
            table(
                row("{{#nhom}}", ""),
                row("{{ten_nhom}}", ""),
                row("{{#danh_sach}}{{stt}}", "{{ten}}{{/danh_sach}}"),
                row("{{/nhom}}", "")));
    var groups =
        List.of(
            Map.of("ten_nhom", "Tập thể", "danh_sach", List.of(person("Phòng A"))),
            Map.of("ten_nhom", "Cá nhân", "danh_sach", List.of(person("An"), person("Bình"))));

    var filled = template.fill(Map.of("nhom", groups));

    assertThat(rowsOf(filled))
        .containsExactly("Tập thể|", "1|Phòng A", "Cá nhân|", "1|An", "2|Bình");
  }

  @Test
  void shouldTakeAParagraphAwayWithWhatIsNotSaid() {
    var template =
        template(
            paragraph("{{#ly_do}}Lý do: {{ly_do}}{{/ly_do}}")
                + paragraph("Kết quả{{#tot}} tốt{{/tot}}{{^tot}} chưa tốt{{/tot}}."));

    assertThat(lines(template.fill(values("ly_do", null, "tot", false))))
        .containsExactly("Kết quả chưa tốt.");
    assertThat(lines(template.fill(values("ly_do", "muộn", "tot", true))))
        .containsExactly("Lý do: muộn", "Kết quả tốt.");
  }

  @Test
  void shouldBreakTheLineWhereAValueDoes() {
    var filled = template(paragraph("{{quyen_ky}}")).fill(Map.of("quyen_ky", "KT. GIÁM ĐỐC\nPHÓ"));

    assertThat(Ooxml.descendants(body(filled), "br")).hasSize(1);
    assertThat(lines(filled)).containsExactly("KT. GIÁM ĐỐCPHÓ");
  }

  @Test
  void shouldComposeLettersAndMarksThatComeApart() {
    var filled = template(paragraph("{{ten}}")).fill(Map.of("ten", "Nguye\u0302\u0303n"));

    assertThat(lines(filled)).containsExactly("Nguyễn");
  }

  @Test
  void shouldStayAsItWasForTheNextDocument() {
    var template = template(paragraph("{{ten}}"));

    template.fill(Map.of("ten", "An"));

    assertThat(lines(template.fill(Map.of("ten", "Bình")))).containsExactly("Bình");
  }

  @Test
  void shouldFailWithTheNameOfAFieldThatHasNoValue() {
    var template = template(paragraph("{{ten}}"));

    assertThatThrownBy(() -> template.fill(Map.of())).hasMessage("No value for {{ten}}");
  }

  @Test
  void shouldNameWhatIsWrongWithATemplate() {
    var fields = List.of(text("ten", "An"), flag("tot", true), rows("danh_sach", text("ho", "Lê")));

    assertThat(problems(fields, "{{ten}}{{#danh_sach}}{{stt}} {{ho}}{{/danh_sach}}")).isEmpty();
    assertThat(problems(fields, "{{tuoi}}")).containsExactly("unknown {{tuoi}}");
    assertThat(problems(fields, "{{ho}}")).containsExactly("unknown {{ho}}");
    assertThat(problems(fields, "{{stt}}")).containsExactly("unknown {{stt}}");
    assertThat(problems(fields, "{{#tot}}{{stt}}{{/tot}}")).containsExactly("unknown {{stt}}");
    assertThat(problems(fields, "{{^danh_sach}}{{ho}}{{/danh_sach}}"))
        .containsExactly("unknown {{ho}}");
    assertThat(problems(fields, "{{danh_sach}}")).containsExactly("not-a-text {{danh_sach}}");
    assertThat(problems(fields, "{{tot}}")).containsExactly("not-a-text {{tot}}");
    assertThat(problems(fields, "{{Họ tên}}")).containsExactly("bad-name {{Họ tên}}");
    assertThat(problems(fields, "{{ten")).containsExactly("unclosed {{ten");
    assertThat(problems(fields, "{{#tot}}x")).containsExactly("unmatched {{#tot}}");
    assertThat(problems(fields, "x{{/tot}}")).containsExactly("unmatched {{/tot}}");
    assertThat(problems(fields, "{{#tot}}{{#ten}}{{/tot}}{{/ten}}")).isNotEmpty();
  }

  private static List<String> problems(List<DocumentField> fields, String text) {
    return template(paragraph(text)).check(fields).stream()
        .map(problem -> problem.code() + " " + problem.place())
        .toList();
  }

  private static Map<String, Object> person(String name) {
    return Map.of("ten", name);
  }

  private static Map<String, Object> values(String name, Object value, String other, Object then) {
    var values = new HashMap<String, Object>();
    values.put(name, value);
    values.put(other, then);
    return values;
  }

  private static WordTemplate template(String body) {
    return WordTemplate.read(WordSamples.docx(body));
  }

  private static String paragraph(String text) {
    return WordSamples.paragraph(text);
  }

  private static String table(String... rows) {
    return "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"2000\"/><w:gridCol w:w=\"5000\"/>"
        + "</w:tblGrid>"
        + String.join("", rows)
        + "</w:tbl>";
  }

  private static String row(String... cells) {
    return Arrays.stream(cells)
        .map(cell -> "<w:tc>" + paragraph(cell) + "</w:tc>")
        .collect(Collectors.joining("", "<w:tr>", "</w:tr>"));
  }

  private static Element body(WordFile file) {
    return Ooxml.child(file.tree(WordFile.DOCUMENT).getDocumentElement(), "body");
  }

  private static List<String> lines(WordFile file) {
    return Ooxml.descendants(body(file), "p").stream().map(Element::getTextContent).toList();
  }

  private static List<String> rowsOf(WordFile file) {
    return Ooxml.descendants(body(file), "tr").stream()
        .map(
            row ->
                Ooxml.children(row, "tc").stream()
                    .map(Element::getTextContent)
                    .collect(Collectors.joining("|")))
        .toList();
  }

  private static String boldTexts(WordFile file) {
    return Ooxml.descendants(body(file), "r").stream()
        .filter(run -> Ooxml.child(Ooxml.child(run, "rPr"), "b") != null)
        .map(Element::getTextContent)
        .collect(Collectors.joining());
  }
}
