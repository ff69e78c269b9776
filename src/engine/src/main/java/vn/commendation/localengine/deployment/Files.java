package vn.commendation.localengine.deployment;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeVersionTag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import vn.commendation.localengine.bpmn.ProcessModel;
import vn.commendation.localengine.bpmn.Validator;
import vn.commendation.localengine.decision.DecisionEngine;
import vn.commendation.localengine.decision.DecisionModel;
import vn.commendation.localengine.kernel.Json;
import vn.commendation.localengine.kernel.Refusal;

/** The files of a deployment, read and found valid. */
final class Files {

  private static final int LONGEST = 255;
  private static final String FAILED =
      "Expected to deploy new resources, but encountered the following errors:";

  enum Kind {
    PROCESS,
    DECISION,
    FORM,
    OTHER
  }

  /**
   * A file, by what it is known again.
   *
   * @param checksum SHA-256 of the content
   */
  record Source(String name, String checksum, byte[] content) {

    static Source of(Resource resource) {
      return new Source(resource.name(), hash(resource.content()), resource.content());
    }

    Kind kind() {
      return name.endsWith(".bpmn")
          ? Kind.PROCESS
          : name.endsWith(".dmn") ? Kind.DECISION : name.endsWith(".form") ? Kind.FORM : Kind.OTHER;
    }
  }

  record ProcessFile(Source source, List<ProcessItem> processes) {}

  record ProcessItem(String id, String name, String versionTag) {}

  record DecisionFile(Source source, DecisionModel model) {}

  record FormFile(Source source, String id, String versionTag) {}

  private final Validator validator;
  private final DecisionEngine decisionEngine;
  private final List<String> errors = new ArrayList<>();
  private final Map<String, String> ids = new HashMap<>();

  final List<ProcessFile> processes = new ArrayList<>();
  final List<DecisionFile> decisions = new ArrayList<>();
  final List<FormFile> forms = new ArrayList<>();

  private Files(Validator validator, DecisionEngine decisionEngine) {
    this.validator = validator;
    this.decisionEngine = decisionEngine;
  }

  /**
   * @throws Refusal INVALID_ARGUMENT with all that is wrong, a line each
   */
  static Files read(List<Resource> resources, Validator validator, DecisionEngine decisionEngine) {
    if (resources.isEmpty()) {
      throw Refusal.invalid("Expected to deploy at least one resource, but none was given");
    }
    var files = new Files(validator, decisionEngine);
    for (var resource : resources) {
      try {
        files.read(resource);
      } catch (Refusal e) {
        files.error(resource, e.getMessage());
      }
    }
    if (!files.errors.isEmpty()) {
      throw Refusal.invalid(FAILED + "\n" + String.join("\n", files.errors));
    }
    return files;
  }

  /** The same sentence for what is found later. */
  static Refusal refusal(String reason) {
    return Refusal.invalid(FAILED + "\n" + reason);
  }

  private void read(Resource resource) {
    var name = resource.name();
    if (name.length() > LONGEST) {
      throw Refusal.invalid("the name is longer than " + LONGEST + " characters");
    }
    var source = Source.of(resource);
    switch (source.kind()) {
      case PROCESS -> process(resource, source);
      case DECISION -> decision(source);
      case FORM -> form(source);
      case OTHER ->
          throw Refusal.invalid("unknown kind of resource: it must end with .bpmn, .dmn or .form");
    }
  }

  private void process(Resource resource, Source source) {
    var checked = validator.check(source.content);
    if (!checked.problems().isEmpty()) {
      checked.problems().forEach(problem -> error(resource, problem.toString()));
      return;
    }
    var items = items(checked.model());
    items.forEach(item -> once("process", item.id, source.name));
    processes.add(new ProcessFile(source, items));
  }

  private static List<ProcessItem> items(ProcessModel model) {
    var items = new ArrayList<ProcessItem>();
    for (var process : model.instance().getModelElementsByType(Process.class)) {
      if (process.isExecutable()) {
        var tag = process.getSingleExtensionElement(ZeebeVersionTag.class);
        items.add(
            new ProcessItem(
                process.getId(), process.getName(), tag == null ? null : tag.getValue()));
      }
    }
    return items;
  }

  private void decision(Source source) {
    var model = decisionEngine.read(source.content);
    once("decision requirements", model.id(), source.name);
    model.decisions().forEach(decision -> once("decision", decision.id(), source.name));
    decisions.add(new DecisionFile(source, model));
  }

  private void form(Source source) {
    try {
      var schema = Json.mapper().readTree(source.content);
      var id = schema == null ? null : schema.get("id");
      if (id == null || !id.isTextual() || id.textValue().isBlank()) {
        throw Refusal.invalid("a form must be a JSON object with an 'id' that is not blank");
      }
      if (id.textValue().length() > LONGEST) {
        throw Refusal.invalid("the id is longer than " + LONGEST + " characters");
      }
      once("form", id.textValue(), source.name);
      var tag = schema.get("versionTag");
      forms.add(
          new FormFile(
              source, id.textValue(), tag == null || !tag.isTextual() ? null : tag.textValue()));
    } catch (JsonProcessingException e) {
      throw Refusal.invalid(
          "it is no JSON: line %d, column %d"
              .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void once(String kind, String id, String name) {
    var before = ids.putIfAbsent(kind + " " + id, name);
    if (before != null) {
      throw Refusal.invalid("the %s '%s' is in '%s', too".formatted(kind, id, before));
    }
  }

  private void error(Resource resource, String reason) {
    errors.add("'" + resource.name() + "': " + reason);
  }

  private static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
