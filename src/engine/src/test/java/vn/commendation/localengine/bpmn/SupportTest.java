package vn.commendation.localengine.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.commendation.localengine.bpmn.Xml.BPMN;
import static vn.commendation.localengine.bpmn.Xml.ZEEBE;

import io.camunda.zeebe.model.bpmn.Bpmn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.type.ModelElementType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import vn.commendation.localengine.bpmn.Support.Kind;
import vn.commendation.localengine.bpmn.Support.Row;
import vn.commendation.localengine.bpmn.Support.Verdict;
import vn.commendation.localengine.expression.Feel;

/** Every row of the table of what is supported is tried, and the table misses nothing. */
class SupportTest {

  private static final Support SUPPORT = new Support();
  private static final Path PAGE = Path.of("docs/engine.md");
  private static final String BEGIN = "<!-- supported: written by SupportTest -->";
  private static final String END = "<!-- end of supported -->";

  private static final String DEFINITION = "EventDefinition";

  /** Of the schema, but of no file: what others are made of. */
  private static final Set<String> ABSTRACT =
      Set.of(
          "activity",
          "artifact",
          "baseElement",
          "baseElementWithMixedContent",
          "catchEvent",
          "choreographyActivity",
          "event",
          "eventDefinition",
          "flowElement",
          "flowNode",
          "gateway",
          "loopCharacteristics",
          "rootElement",
          "throwEvent");

  private final Validator validator = new Validator(new Feel());

