package vn.commendation.localengine.bpmn;

import static vn.commendation.localengine.bpmn.Xml.BPMN;

import io.camunda.zeebe.model.bpmn.util.time.Interval;
import io.camunda.zeebe.model.bpmn.util.time.RepeatingInterval;
import io.camunda.zeebe.model.bpmn.util.time.TimeDateTimer;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;
import vn.commendation.localengine.expression.ExpressionFailure;
import vn.commendation.localengine.expression.Feel;

/**
 * Whether timers tell a time, of a kind that their event may have.
 *
 * @see <a href="https://docs.camunda.io/docs/components/modeler/bpmn/timer-events/">Timer
 *     events</a>
 */
final class Timers {

  private static final String DATE = "timeDate";
  private static final String DURATION = "timeDuration";
  private static final String CYCLE = "timeCycle";

  private final Xml xml;
  private final Feel feel;
  private final List<Problem> problems = new ArrayList<>();

  Timers(Xml xml, Feel feel) {
    this.xml = xml;
    this.feel = feel;
  }

  List<Problem> problems() {
    for (var definition : xml.executable("timerEventDefinition")) {
      var event = (Element) definition.getParentNode();
      var place = EventPlace.of(event).orElseThrow();
      for (var time : Xml.children(definition, BPMN)) {
        if (Set.of(DATE, DURATION, CYCLE).contains(time.getLocalName())) {
          check(event, place, time);
        }
      }
    }
    return problems;
  }

  private void check(Element event, EventPlace place, Element time) {
    var kind = time.getLocalName();
    var text = time.getTextContent().strip();
    if (!allowed(place).contains(kind)) {
      problem(event, kind + ": a " + place.title + " may have no such timer");
      return;
    }
    var syntax = feel.problem(text);
    if (syntax != null) {
      problem(event, kind + ": '" + text + "' is no expression of FEEL: " + syntax);
    } else if (!Feel.isExpression(text)) {
      parse(event, kind, text);
    } else if (place == EventPlace.PROCESS_START) {
      // known when the process is deployed: there is no instance yet that could tell
      try {
        parse(event, kind, String.valueOf(feel.value(text, Map.of())));
      } catch (ExpressionFailure e) {
        problem(event, kind + ": " + e.getMessage());
      }
    }
  }

  private static Set<String> allowed(EventPlace place) {
    return switch (place) {
      case PROCESS_START -> Set.of(DATE, CYCLE);
      case EVENT_START_BESIDE, BOUNDARY_BESIDE -> Set.of(DATE, DURATION, CYCLE);
      default -> Set.of(DATE, DURATION);
    };
  }

  private void parse(Element event, String kind, String text) {
    try {
      switch (kind) {
        case DATE -> TimeDateTimer.parse(text);
        case DURATION -> Interval.parse(text);
        default -> RepeatingInterval.parse(text);
      }
    } catch (DateTimeException e) {
      problem(event, kind + ": '" + text + "' is not of ISO 8601: " + e.getMessage());
    }
  }

  private void problem(Element event, String reason) {
    problems.add(new Problem(event.getAttribute("id"), event.getLocalName(), reason));
  }
}
