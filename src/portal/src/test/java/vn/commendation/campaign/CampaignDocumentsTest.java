package vn.commendation.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;
import vn.commendation.audit.Recorded;
import vn.commendation.award.CommendationType;
import vn.commendation.directory.Role;
import vn.commendation.directory.SigningCapacity;
import vn.commendation.document.DocumentKind;
import vn.commendation.document.DocumentRefused;
import vn.commendation.document.FormalDocuments;
import vn.commendation.document.Printed;
import vn.commendation.platform.LocalDatabase;

class CampaignDocumentsTest {

  private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T03:00:00Z"), Plans.ZONE);

  private final CampaignRepository campaigns = mock();
  private final FormalDocuments documents = mock();
  private final CampaignDocuments source =
      new CampaignDocuments(campaigns, documents, Printed.letters(CLOCK), Printed.notices(CLOCK));

  @Test
  void shouldPrintThePlanOf2022WordForWord() {
    stored(seed());

    var printed = Printed.of(source, DocumentKind.PLAN, "1", CLOCK);

    assertThat(printed.text())
        .contains(
            "Số: /KH-KHCN",
            "Tây Ninh, ngày 30 tháng 5 năm 2022",
            "KẾ HOẠCH",
            "Triển khai thực hiện phong trào thi đua đẩy mạnh “Học tập và làm theo tư tưởng, đạo"
                + " đức, phong cách Hồ Chí Minh” gắn với thực hiện Chuyên đề năm 2022 “Về xây dựng"
                + " đội ngũ cán bộ, đảng viên nâng cao đạo đức cách mạng, bản lĩnh chính trị, tiên"
                + " phong, gương mẫu, ngang tầm nhiệm vụ”",
            "Căn cứ Công văn số 74/HĐTĐ ngày 06/5/2022 của Hội đồng Thi đua Khen thưởng tỉnh về"
                + " triển khai thực hiện phong trào thi đua “Học tập và làm theo tư tưởng, đạo"
                + " đức, phong cách Hồ Chí Minh” năm 2022, Sở Khoa học và Công nghệ xây dựng Kế"
                + " hoạch triển khai thực hiện cụ thể như sau:",
            "I. Mục đích, yêu cầu",
            "II. Nội dung triển khai thực hiện",
            "- Động viên công chức, viên chức, người lao động Sở luôn năng động, sáng tạo vì lợi"
                + " ích chung của cơ quan, đơn vị.",
            "III. Tổ chức thực hiện",
            "Trên đây là Kế hoạch triển khai thực hiện phong trào thi đua “Học tập và làm theo tư"
                + " tưởng, đạo đức, phong cách Hồ Chí Minh” gắn với thực hiện Chuyên đề năm 2022"
                + " của Sở Khoa học và Công nghệ./.",
            "- Các phòng, đơn vị;",
            "- Lưu: VT, VP.",
            "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC")
        .doesNotContain("{{", "null");
  }

  @Test
  void shouldTakeTitleAndDescriptionWhereNothingElseIsWritten() {
    stored(CampaignEntity.draft(Plans.plan(), Plans.ZONE));

    var content = source.content(DocumentKind.PLAN, "1");

    assertThat(content.draft()).isTrue();
    assertThat(content.symbol()).isEqualTo("05/KH-SKHCN");
    assertThat(content.title())
        .isEqualTo("Triển khai thực hiện phong trào thi đua học tập và làm theo Bác năm 2027");
    assertThat(content.values().get("muc").toString())
        .contains("I. Nội dung triển khai thực hiện", "Kịp thời biểu dương")
        .doesNotContain("Mục đích");
  }

  @Test
  void shouldDrawThePlanUpWhenItIsWrittenOrLaunched() {
    source.recorded(new Recorded("chuyenvien", "campaign.edited", "campaign-7"));
    source.recorded(new Recorded("chuyenvien", "campaign.closed", "campaign-7"));

    then(documents).should().queue(DocumentKind.PLAN, "7", "chuyenvien");
    then(documents).shouldHaveNoMoreInteractions();
  }

  @Test
  void shouldKeepADraftFromTheUnits() {
    stored(CampaignEntity.draft(Plans.plan(), Plans.ZONE));
    var unit = Plans.account("qlkh", 5, Role.UNIT_HEAD);
    var office = Plans.account("chuyenvien", 2, Role.OFFICE_OFFICER);

    assertThat(source.mayRead(DocumentKind.PLAN, "1", unit)).isFalse();
    assertThat(source.mayRead(DocumentKind.PLAN, "1", office)).isTrue();
    assertThat(source.offered("1", unit)).isEmpty();
    assertThat(source.offered("1", office)).containsExactly(DocumentKind.PLAN);
    assertThatThrownBy(() -> source.content(DocumentKind.PLAN, "x"))
        .isInstanceOf(DocumentRefused.class);
  }

  private void stored(CampaignEntity campaign) {
    ReflectionTestUtils.setField(campaign, "id", 1L);
    given(campaigns.findById(1)).willReturn(Optional.of(campaign));
  }

  /** As the demonstration data has it. */
  private static CampaignEntity seed() {
    var row =
        JdbcClient.create(LocalDatabase.get())
            .sql("select * from campaign where id = 1")
            .query()
            .singleRow();
    return CampaignEntity.draft(
        new CampaignForm(
            0,
            "HTB-2022",
            (String) row.get("title"),
            (String) row.get("theme"),
            (String) row.get("plan_number"),
            LocalDate.of(2022, 5, 30),
            (String) row.get("basis"),
            (String) row.get("description"),
            LocalDate.of(2022, 1, 1),
            LocalDate.of(2022, 12, 31),
            CommendationType.MOVEMENT,
            LocalDateTime.of(2022, 5, 30, 7, 30),
            null,
            null,
            Set.of("GK-SO"),
            Map.of(),
            Set.of(5L),
            new PlanText(
                (String) row.get("plan_subject"),
                (String) row.get("plan_short_subject"),
                (String) row.get("plan_purpose"),
                (String) row.get("plan_content"),
                (String) row.get("plan_implementation"),
                SigningCapacity.valueOf((String) row.get("plan_capacity")),
                (String) row.get("plan_signer"))),
        Plans.ZONE);
  }
}
