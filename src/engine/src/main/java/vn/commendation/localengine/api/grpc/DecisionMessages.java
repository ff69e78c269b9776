package vn.commendation.localengine.api.grpc;

import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.EvaluateDecisionResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.EvaluatedDecision;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.EvaluatedDecisionInput;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.EvaluatedDecisionOutput;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.MatchedDecisionRule;
import vn.commendation.localengine.decision.Evaluation;
import vn.commendation.localengine.kernel.Json;

/** What was decided, as gRPC writes it. */
final class DecisionMessages {

  private DecisionMessages() {}

  static EvaluateDecisionResponse of(Evaluation evaluation) {
    var decision = evaluation.decision();
    var answer =
        EvaluateDecisionResponse.newBuilder()
            .setDecisionKey(decision.key())
            .setDecisionId(decision.id())
            .setDecisionName(text(decision.name()))
            .setDecisionVersion(decision.version())
            .setDecisionRequirementsId(text(decision.drgId()))
            .setDecisionRequirementsKey(decision.drgKey())
            .setDecisionOutput(Json.text(evaluation.output()))
            .setDecisionInstanceKey(evaluation.key())
            .setDecisionEvaluationKey(evaluation.key())
            .setTenantId(Tenants.DEFAULT);
    if (evaluation.failedDecision() != null) {
      answer
          .setFailedDecisionId(evaluation.failedDecision())
          .setFailureMessage(evaluation.failure());
    }
    evaluation.evaluated().forEach(each -> answer.addEvaluatedDecisions(evaluated(each)));
    return answer.build();
  }

  private static EvaluatedDecision.Builder evaluated(Evaluation.Evaluated evaluated) {
    var decision = evaluated.decision();
    var message =
        EvaluatedDecision.newBuilder()
            .setDecisionKey(decision.key())
            .setDecisionId(decision.id())
            .setDecisionName(text(decision.name()))
            .setDecisionVersion(decision.version())
            .setDecisionType(text(evaluated.type()))
            .setDecisionOutput(Json.text(evaluated.output()))
            .setDecisionEvaluationInstanceKey(text(evaluated.key()))
            .setTenantId(Tenants.DEFAULT);
    evaluated.inputs().forEach(each -> message.addEvaluatedInputs(input(each)));
    evaluated.rules().forEach(each -> message.addMatchedRules(rule(each)));
    return message;
  }

  private static EvaluatedDecisionInput.Builder input(Evaluation.Value input) {
    return EvaluatedDecisionInput.newBuilder()
        .setInputId(text(input.id()))
        .setInputName(text(input.name()))
        .setInputValue(text(input.value()));
  }

  private static MatchedDecisionRule.Builder rule(Evaluation.Rule rule) {
    var message =
        MatchedDecisionRule.newBuilder().setRuleId(text(rule.id())).setRuleIndex(rule.index());
    rule.outputs()
        .forEach(
            each ->
                message.addEvaluatedOutputs(
                    EvaluatedDecisionOutput.newBuilder()
                        .setOutputId(text(each.id()))
                        .setOutputName(text(each.name()))
                        .setOutputValue(text(each.value()))));
    return message;
  }

  /** gRPC has no null. */
  private static String text(String given) {
    return given == null ? "" : given;
  }
}
