package vn.commendation.localengine.decision;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.dmn.DmnEngine;
import org.camunda.dmn.parser.ParsedDmn;
import scala.util.Either;
import vn.commendation.localengine.kernel.Refusal;

/** The decisions of one DMN file. */
public final class DecisionModel {

  private static final String ZEEBE = "http://camunda.org/schema/zeebe/1.0";
  private static final int LONGEST = 255;

  private final ParsedDmn dmn;

  private DecisionModel(ParsedDmn dmn) {
    this.dmn = dmn;
  }

  /** A decision as the file has it; without version tag the tag is null. */
  public record Item(String id, String name, String versionTag) {}

  static DecisionModel read(DmnEngine engine, byte[] content) {
    var parsed = parse(engine, content);
    if (parsed.isLeft()) {
      requireDmn(content);
      throw Refusal.invalid(parsed.swap().toOption().get().message());
    }
    var model = new DecisionModel(parsed.toOption().get());
    model.check();
    return model;
  }

  private static Either<DmnEngine.Failure, ParsedDmn> parse(DmnEngine engine, byte[] content) {
    try {
      return engine.parse(new ByteArrayInputStream(content));
    } catch (ModelException e) {
      // a requirement of what is not in the file
      throw Refusal.invalid("it cannot be evaluated: " + e.getMessage());
    }
  }

  /** Says what is wrong with a file that is no DMN; the parser only says that. */
  private static void requireDmn(byte[] content) {
    try {
      Dmn.readModelFromStream(new ByteArrayInputStream(content));
    } catch (ModelException e) {
      var cause = (Throwable) e;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      throw Refusal.invalid("it is no DMN: " + cause.getMessage());
    }
  }

  private void check() {
    named("definitions", id(), name());
    for (var decision : decisions()) {
      named("decision", decision.id(), decision.name());
    }
  }

  private static void named(String what, String id, String name) {
    if (id == null || id.isBlank() || name == null || name.isBlank()) {
      throw Refusal.invalid("a %s has no id or no name: '%s', '%s'".formatted(what, id, name));
    }
    if (id.length() > LONGEST || name.length() > LONGEST) {
      throw Refusal.invalid(
          "the id or name of a %s is longer than %d characters".formatted(what, LONGEST));
    }
  }

  public String id() {
    return dmn.model().getDefinitions().getId();
  }

  public String name() {
    return dmn.model().getDefinitions().getName();
  }

  public List<Item> decisions() {
    var decisions = new ArrayList<Item>();
    for (var decision : dmn.model().getModelElementsByType(Decision.class)) {
      decisions.add(new Item(decision.getId(), decision.getName(), versionTag(decision)));
    }
    return decisions;
  }

  private static String versionTag(Decision decision) {
    var extensions = decision.getExtensionElements();
    if (extensions == null) {
      return null;
    }
    var tags = extensions.getDomElement().getChildElementsByNameNs(ZEEBE, "versionTag");
    return tags.isEmpty() ? null : tags.getFirst().getAttribute("value");
  }

  ParsedDmn parsed() {
    return dmn;
  }
}
