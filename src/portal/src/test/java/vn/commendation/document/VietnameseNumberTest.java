package vn.commendation.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VietnameseNumberTest {

  @ParameterizedTest
  @CsvSource({
    "0, không",
    "5, năm",
    "10, mười",
    "15, mười lăm",
    "21, hai mươi mốt",
    "55, năm mươi lăm",
    "101, một trăm linh một",
    "110, một trăm mười",
    "1005, một nghìn không trăm linh năm",
    "710000, bảy trăm mười nghìn",
    "2340000, hai triệu ba trăm bốn mươi nghìn",
    "1000015, một triệu không trăm mười lăm",
    "12050000, mười hai triệu không trăm năm mươi nghìn",
    "999999999999, chín trăm chín mươi chín tỷ chín trăm chín mươi chín triệu chín trăm chín mươi"
        + " chín nghìn chín trăm chín mươi chín",
  })
  void shouldWriteNumbersInWords(long number, String words) {
    assertThat(VietnameseNumber.inWords(number)).isEqualTo(words);
  }

  @Test
  void shouldWriteMoneyInWords() {
    assertThat(VietnameseNumber.dong(2_340_000)).isEqualTo("Hai triệu ba trăm bốn mươi nghìn đồng");
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 1_000_000_000_000L})
  void shouldRefuseWhatNoAwardCosts(long number) {
    assertThatIllegalArgumentException().isThrownBy(() -> VietnameseNumber.inWords(number));
  }
}