  static Stream<Row> refused() {
    return Arrays.stream(Kind.values())
        .flatMap(kind -> SUPPORT.rows(kind).stream())
        .filter(row -> row.verdict() == Verdict.REFUSED || row.only() != null);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void shouldRefuseByNameAndElement(Row row) {
    var problems = validator.check(sample(row)).problems();

    assertThat(problems)
        .anySatisfy(
            problem -> {
              assertThat(problem.element()).isEqualTo("It");
              assertThat(problem.reason()).contains("is not supported").contains(row.note());
              assertThat(problem.reason()).contains(shown(row));
            });
  }

  /** How a refusal names what a row is about. */
  private static String shown(Row row) {
    var name = row.name();
    return switch (row.kind()) {
      case ELEMENT ->
          name.endsWith(DEFINITION)
              ? "'start event of a process: " + name.replace(DEFINITION, "") + "'"
              : "'" + name + "'";
      case EVENT -> "'" + name + "'";
      case EXTENSION -> "'zeebe:" + name + "'";
      case ATTRIBUTE -> name.substring(name.indexOf('@') + 1);
      case EXTENSION_ATTRIBUTE -> {
        var element = SUPPORT.row(Kind.EXTENSION, name.substring(0, name.indexOf('@')));
        yield element.verdict() == Verdict.REFUSED
            ? shown(element)
            : name.substring(name.indexOf('@') + 1);
      }
    };
  }

  private static byte[] sample(Row row) {
    var name = row.name();
    var element = name.contains("@") ? name.substring(0, name.indexOf('@')) : name;
    var attribute = name.substring(name.indexOf('@') + 1) + "=\"else\"";
    return switch (row.kind()) {
      case ELEMENT ->
          name.endsWith(DEFINITION)
              ? Models.process("<b:startEvent id='It'><b:" + name + "/></b:startEvent>")
              : Models.process("<b:task id='It'><b:" + name + "/></b:task>");
      case EVENT -> event(name);
      case ATTRIBUTE ->
          switch (element) {
            case "multiInstanceLoopCharacteristics", "conditionExpression" ->
                Models.process("<b:task id='It'><b:%s %s/></b:task>".formatted(element, attribute));
            case Support.ANY -> Models.process("<b:task id='It' " + attribute + "/>");
            default -> Models.process("<b:" + element + " id='It' " + attribute + "/>");
          };
      case EXTENSION -> extended("task", "<z:" + name + "/>");
      case EXTENSION_ATTRIBUTE -> {
        var hosts = SUPPORT.row(Kind.EXTENSION, element).hosts();
        yield extended(
            hosts.isEmpty() ? "task" : hosts.iterator().next(),
            "<z:" + element + " " + attribute + "/>");
      }
    };
  }

  private static byte[] extended(String host, String extension) {
    return Models.process(
        "<b:%1$s id='It'><b:extensionElements>%2$s</b:extensionElements></b:%1$s>"
            .formatted(host, extension));
  }

  private static byte[] event(String row) {
    var place =
        Arrays.stream(EventPlace.values())
            .filter(each -> row.startsWith(each.title + ":"))
            .findFirst()
            .orElseThrow();
    var name = row.substring(place.title.length() + 2);
    var definition = EventPlace.NONE.equals(name) ? "" : "<b:" + name + "EventDefinition id='By'/>";
    var start = "<b:startEvent id='It'>" + definition + "</b:startEvent>";
    var beside = "<b:startEvent id='It' isInterrupting='false'>" + definition + "</b:startEvent>";
    var bySub = "<b:subProcess id='Sub' triggeredByEvent='%s'>%s</b:subProcess>";
    return Models.process(
        switch (place) {
          case PROCESS_START -> start;
          case SUB_PROCESS_START -> bySub.formatted("false", start);
          case EVENT_START -> bySub.formatted("true", start);
          case EVENT_START_BESIDE -> bySub.formatted("true", beside);
          case CATCH ->
              "<b:intermediateCatchEvent id='It'>" + definition + "</b:intermediateCatchEvent>";
          case BOUNDARY -> "<b:boundaryEvent id='It'>" + definition + "</b:boundaryEvent>";
          case BOUNDARY_BESIDE ->
              "<b:boundaryEvent id='It' cancelActivity='false'>"
                  + definition
                  + "</b:boundaryEvent>";
          case THROW ->
              "<b:intermediateThrowEvent id='It'>" + definition + "</b:intermediateThrowEvent>";
          case END -> "<b:endEvent id='It'>" + definition + "</b:endEvent>";
        });
  }

  static List<Path> deployable() {
    return Models.deployable();
  }

  @ParameterizedTest
  @MethodSource("deployable")
  void shouldAcceptWhatIsSupported(Path file) {
    assertThat(validator.check(Models.bytes(file)).problems()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rowsThatAreNotRefused")
  void shouldHaveTriedWhatIsSupported(Row row) {
    assertThat(Models.deployable())
        .as("a model that has it")
        .anyMatch(
            file ->
                new Xml(Models.bytes(file))
                    .all("*", "*").stream().anyMatch(element -> has(element, row)));
  }

  static Stream<Row> rowsThatAreNotRefused() {
    return Arrays.stream(Kind.values())
        .flatMap(kind -> SUPPORT.rows(kind).stream())
        .filter(row -> row.verdict() != Verdict.REFUSED);
  }

  private static boolean has(Element element, Row row) {
    var namespace =
        row.kind() == Kind.EXTENSION || row.kind() == Kind.EXTENSION_ATTRIBUTE ? ZEEBE : BPMN;
    var own = namespace.equals(element.getNamespaceURI());
    var name = row.name();
    var at = name.indexOf('@');
    return switch (row.kind()) {
      case ELEMENT, EXTENSION -> own && name.equals(element.getLocalName());
      case EVENT ->
          own
              && EventPlace.of(element).stream()
                  .anyMatch(
                      place ->
                          EventPlace.definitions(element).stream()
                              .anyMatch(definition -> name.equals(place.with(definition))));
      case ATTRIBUTE, EXTENSION_ATTRIBUTE ->
          name.startsWith(Support.ANY)
              ? element.hasAttribute(name.substring(at + 1))
                  || element.hasAttributeNS(ZEEBE, name.substring(at + 1))
              : own
                  && element.getLocalName().equals(name.substring(0, at))
                  && element.hasAttribute(name.substring(at + 1));
    };
  }

  @Test
  void shouldListAllThatTheModelsOfCamundaKnow() {
    for (ModelElementType type : Bpmn.createEmptyModel().getModel().getTypes()) {
      if (type.isAbstract() || type.getTypeName() == null) {
        continue;
      }
      if (BPMN.equals(type.getTypeNamespace())) {
        assertThat(SUPPORT.row(Kind.ELEMENT, type.getTypeName()))
            .as(type.getTypeName())
            .isNotNull();
      } else if (ZEEBE.equals(type.getTypeNamespace())) {
        assertThat(SUPPORT.row(Kind.EXTENSION, type.getTypeName()))
            .as(type.getTypeName())
            .isNotNull();
        for (var attribute : type.getAttributes()) {
          var name = type.getTypeName() + "@" + attribute.getAttributeName();
          assertThat(SUPPORT.row(Kind.EXTENSION_ATTRIBUTE, name)).as(name).isNotNull();
        }
      }
    }
  }

  @Test
  void shouldListAllElementsOfTheSchema() throws IOException {
    try (var schema = Bpmn.class.getResourceAsStream("/Semantic.xsd")) {
      var names =
          Pattern.compile("<xsd:element name=\"(\\w+)\"")
              .matcher(new String(schema.readAllBytes(), StandardCharsets.UTF_8))
              .results()
              .map(found -> found.group(1))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(names).hasSizeGreaterThan(140);
      assertThat(names)
          .allMatch(name -> ABSTRACT.contains(name) || SUPPORT.row(Kind.ELEMENT, name) != null);
    }
  }

  @Test
  void shouldRefuseWhatIsInNoList() {
    assertThat(reasons(Models.process("<b:somethingNew id='It'/>")))
        .containsExactly("element 'It' (somethingNew): 'somethingNew' is not known");
    assertThat(reasons(extended("serviceTask", "<z:jobPriorityDefinition priority='1'/>")))
        .containsExactly("element 'It' (serviceTask): 'zeebe:jobPriorityDefinition' is not known");
    assertThat(reasons(extended("serviceTask", "<z:taskDefinition type='a' tries='1'/>")))
        .containsExactly(
            "element 'It' (serviceTask): 'tries' of 'zeebe:taskDefinition' is not known");
  }

  @Test
  void shouldRefuseExtensionsWhereTheyDoNothing() {
    assertThat(reasons(extended("userTask", "<z:taskDefinition type='a'/>")))
        .containsExactly(
            "element 'It' (userTask): 'zeebe:taskDefinition' is not supported on a userTask");
    assertThat(reasons(extended("exclusiveGateway", "<z:ioMapping/>")))
        .containsExactly(
            "element 'It' (exclusiveGateway): 'zeebe:ioMapping' is not supported on a"
                + " exclusiveGateway");
    assertThat(reasons(extended("startEvent", "<z:ioMapping><z:input target='a'/></z:ioMapping>")))
        .containsExactly("element 'It' (startEvent): nothing can be mapped into a startEvent");
  }

  @Test
  void shouldRefuseWhatOperatonItselfWouldCarryOut() {
    for (var prefix : List.of("camunda", "operaton")) {
      assertThat(
              reasons(Models.process("<b:serviceTask id='It' %s:class='x.Y'/>".formatted(prefix))))
          .containsExactly(
              "element 'It' (serviceTask): '%s:class' belongs to Camunda 7".formatted(prefix));
      assertThat(reasons(extended("serviceTask", "<%s:executionListener/>".formatted(prefix))))
          .containsExactly(
              "element 'It' (serviceTask): '%s:executionListener' belongs to Camunda 7"
                  .formatted(prefix));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"callActivity", "inclusiveGateway", "transaction", "adHocSubProcess"})
  void shouldNameWhatIsDrawnItself(String element) {
    assertThat(validator.check(Models.process("<b:" + element + " id='It'/>")).problems())
        .extracting(Problem::element, Problem::type)
        .containsExactly(tuple("It", element));
  }

  @Test
  void shouldLeaveOutWhatIsNotExecutable() {
    var theirs = "<b:process id='Theirs'><b:callActivity id='C'/></b:process>";
    var ours =
        "<b:startEvent id='S'/><b:sequenceFlow id='F' sourceRef='S' targetRef='E'/><b:endEvent id='E'/>";

    assertThat(reasons(Models.process(theirs, ours))).isEmpty();
  }

  private List<String> reasons(byte[] model) {
    return validator.check(model).problems().stream().map(Problem::toString).toList();
  }

  @Test
  void shouldBeDocumented() throws IOException {
    var page = Files.readString(PAGE);
    var begin = page.indexOf(BEGIN) + BEGIN.length();
    var end = page.indexOf(END);
    var rendered = rendered();
    if (Boolean.getBoolean("write")) {
      Files.writeString(PAGE, page.substring(0, begin) + rendered + page.substring(end));
      return;
    }
    assertThat(page.substring(begin, end))
        .as("the lists in %s; write them anew with -Dtest=SupportTest -Dwrite", PAGE)
        .isEqualTo(rendered);
  }

  private static String rendered() {
    var text = new StringBuilder("\n");
    for (var kind : Kind.values()) {
      text.append("\n### ").append(kind.title).append("\n\n");
      text.append(kind == Kind.EVENT ? events() : list(kind));
    }
    return text.append('\n').toString();
  }

  private static String list(Kind kind) {
    var text = new StringBuilder("| | | |\n|---|---|---|\n");
    for (var verdict : Verdict.values()) {
      SUPPORT.rows(kind).stream()
          .filter(row -> row.verdict() == verdict)
          .collect(
              Collectors.groupingBy(
                  SupportTest::note,
                  LinkedHashMap::new,
                  Collectors.mapping(row -> "`" + row.name() + "`", Collectors.joining(", "))))
          .forEach(
              (note, names) ->
                  text.append("| %s | %s | %s |\n".formatted(verdict.title, names, note)));
    }
    return text.toString();
  }

  private static String events() {
    var definitions = List.of("none", "message", "timer", "error", "terminate");
    var text =
        new StringBuilder("| | ")
            .append(String.join(" | ", definitions))
            .append(" |\n|---|")
            .append("---|".repeat(definitions.size()))
            .append('\n');
    for (var place : EventPlace.values()) {
      text.append("| ").append(place.title);
      for (var definition : definitions) {
        var row = SUPPORT.row(Kind.EVENT, place.with(definition));
        text.append(" | ")
            .append(
                row.verdict() == Verdict.REFUSED
                    ? "–"
                    : row.note().isEmpty() ? "supported" : "supported: " + row.note());
      }
      text.append(" |\n");
    }
    return text.append("\nAll other definitions are refused everywhere.\n").toString();
  }

  private static String note(Row row) {
    var only = row.only() == null ? "" : "only `" + row.only() + "`";
    return only + (only.isEmpty() || row.note().isEmpty() ? "" : ": ") + row.note();
  }
}
