package vn.commendation.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.commendation.platform.LocalDatabase;

class OrganisationsTest {

  private final Organisations organisations =
      new Organisations(JdbcClient.create(LocalDatabase.get()), "SKHCN");

  @Test
  void shouldNameTheDepartmentOfTheDay() {
    var department = organisations.on(LocalDate.of(2022, 5, 30));

    assertThat(department.name()).isEqualTo("Sở Khoa học và Công nghệ");
    assertThat(department.parentName()).isEqualTo("Ủy ban nhân dân tỉnh Tây Ninh");
    assertThat(department.province()).isEqualTo("tỉnh Tây Ninh");
    assertThatThrownBy(() -> organisations.on(LocalDate.of(2009, 12, 31)))
        .isInstanceOf(NoSuchElementException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PLAN | - Các phòng, đơn vị; - Lưu: VT, VP.",
        "DECISION | - Như Điều 3; - Lãnh đạo Sở; - Hội đồng Thi đua - Khen thưởng Sở; - Lưu: VT, VP.",
        "BALLOT_PAPER | ''",
      })
  void shouldNameTheRecipientsALineEach(DocumentKind kind, String recipients) {
    assertThat(organisations.recipients(kind).replace('\n', ' ')).isEqualTo(recipients);
    assertThat(Arrays.asList(organisations.recipients(kind).split("\n")))
        .allMatch(line -> line.isEmpty() || line.matches("- .*[;.]"));
  }
}
