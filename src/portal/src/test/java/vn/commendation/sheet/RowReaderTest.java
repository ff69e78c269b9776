package vn.commendation.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.commendation.award.Award;
import vn.commendation.award.AwardKind;
import vn.commendation.award.AwardSubject;
import vn.commendation.award.SubjectKind;
import vn.commendation.directory.Gender;
import vn.commendation.directory.Person;
import vn.commendation.directory.PositionClass;
import vn.commendation.directory.Unit;
import vn.commendation.directory.UnitKind;

class RowReaderTest {

  private static final String SHEET = "6f1f2d3c-0000-4000-8000-000000000001";
  private static final Unit UNIT = new Unit(5, "QLKH", "Phòng Quản lý Khoa học", UnitKind.DIVISION);
  private static final Person NGHIA =
      new Person(
          18,
          "Nguyễn Hữu Nghĩa",
          Gender.MALE,
          "Chuyên viên",
          PositionClass.DIRECT_WORKER,
          true,
          UNIT);

  private final RowReader reader =
      new RowReader(
          SHEET,
          7L,
          Map.of("QLKH-02", NGHIA),
          List.of(
              new Award(
                  "GK-SO",
                  "Giấy khen của Giám đốc Sở",
                  "Certificate of Merit",
                  AwardKind.FORM,
                  AwardSubject.BOTH)),
          kind -> kind == SubjectKind.INDIVIDUAL ? "Cá nhân" : "Tập thể");

  @Test
  void shouldReadARowAsTheDropDownsWriteIt() {
    var read =
        read(
            "Cá nhân",
            "QLKH-02 – Nguyễn Hữu Nghĩa",
            "GK-SO – Giấy khen của Giám đốc Sở",
            "Tóm tắt",
            "Báo cáo",
            "2026-01-01",
            "31/12/2026",
            "Ốm");

    assertThat(read.problems()).isEmpty();
    var form = read.form();
    assertThat(form.id()).isEqualTo(RowReader.draftId(SHEET, 2));
    assertThat(form.campaignId()).isEqualTo(7);
    assertThat(form.subjectKind()).isEqualTo(SubjectKind.INDIVIDUAL);
    assertThat(form.personId()).isEqualTo(18);
    assertThat(form.awardCode()).isEqualTo("GK-SO");
    assertThat(form.title()).isEqualTo("Tóm tắt");
    assertThat(form.achievements()).isEqualTo("Báo cáo");
    assertThat(form.periodFrom()).isEqualTo(LocalDate.of(2026, 1, 1));
    assertThat(form.periodTo()).isEqualTo(LocalDate.of(2026, 12, 31));
    assertThat(form.lateReason()).isEqualTo("Ốm");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GK-SO",
        "gk-so",
        "Giấy khen của Giám đốc Sở",
        "GIẤY KHEN  CỦA GIÁM ĐỐC SỞ",
        "Certificate of Merit",
        "GK-SO – tên cũ"
      })
  void shouldKnowAnAwardByCodeOrName(String typed) {
    assertThat(read("", "qlkh-02", typed).form().awardCode()).isEqualTo("GK-SO");
    var decomposed = Normalizer.normalize(typed, Normalizer.Form.NFD);
    assertThat(read("", "qlkh-02", decomposed).form().awardCode()).isEqualTo("GK-SO");
  }

  @Test
  void shouldReadACollectiveWithoutAPerson() {
    var read = read("Tập thể", "", "GK-SO");

    assertThat(read.problems()).isEmpty();
    assertThat(read.form().subjectKind()).isEqualTo(SubjectKind.COLLECTIVE);
    assertThat(read.form().personId()).isNull();
  }

  @ParameterizedTest(name = "{8}")
  @CsvSource({
    "Nhóm, QLKH-02, GK-SO, '', '', '', '', '', SUBJECT unknown-subject",
    "Cá nhân, QLKH-99, GK-SO, '', '', '', '', '', PERSON unknown-person",
    "Cá nhân, QLKH-02 – Lê Thị Bích Ngọc, GK-SO, '', '', '', '', '', PERSON other-name",
    "Tập thể, QLKH-02, GK-SO, '', '', '', '', '', PERSON collective-with-person",
    "Cá nhân, QLKH-02, Huy chương, '', '', '', '', '', AWARD unknown-award",
    "Cá nhân, QLKH-02, GK-SO, '', '', 29/02/2026, '', '', FROM not-a-date",
    "Cá nhân, QLKH-02, GK-SO, '', '', '', 12/31/2026, '', TO not-a-date",
    "Cá nhân, QLKH-02, GK-SO, '', '', '', hôm nay, '', TO not-a-date",
  })
  void shouldSayWhatCannotBeReadAndWhere(
      String subject,
      String person,
      String award,
      String title,
      String achievements,
      String from,
      String to,
      String late,
      String expected) {
    var read = read(subject, person, award, title, achievements, from, to, late);

    assertThat(read.problems())
        .extracting(one -> one.column() + " " + one.key().replace("sheet-problem.", ""))
        .containsExactly(expected);
  }

  @Test
  void shouldNotCutWhatIsTooLong() {
    var read = read("", "QLKH-02", "GK-SO", "x".repeat(301), "y".repeat(20_001), "", "", "");

    assertThat(read.problems())
        .extracting(one -> one.column() + " " + one.args())
        .containsExactly("TITLE [301, 300]", "ACHIEVEMENTS [20001, 20000]");
    assertThat(read("", "", "", "x".repeat(300), "y".repeat(20_000)).problems()).isEmpty();
  }

  @Test
  void shouldGiveARowTheSameDraftHoweverOftenItIsRead() {
    assertThat(RowReader.draftId(SHEET, 2))
        .isEqualTo(RowReader.draftId(SHEET, 2))
        .matches("[0-9a-f-]{36}")
        .isNotEqualTo(RowReader.draftId(SHEET, 3));
  }

  private RowReader.Read read(String... typed) {
    var cells = new ArrayList<>(List.of(typed));
    while (cells.size() < SheetColumn.values().length) {
      cells.add("");
    }
    return reader.read(2, cells);
  }
}
