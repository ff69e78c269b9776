package vn.commendation.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BallotRowTest {

  @ParameterizedTest
  @CsvSource({
    // for, against, blank, absent, written, entitled, fault
    "5, 2, 1, 1,  , 9, ",
    "5, 2, 1, 1, 8, 9, ",
    "0, 0, 0, 9, 0, 9, ",
    "0, 0, 0, 0,  , 0, ",
    "6, 2, 1, 1,  , 9, votes-sum",
    "4, 2, 1, 1,  , 9, votes-sum",
    "10, -1, 0, 0, , 9, votes-negative",
    "9, 0, 0,  ,  , 9, votes-missing",
    " , 9, 0, 0,  , 9, votes-missing",
    "5, 2, 1, 1, 9, 9, votes-written",
    "5, 2, 1, 1, -1, 9, votes-written",
    "2147483647, 2147483647, 2, 9, , 9, votes-sum",
  })
  void shouldSayWhatIsWrong(
      Integer yes,
      Integer no,
      Integer blank,
      Integer absent,
      Integer written,
      int entitled,
      String fault) {
    assertThat(new BallotRow("i", yes, no, blank, absent, written).fault(entitled))
        .isEqualTo(fault);
  }

  @RepeatedTest(200)
  void shouldTakeEverySplitOfTheVotesAndNothingElse(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    var entitled = random.nextInt(1, 40);
    var yes = random.nextInt(entitled + 1);
    var no = random.nextInt(entitled - yes + 1);
    var blank = random.nextInt(entitled - yes - no + 1);
    var absent = entitled - yes - no - blank;
    var written = random.nextInt(yes + no + blank + 1);

    assertThat(new BallotRow("i", yes, no, blank, absent, written).fault(entitled)).isNull();
    var off = random.nextBoolean() ? 1 : -1;
    var changed = new int[] {yes, no, blank, absent};
    changed[random.nextInt(4)] += off;
    assertThat(
            new BallotRow("i", changed[0], changed[1], changed[2], changed[3], null)
                .fault(entitled))
        .isIn("votes-sum", "votes-negative");
    assertThat(new BallotRow("i", yes, no, blank, absent, null).fault(entitled + off))
        .isEqualTo("votes-sum");
  }
}
