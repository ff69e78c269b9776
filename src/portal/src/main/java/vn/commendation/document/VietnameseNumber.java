package vn.commendation.document;

import java.util.ArrayList;
import java.util.List;

/** Whole numbers in words, as money lists write their totals. */
public final class VietnameseNumber {

  private static final String[] DIGITS = {
    "không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"
  };
  private static final String[] GROUPS = {"", "nghìn", "triệu", "tỷ"};
  private static final long MOST = 999_999_999_999L;

  private VietnameseNumber() {}

  /**
   * In words, such as {@code hai triệu ba trăm bốn mươi nghìn}.
   *
   * @throws IllegalArgumentException if it is negative or has more than twelve digits
   */
  public static String inWords(long number) {
    if (number < 0 || number > MOST) {
      throw new IllegalArgumentException("Not to be written in words: " + number);
    }
    if (number == 0) {
      return DIGITS[0];
    }
    var words = new ArrayList<String>();
    var leading = true;
    for (var group = GROUPS.length - 1; group >= 0; group--) {
      var three = (int) (number / Math.round(Math.pow(1000, group)) % 1000);
      if (three > 0) {
        words(three, leading, words);
        if (group > 0) {
          words.add(GROUPS[group]);
        }
        leading = false;
      }
    }
    return String.join(" ", words);
  }

  /**
   * A sum of money as it follows its figures: {@code Hai triệu ba trăm bốn mươi nghìn đồng}.
   *
   * @throws IllegalArgumentException if it is negative or has more than twelve digits
   */
  public static String dong(long amount) {
    var words = inWords(amount) + " đồng";
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static void words(int three, boolean leading, List<String> words) {
    var hundreds = three / 100;
    var tens = three / 10 % 10;
    var units = three % 10;
    if (hundreds > 0 || !leading) {
      words.add(DIGITS[hundreds]);
      words.add("trăm");
    }
    if (tens == 0 && units > 0 && (hundreds > 0 || !leading)) {
      words.add("linh");
    } else if (tens == 1) {
      words.add("mười");
    } else if (tens > 1) {
      words.add(DIGITS[tens]);
      words.add("mươi");
    }
    if (units > 0) {
      words.add(unit(units, tens));
    }
  }

  private static String unit(int units, int tens) {
    if (units == 1 && tens > 1) {
      return "mốt";
    }
    return units == 5 && tens > 0 ? "lăm" : DIGITS[units];
  }
}
