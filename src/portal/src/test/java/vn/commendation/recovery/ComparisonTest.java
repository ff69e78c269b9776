package vn.commendation.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.commendation.engine.CaseInstances;
import vn.commendation.engine.CaseInstances.Rebuilt;
import vn.commendation.engine.CaseProcess;
import vn.commendation.engine.EngineInstances;
import vn.commendation.engine.EngineInstances.Running;
import vn.commendation.engine.OpenCase;

class ComparisonTest {

  private static final Set<String> OBJECTION = Set.of("ResolveObjection", "RecordObjection");

  private final CaseProcess process = mock();
  private final EngineInstances engine = mock();
  private final CaseInstances instances = mock();
  private final Comparison comparison = new Comparison(engine, instances);

  @BeforeEach
  void aProcess() {
    given(process.passing()).willReturn(Set.of("ChaseBoard"));
    given(process.besides()).willReturn(OBJECTION);
    given(process.open(anyString(), anyInt())).willReturn(List.of());
    given(instances.of(anyList())).willReturn(Map.of());
  }

  @ParameterizedTest
  @CsvSource({
    // objections, where the instance stands, what is wrong
    "0, DisclosureEnds,",
    "0, CloseDisclosure ChaseBoard,",
    "0, LeadershipSignature, ELSEWHERE",
    "0, DisclosureEnds LeadershipSignature, ELSEWHERE",
    "0, ChaseBoard, ELSEWHERE",
    "1, DisclosureEnds, BESIDE",
    "1, DisclosureEnds ResolveObjection,",
    "1, DisclosureEnds RecordObjection,",
    "1, DisclosureEnds ResolveObjection ResolveObjection, BESIDE",
    "2, DisclosureEnds ResolveObjection RecordObjection,",
    "0, DisclosureEnds ResolveObjection, BESIDE",
  })
  void shouldCompareTheStepAndWhatRunsBesideIt(int objections, String elements, DriftKind wrong) {
    var open = open(41L, Set.of("DisclosureEnds", "CloseDisclosure"), objections);

    assertThat(Comparison.kind(process, open, null, List.of(running(41, null, elements))))
        .isEqualTo(wrong);
  }

  @Test
  void shouldExpectNoStepOfACaseOfWhichOnlyAnObjectionIsOpen() {
    var open = open(41L, Set.of(), 1);

    assertThat(kind(open, null, running(41, null, "ResolveObjection"))).isNull();
    assertThat(kind(open, null, running(41, null, "ResolveObjection EndIssued")))
        .isEqualTo(DriftKind.ELSEWHERE);
  }

  @Test
  void shouldKnowTheInstanceACaseWasGiven() {
    var open = open(41L, Set.of("DisclosureEnds"), 0);
    var rebuilt = new Rebuilt("d", "token", 41L);

    assertThat(kind(open, rebuilt, running(41, "token", "DisclosureEnds"))).isNull();
    assertThat(kind(open, rebuilt, running(42, "token", "DisclosureEnds")))
        .isEqualTo(DriftKind.SECOND);
    assertThat(kind(open, rebuilt, running(41, null, "DisclosureEnds")))
        .isEqualTo(DriftKind.SECOND);
    assertThat(kind(open, null, running(41, "token", "DisclosureEnds")))
        .isEqualTo(DriftKind.SECOND);
    assertThat(kind(open, null, running(43, null, "DisclosureEnds"))).isEqualTo(DriftKind.SECOND);
  }

  @Test
  void shouldTellACaseWhoseInstanceEndedFromOneThatNeverHadOne() {
    given(engine.running(process)).willReturn(List.of(running(50, null, "DisclosureEnds")));
    given(engine.ended(any())).willReturn(Set.of(41L));
    given(process.open("", 500))
        .willReturn(
            List.of(
                open(41L, Set.of("DisclosureEnds"), 0),
                new OpenCase("e", "E", "/e", null, "PROCESSING", Set.of("x"), List.of())));

    var look = comparison.look(process);

    assertThat(look.cases()).isEqualTo(2);
    assertThat(look.running()).isEqualTo(1);
    assertThat(look.drifts())
        .extracting(Drift::kind)
        .containsExactlyInAnyOrder(DriftKind.MISSING, DriftKind.ENDED, DriftKind.UNKNOWN);
  }

  private DriftKind kind(OpenCase open, Rebuilt rebuilt, Running running) {
    return Comparison.kind(process, open, rebuilt, List.of(running));
  }

  private static OpenCase open(Long key, Set<String> elements, int objections) {
    return new OpenCase(
        "d", "D", "/d", key, "DISCLOSURE", elements, Collections.nCopies(objections, OBJECTION));
  }

  private static Running running(long key, String token, String elements) {
    return new Running(key, key == 50 ? null : "d", token, Arrays.asList(elements.split(" ")));
  }
}
