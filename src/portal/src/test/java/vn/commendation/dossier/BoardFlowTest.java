package vn.commendation.dossier;

import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which answers of the province fit the batch that was sent to it. */
class BoardFlowTest extends FlowFixture {

  private final BoardFlow flow =
      new BoardFlow(steps, cases, mock(BoardDispatch.class), awarding, nominations, clock);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1234/QĐ | 2026-11-20 | n99:award             | n99",
        "1234/QĐ | 2026-11-21 | n18:award             | từ 20/11/2026 đến 20/11/2026",
        "1234/QĐ | 2026-11-19 | n18:award             | từ 20/11/2026 đến 20/11/2026",
        "1234/QĐ |            | n18:award             | từ 20/11/2026 đến 20/11/2026",
        "        | 2026-11-20 | n18:award             | Phải ghi số văn bản của tỉnh",
        "1234/QĐ | 2026-11-20 | n18:not-award         | Người 18: phải nêu lý do",
        "1234/QĐ | 2026-11-20 | n18:none n19:none     | Chưa nhập kết quả",
        "1234/QĐ | 2026-11-20 | n18:award n20:award   | Người 20 không còn chờ kết quả",
      })
  void shouldRefuseAResultThatIsNotOfThisBatch(
      String reference, LocalDate date, String choices, String reason) {
    signed();
    dossier.sentToBoard(Batches.NOW);
    dossier.item("n20").orElseThrow().become(ItemStatus.NOT_AWARDED, "Đã có kết quả");
    dossier.moveTo(DossierStatus.BOARD, null, Batches.NOW);

    var result =
        flow.recordResult(
            dossier.getId(),
            "chuyenvien",
            new TaskEntry("result", null, reference, date, null, choices(choices)));

    assertDenied(result, "chuyenvien", reason, "BoardResult");
    then(nominations).shouldHaveNoInteractions();
    then(history).shouldHaveNoInteractions();
  }
}
