package vn.commendation.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.commendation.dashboard.StageBoard.Cell;
import vn.commendation.dashboard.StageBoard.StageCount;

class StageBoardTest {

  private final StageBoard board =
      new StageBoard(
          "nav.nominations",
          "status.",
          "/nominations",
          List.of("SUBMITTED", "OFFICE_REVIEW", "HOLD"),
          List.of(
              new StageCount("OFFICE_REVIEW", 5L, "Phòng Quản lý Khoa học", 2, 1),
              new StageCount("OFFICE_REVIEW", 8L, "Trung tâm", 3, 0),
              new StageCount("HOLD", 8L, "Trung tâm", 1, 1)));

  @Test
  void shouldSumUpEveryStageInTheOrderOfTheProcess() {
    assertThat(board.totals().entrySet())
        .extracting(entry -> entry.getKey() + "=" + entry.getValue().count())
        .containsExactly("SUBMITTED=0", "OFFICE_REVIEW=5", "HOLD=1");
    assertThat(board.totals()).containsEntry("OFFICE_REVIEW", new Cell(5, 1));
    assertThat(board.total()).isEqualTo(new Cell(6, 2));
    assertThat(board.greatest()).isEqualTo(5);
  }

  @Test
  void shouldPutTheUnitWithTheMostWorkFirst() {
    assertThat(board.rows())
        .extracting(StageBoard.Row::unitName)
        .containsExactly("Trung tâm", "Phòng Quản lý Khoa học");
    assertThat(board.rows().getFirst().cells())
        .containsExactly(new Cell(0, 0), new Cell(3, 0), new Cell(1, 1));
    assertThat(board.rows().getFirst().total()).isEqualTo(new Cell(4, 1));
  }

  @Test
  void shouldKnowWorkThatBelongsToNoUnit() {
    var batches =
        new StageBoard(
            "nav.dossiers",
            "dossier-status.",
            "/dossiers",
            List.of("BALLOT"),
            List.of(new StageCount("BALLOT", null, null, 4, 0)));

    assertThat(batches.byUnit()).isFalse();
    assertThat(batches.rows()).isEmpty();
    assertThat(batches.total()).isEqualTo(new Cell(4, 0));
  }
}
