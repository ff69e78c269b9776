package vn.commendation.localengine.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.commendation.localengine.decision.Evaluation.DecisionVersion;
import vn.commendation.localengine.decision.Evaluation.Rule;
import vn.commendation.localengine.decision.Evaluation.Value;
import vn.commendation.localengine.kernel.Refusal;

/**
 * What decisions say.
 *
 * @see <a href="https://docs.camunda.io/docs/components/modeler/dmn/decision-table-hit-policy/">Hit
 *     policy</a>
 */
class DecisionEngineTest {

  private final DecisionEngine engine = new DecisionEngine();

  private static byte[] dmn(String decisions) {
    return """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:z="http://camunda.org/schema/zeebe/1.0" id="drg" name="DRG" namespace="n">%s</definitions>
        """
        .formatted(decisions)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** A table over {@code x}: a rule each is a test and an output. */
  private static byte[] table(String policy, String... rules) {
    var text = new StringBuilder();
    for (int i = 0; i < rules.length; i += 2) {
      text.append(
          "<rule id='r%1$d'><inputEntry id='i%1$d'><text><![CDATA[%2$s]]></text></inputEntry><outputEntry id='o%1$d'><text><![CDATA[%3$s]]></text></outputEntry></rule>"
              .formatted(i / 2, rules[i], rules[i + 1]));
    }
    return dmn(
        "<decision id='d' name='D'><decisionTable id='t' hitPolicy='%s'><input id='in' label='The x'><inputExpression id='e'><text>x</text></inputExpression></input><output id='out' name='y'/>%s</decisionTable></decision>"
            .formatted(policy, text));
  }

  private static byte[] literal(String expression) {
    return dmn(
        "<decision id='d' name='D'><literalExpression id='l'><text><![CDATA[%s]]></text></literalExpression></decision>"
            .formatted(expression));
  }

  private Evaluation evaluate(byte[] dmn, Map<String, Object> variables) {
    var model = engine.read(dmn);
    var versions = new HashMap<String, DecisionVersion>();
    for (var item : model.decisions()) {
      versions.put(
          item.id(), new DecisionVersion(versions.size(), item.id(), item.name(), 1, 9, "drg", 1));
    }
    return engine.evaluate(7, model, versions.get("d"), versions, variables);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      value = {
        "UNIQUE | 1 | a",
        "UNIQUE | 9 | null",
        "FIRST | 2 | a",
        "ANY | 9 | null",
        "COLLECT | 9 | null",
        "RULE ORDER | 9 | null",
      })
  void shouldGiveOneValueOrNone(String policy, int x, String expected) {
    var rules = new String[] {"<= 2", "\"a\"", "]2..3]", "\"b\""};

    assertThat(evaluate(table(policy, rules), Map.of("x", x)).output())
        .isEqualTo(List.of("COLLECT", "RULE ORDER").contains(policy) ? null : expected);
  }

  @Test
  void shouldGiveAListOfAllThatMatch() {
    var rules = new String[] {"< 5", "\"a\"", "< 9", "\"b\"", "< 1", "\"c\""};

    assertThat(evaluate(table("COLLECT", rules), Map.of("x", 3)).output())
        .isEqualTo(List.of("a", "b"));
    assertThat(evaluate(table("RULE ORDER", rules), Map.of("x", 7)).output())
        .isEqualTo(List.of("b"));
  }

  @ParameterizedTest
  @CsvSource({"SUM, 7", "MIN, 2", "MAX, 5", "COUNT, 2"})
  void shouldAggregate(String aggregation, long expected) {
    var table = table("COLLECT' aggregation='" + aggregation, "> 0", "5", "> 1", "2", "> 9", "1");

    assertThat(evaluate(table, Map.of("x", 3)).output()).isEqualTo(expected);
  }

  @Test
  void shouldFailWhenTheHitPolicyIsBroken() {
    var unique = evaluate(table("UNIQUE", "> 0", "1", "> 1", "2"), Map.of("x", 3));
    assertThat(unique.output()).isNull();
    assertThat(unique.failedDecision()).isEqualTo("d");
    assertThat(unique.failure())
        .startsWith("Expected to evaluate decision 'd', but multiple values aren't allowed");

    var any = evaluate(table("ANY", "> 0", "1", "> 1", "2"), Map.of("x", 3));
    assertThat(any.failure()).contains("different values aren't allowed for ANY hit policy");
    assertThat(evaluate(table("ANY", "> 0", "1", "> 1", "1"), Map.of("x", 3)).output())
        .isEqualTo(1L);
  }

  @Test
  void shouldGiveSeveralOutputsByTheirNames() {
    var table =
        dmn(
            "<decision id='d' name='D'><decisionTable id='t'><input id='in'><inputExpression id='e'><text>x</text></inputExpression></input><output id='o1' name='a'/><output id='o2' name='b'/><rule id='r'><inputEntry id='i'><text>-</text></inputEntry><outputEntry id='y1'><text>x</text></outputEntry><outputEntry id='y2'><text>x / 2</text></outputEntry></rule></decisionTable></decision>");

    assertThat(evaluate(table, Map.of("x", 3)).output()).isEqualTo(Map.of("a", 3L, "b", 1.5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "date(\"2026-11-30\") | 2026-11-30",
        "date and time(\"2026-11-30T08:00:00+07:00\") | 2026-11-30T08:00:00+07:00",
        "duration(\"P1DT2H\") | P1DT2H",
        "time(\"08:00:00\") | 08:00:00",
      })
  void shouldGiveTemporalValuesAsText(String expression, String expected) {
    assertThat(evaluate(literal(expression), Map.of()).output()).isEqualTo(expected);
  }

  @Test
  void shouldKeepNumbersAsTheyAre() {
    assertThat(evaluate(literal("[1, 1.5, n, 10 / 2]"), Map.of("n", 7)).output())
        .isEqualTo(List.of(1L, 1.5, 7L, 5L));
  }

  @Test
  void shouldKnowRequiredDecisionsByTheirNames() {
    var drg =
        dmn(
            """
            <decision id="d" name="D"><informationRequirement id="q"><requiredDecision href="#base"/></informationRequirement>
              <literalExpression id="l"><text>base.a + base.b</text></literalExpression></decision>
            <decision id="base" name="Base"><variable id="v" name="base"/><literalExpression id="b"><text>{a: x, b: 1}</text></literalExpression></decision>
            """);

    var evaluation = evaluate(drg, Map.of("x", 2));

    assertThat(evaluation.output()).isEqualTo(3L);
    assertThat(evaluation.evaluated())
        .extracting(each -> each.key() + " " + each.decision().id() + " " + each.type())
        .containsExactly("7-1 base LITERAL_EXPRESSION", "7-2 d LITERAL_EXPRESSION");
  }

  @Test
  void shouldTellInputsAndRulesThatMatched() {
    var evaluation = evaluate(table("COLLECT", "> 5", "\"a\"", "> 1", "{n: x}"), Map.of("x", 3));

    var evaluated = evaluation.evaluated().getFirst();
    assertThat(evaluated.type()).isEqualTo("DECISION_TABLE");
    assertThat(evaluated.inputs()).containsExactly(new Value("in", "The x", "3"));
    assertThat(evaluated.rules())
        .containsExactly(new Rule("r1", 2, List.of(new Value("out", "y", "{\"n\":3}"))));
    assertThat(evaluated.output()).isEqualTo(List.of(Map.of("n", 3L)));
  }

  @Test
  void shouldNameTheDecisionThatFailed() {
    var drg =
        dmn(
            """
            <decision id="d" name="D"><informationRequirement id="q"><requiredDecision href="#base"/></informationRequirement>
              <literalExpression id="l"><text>base</text></literalExpression></decision>
            <decision id="base" name="Base"><literalExpression id="b"><text>assert(x, x != null, "x is missing")</text></literalExpression></decision>
            """);

    var evaluation = evaluate(drg, Map.of());

    assertThat(evaluation.failedDecision()).isEqualTo("base");
    assertThat(evaluation.failure())
        .startsWith("Expected to evaluate decision 'd', but ")
        .contains("x is missing");
  }

  @Test
  void shouldReadVersionTags() {
    var model =
        engine.read(
            dmn(
                "<decision id='d' name='D'><extensionElements><z:versionTag value='v1'/></extensionElements><literalExpression id='l'><text>1</text></literalExpression></decision>"));

    assertThat(model.decisions()).containsExactly(new DecisionModel.Item("d", "D", "v1"));
    assertThat(model.id()).isEqualTo("drg");
    assertThat(model.name()).isEqualTo("DRG");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<a/> | it is no DMN",
        "<a | it is no DMN",
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a> | it is no DMN",
      })
  void shouldRefuseWhatIsNoDmn(String text, String reason) {
    refused(text.getBytes(StandardCharsets.UTF_8), reason);
  }

  @Test
  void shouldRefuseWhatCannotBeEvaluated() {
    refused(literal("1 +"), "FEEL expression: failed to parse expression '1 +'");
    refused(table("UNIQUE", "> ", "1"), "FEEL unary-tests: failed to parse expression '>'");
    refused(
        dmn(
            "<decision id='a' name='A'><informationRequirement id='q'><requiredDecision href='#b'/></informationRequirement><literalExpression id='l'><text>1</text></literalExpression></decision>"),
        "it cannot be evaluated: Unable to find a model element instance for id b");
    refused(
        dmn(
            """
            <decision id="a" name="A"><informationRequirement id="q"><requiredDecision href="#b"/></informationRequirement><literalExpression id="l"><text>b</text></literalExpression></decision>
            <decision id="b" name="B"><informationRequirement id="p"><requiredDecision href="#a"/></informationRequirement><literalExpression id="m"><text>a</text></literalExpression></decision>
            """),
        "Cyclic dependencies between decisions");
  }

  private void refused(byte[] dmn, String reason) {
    assertThatThrownBy(() -> engine.read(dmn))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(reason)
        .extracting(e -> ((Refusal) e).code())
        .isEqualTo(Refusal.Code.INVALID_ARGUMENT);
  }

  static Stream<Path> product() throws IOException {
    return Files.list(Path.of("bpmn")).filter(file -> file.toString().endsWith(".dmn")).sorted();
  }

  @ParameterizedTest
  @MethodSource("product")
  void shouldReadAllDecisionsOfTheProduct(Path file) throws IOException {
    assertThat(engine.read(Files.readAllBytes(file)).decisions()).isNotEmpty();
  }
}
