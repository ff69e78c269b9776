package vn.commendation.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A letter with a list, as DOCX and PDF, to NĐ 30/2020/NĐ-CP. */
class PdfRendererTest {

  private static final PdfRenderer RENDERER =
      new PdfRenderer(Clock.fixed(Instant.parse("2026-02-05T01:00:00Z"), ZoneOffset.UTC));
  private static final WordTemplate TEMPLATE = WordTemplate.read(WordSamples.letter());

  @Test
  void shouldMeasureAsTheDecreeAsks() {
    var docx = filled(2).write();

    FormalLetter.of(docx)
        .isOnPaperOfTheDecree()
        .isUpright()
        .isHeaded("UBND TỈNH TÂY NINH", "SỞ KHOA HỌC VÀ CÔNG NGHỆ")
        .isNumberedAndDated("Số: 05/QĐ-SKHCN", "Tây Ninh, ngày 05 tháng 02 năm 2026")
        .isCalled("QUYẾT ĐỊNH", "Về việc tặng Giấy khen")
        .says("Điều 1. Tặng Giấy khen cho các cá nhân có tên trong danh sách kèm theo.")
        .goesTo("- Như Điều 3;", "- Lưu: VT, VP.")
        .isSignedBy("KT. GIÁM ĐỐC", "Nguyễn Văn Minh")
        .comesInOrder("QUYẾT ĐỊNH", "Điều 1.", "Nơi nhận:", "KT. GIÁM ĐỐC", "Người thứ 2");
    assertThat(FormalLetter.of(docx).isMarkedAsDraft()).isFalse();
  }

  @Test
  void shouldMakeAPdfOfTheSameThatAnArchiveTakes() {
    var pdf = FormalPdf.of(RENDERER.render(filled(60), "Quyết định 05/QĐ-SKHCN", null));

    pdf.isPdfA().isSetInTimes().keepsItsMargins().countsItsPages();
    assertThat(pdf.pages()).hasSizeGreaterThan(2);
    assertThat(pdf.pages().getFirst().text())
        .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
        .contains("Tây Ninh, ngày 05 tháng 02 năm 2026", "Số: 05/QĐ-SKHCN");
    assertThat(pdf.text()).contains("Người thứ 60 {{ten}} <b>").doesNotContain("DỰ THẢO");
    // the list goes on under its headings
    assertThat(pdf.pages().get(2).text()).contains("Cá nhân");
    assertThat(pdf.inTopMargin(2)).extracting(FormalPdf.Word::text).containsExactly("2");
  }

  @Test
  void shouldWriteAcrossEveryPageOfADraftInBothFiles() {
    var draft = filled(60);
    var pdf = FormalPdf.of(RENDERER.render(draft, "Quyết định", Watermark.TEXT));
    Watermark.add(draft);

    assertThat(FormalLetter.of(draft.write()).isMarkedAsDraft()).isTrue();
    pdf.isPdfA().isSetInTimes().keepsItsMargins();
    assertThat(pdf.pages())
        .hasSizeGreaterThan(2)
        .allSatisfy(page -> assertThat(page.across()).isEqualTo("DỰ THẢO"));
  }

  @Test
  void shouldMarkADraftWhoseTemplateHasNoHeaders() {
    var draft = WordTemplate.read(WordSamples.docx(WordSamples.paragraph("x"))).fill(Map.of());

    Watermark.add(draft);

    assertThat(FormalLetter.of(draft.write()).isMarkedAsDraft()).isTrue();
  }

  @Test
  void shouldShowABoxForLettersThatTheFontLacks() {
    var document =
        WordTemplate.read(WordSamples.docx(WordSamples.paragraph("{{ten}}")))
            .fill(Map.of("ten", "Giỏi \uD83C\uDFC6 学"));

    var pdf = FormalPdf.of(RENDERER.render(document, "x", null));

    pdf.isPdfA();
    assertThat(pdf.text()).isEqualTo("Giỏi □ □");
  }

  @Test
  void shouldBreakAWordThatIsLongerThanItsColumn() {
    var pdf =
        FormalPdf.of(
            RENDERER.render(
                WordTemplate.read(WordSamples.docx(WordSamples.paragraph("{{ten}}")))
                    .fill(Map.of("ten", "x".repeat(400))),
                "x",
                null));

    pdf.isPdfA().keepsItsMargins();
    assertThat(pdf.text().replace(" ", "")).isEqualTo("x".repeat(400));
  }

  private static WordFile filled(int people) {
    var values = new HashMap<String, Object>();
    values.put("so_ky_hieu", "05/QĐ-SKHCN");
    values.put("ngay_ban_hanh", "ngày 05 tháng 02 năm 2026");
    values.put("trich_yeu", "Về việc tặng Giấy khen");
    values.put("dieu_1", "Tặng Giấy khen cho các cá nhân có tên trong danh sách kèm theo.");
    values.put("quyen_ky", "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC");
    values.put("nguoi_ky", "Nguyễn Văn Minh");
    values.put(
        "danh_sach",
        IntStream.rangeClosed(1, people)
            .mapToObj(
                number -> Map.<String, Object>of("ten", "Người thứ " + number + " {{ten}} <b>"))
            .toList());
    return TEMPLATE.fill(values);
  }
}
