package vn.commendation.localengine.decision;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.camunda.dmn.Audit;
import org.camunda.dmn.DmnEngine;
import org.camunda.dmn.parser.FeelExpression;
import org.camunda.dmn.parser.ParsedDecisionTable;
import org.camunda.dmn.parser.ParsedLiteralExpression;
import org.camunda.feel.impl.DefaultValueMapper;
import org.camunda.feel.impl.JavaValueMapper;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.syntaxtree.ValFunction;
import org.camunda.feel.valuemapper.ValueMapper;
import org.operaton.bpm.engine.impl.util.ClockUtil;
import scala.jdk.javaapi.CollectionConverters;
import vn.commendation.localengine.decision.Evaluation.DecisionVersion;
import vn.commendation.localengine.decision.Evaluation.Evaluated;
import vn.commendation.localengine.decision.Evaluation.Rule;
import vn.commendation.localengine.decision.Evaluation.Value;
import vn.commendation.localengine.expression.Feel;
import vn.commendation.localengine.kernel.Json;
import vn.commendation.localengine.kernel.Refusal;

/** The library that parses and evaluates DMN, for Java: what Camunda 8 evaluates with. */
public final class DecisionEngine {

  private final DmnEngine engine =
      new DmnEngine.Builder()
          .clock(
              () ->
                  ZonedDateTime.ofInstant(
                      ClockUtil.getCurrentTime().toInstant(), ZoneId.systemDefault()))
          .build();
  private final ValueMapper values =
      new ValueMapper.CompositeValueMapper(
          CollectionConverters.asScala(
                  List.of(new JavaValueMapper(), DefaultValueMapper.instance()))
              .toList());

  /**
   * Reads a DMN file.
   *
   * @throws Refusal INVALID_ARGUMENT with the reasons why it cannot be evaluated
   */
  public DecisionModel read(byte[] content) {
    return DecisionModel.read(engine, content);
  }

  /**
   * @param versions the deployed versions of the file's decisions, by their ids
   */
  Evaluation evaluate(
      long key,
      DecisionModel model,
      DecisionVersion decision,
      Map<String, DecisionVersion> versions,
      Map<String, Object> variables) {
    var result = engine.eval(model.parsed(), decision.id(), variables);
    if (result.isLeft()) {
      var failed = result.swap().toOption().get();
      var evaluated = evaluated(key, failed.auditLog(), versions);
      if (evaluated.isEmpty()) {
        evaluated.add(
            new Evaluated(key + "-1", decision, "UNSPECIFIED", null, List.of(), List.of()));
      }
      return new Evaluation(
          key,
          decision,
          null,
          evaluated,
          evaluated.getLast().decision().id(),
          "Expected to evaluate decision '%s', but %s"
              .formatted(decision.id(), failed.failure().message()));
    }
    var found = result.toOption().get();
    return new Evaluation(
        key,
        decision,
        found.isNil() ? null : json(found.value()),
        evaluated(key, found.auditLog(), versions),
        null,
        null);
  }

  private List<Evaluated> evaluated(
      long key, Audit.AuditLog log, Map<String, DecisionVersion> versions) {
    var evaluated = new ArrayList<Evaluated>();
    for (var entry : CollectionConverters.asJava(log.entries())) {
      var version = versions.get(entry.id());
      // business knowledge is evaluated, too, but is no decision
      if (version != null) {
        var type =
            switch (entry.decisionLogic()) {
              case ParsedDecisionTable table -> "DECISION_TABLE";
              case ParsedLiteralExpression expression -> "LITERAL_EXPRESSION";
              default -> "UNSPECIFIED";
            };
        var table =
            entry.result() instanceof Audit.DecisionTableEvaluationResult result ? result : null;
        evaluated.add(
            new Evaluated(
                key + "-" + (evaluated.size() + 1),
                version,
                type,
                json(entry.result().result()),
                table == null ? List.of() : list(table.inputs(), this::input),
                table == null ? List.of() : rules(entry, table)));
      }
    }
    return evaluated;
  }

  private Value input(Audit.EvaluatedInput input) {
    var label = input.input().name();
    var name =
        label == null && input.input().expression() instanceof FeelExpression expression
            ? expression.expression().text()
            : label;
    return new Value(input.input().id(), name, Json.text(json(input.value())));
  }

  private List<Rule> rules(Audit.AuditLogEntry entry, Audit.DecisionTableEvaluationResult result) {
    var all = list(((ParsedDecisionTable) entry.decisionLogic()).rules(), rule -> rule.id());
    return list(
        result.matchedRules(),
        matched ->
            new Rule(
                matched.rule().id(),
                all.indexOf(matched.rule().id()) + 1,
                list(
                    matched.outputs(),
                    output ->
                        new Value(
                            output.output().id(),
                            output.output().label() == null
                                ? output.output().name()
                                : output.output().label(),
                            Json.text(json(output.value()))))));
  }

  private Object json(Object value) {
    return switch (value) {
      case ValError error -> null;
      case ValFunction function -> null;
      case Val val -> Feel.plain(values.unpackVal(val));
      default -> Feel.plain(values.unpackVal(values.toVal(value)));
    };
  }

  private static <A, B> List<B> list(scala.collection.Iterable<A> items, Function<A, B> each) {
    var list = new ArrayList<B>();
    CollectionConverters.asJava(items).forEach(item -> list.add(each.apply(item)));
    return list;
  }
}
