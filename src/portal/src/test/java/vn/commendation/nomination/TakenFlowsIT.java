package vn.commendation.nomination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.commendation.nomination.Cases.PROVINCE;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.commendation.platform.LocalPlatformTest;

/** The way of a case is copied from what the engine recorded, and stays when the case has ended. */
@LocalPlatformTest
class TakenFlowsIT {

  @Autowired private Nominations nominations;
  @Autowired private JdbcClient jdbc;

  @Test
  void shouldKnowTheWholeWayOfACaseThatHasEnded() {
    var draft = new Cases(nominations).submitted(PROVINCE);
    awaitStatus(draft, NominationStatus.OFFICE_REVIEW);
    // a flow of an earlier instance of this case
    jdbc.sql("insert into taken_flow (case_path, flow_id) values (?, 'EarlierFlow')")
        .param("/nominations/" + draft.id())
        .update();

    nominations.withdraw(draft.id(), "Đơn vị rút lại", draft.nominator());
    awaitStatus(draft, NominationStatus.WITHDRAWN);

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(details(draft).way().flows())
                    .contains("EarlierFlow", "ToGatherFacts", "ToWithdrawn")
                    .doesNotContain("OfficeAccepts"));
  }

  private NominationDetails details(Cases.Draft draft) {
    return nominations.details(draft.id(), draft.nominator());
  }

  private void awaitStatus(Cases.Draft draft, NominationStatus status) {
    await().atMost(Duration.ofSeconds(60)).until(() -> details(draft).summary().status() == status);
  }
}
