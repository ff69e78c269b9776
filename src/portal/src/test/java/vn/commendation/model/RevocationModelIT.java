package vn.commendation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The {@code revocation} process: both ways it ends. */
class RevocationModelIT extends ModelWalk {

  @Test
  void shouldRevokeOnceTheDecisionHasItsNumber() {
    // given
    propose();

    // when
    decide("RevocationDecision", decided("revoke"), Map.of("outcome", "revoke"));
    eventually(
        () ->
            assertThat(variable("dossierTitle").asText())
                .isEqualTo("Hủy bỏ quyết định khen thưởng Giấy khen đối với Nguyễn Văn An"));
    decide("RegisterRevocationNumber", Map.of("number", 7, "date", "2026-12-01"), Map.of());
    work("revocation.carry-out", Map.of());

    // then
    eventually(() -> assertThat(global("taskNumber").asInt()).isEqualTo(7));
    shouldEndWith("revocation", "REVOKED");
  }

  @Test
  void shouldLeaveTheAwardWhenTheLeadershipDismissesTheProposal() {
    // given
    propose();
    eventually(
        () ->
            assertThat(userTasks())
                .singleElement()
                .satisfies(
                    task -> assertThat(task.getCandidateUsers()).containsExactly("giamdoc")));

    // when
    decide("RevocationDecision", decided("dismiss"), Map.of("outcome", "dismiss"));

    // then
    shouldEndWith("revocation", "DISMISSED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RevocationDecision", "RegisterRevocationNumber"})
  void shouldReopenTheTaskWhenTheDecisionIsDenied(String task) {
    shouldReopen("revocation", task, prepared(), "Không có thẩm quyền");
  }

  private void propose() {
    publish("revocation-proposed", id, Map.of("revocationId", id));
    work("revocation.prepare", prepared());
  }

  private Map<String, Object> prepared() {
    return Map.of(
        "code", "HQ-1",
        "nomineeName", "Nguyễn Văn An",
        "awardName", "Giấy khen",
        "revocationDue", inDays(5),
        "signatories", List.of("giamdoc"));
  }

  private static Map<String, Object> decided(String decision) {
    return Map.of("decision", decision, "reason", "Theo kết luận thanh tra");
  }
}
