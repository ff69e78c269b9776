package vn.commendation.localengine.api.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.client.protocol.rest.DecisionDefinitionResult;
import io.camunda.client.protocol.rest.DecisionDefinitionSearchQueryResult;
import io.camunda.client.protocol.rest.DecisionEvaluationInstruction;
import io.camunda.client.protocol.rest.EvaluateDecisionResult;
import io.camunda.client.protocol.rest.EvaluatedDecisionInputItem;
import io.camunda.client.protocol.rest.EvaluatedDecisionOutputItem;
import io.camunda.client.protocol.rest.EvaluatedDecisionResult;
import io.camunda.client.protocol.rest.MatchedDecisionRuleItem;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import vn.commendation.localengine.decision.Decisions;
import vn.commendation.localengine.decision.Evaluation;
import vn.commendation.localengine.decision.Evaluation.Evaluated;
import vn.commendation.localengine.decision.Evaluation.Rule;
import vn.commendation.localengine.kernel.Json;
import vn.commendation.localengine.kernel.Refusal;
import vn.commendation.localengine.search.Searches;

/** Decisions that are deployed, and their evaluation. */
@Path("decision-definitions")
public final class DecisionApi {

  private final Decisions decisions;
  private final Searches searches;

  DecisionApi(Decisions decisions, Searches searches) {
    this.decisions = decisions;
    this.searches = searches;
  }

  @POST
  @Path("search")
  public DecisionDefinitionSearchQueryResult search(JsonNode request) {
    return searches.decisionDefinitions(request);
  }

  @GET
  @Path("{key}")
  public DecisionDefinitionResult get(@PathParam("key") String key) {
    return searches.decisionDefinition(Bodies.key("decisionDefinitionKey", key));
  }

  @GET
  @Path("{key}/xml")
  public Response xml(@PathParam("key") String key) {
    var requirements =
        searches
            .decisionDefinition(Bodies.key("decisionDefinitionKey", key))
            .getDecisionRequirementsKey();
    return Bodies.xml(searches.decisionRequirementsXml(Long.parseLong(requirements)));
  }

  @POST
  @Path("evaluation")
  public EvaluateDecisionResult evaluate(DecisionEvaluationInstruction request) {
    Bodies.tenant(request.getTenantId());
    var id = request.getDecisionDefinitionId();
    var key = request.getDecisionDefinitionKey();
    if (id != null && key != null) {
      throw Refusal.invalid(
          "Only one of decisionDefinitionId and decisionDefinitionKey is allowed");
    }
    var variables = Bodies.variables(request.getVariables());
    return answered(
        key == null
            ? decisions.evaluate(
                Bodies.required("decisionDefinitionId or decisionDefinitionKey", id), variables)
            : decisions.evaluate(Bodies.key("decisionDefinitionKey", key), variables));
  }

  private static EvaluateDecisionResult answered(Evaluation evaluation) {
    var decision = evaluation.decision();
    var result =
        new EvaluateDecisionResult()
            .decisionDefinitionId(decision.id())
            .decisionDefinitionName(decision.name())
            .decisionDefinitionVersion(decision.version())
            .decisionDefinitionKey(String.valueOf(decision.key()))
            .decisionRequirementsId(decision.drgId())
            .decisionRequirementsKey(String.valueOf(decision.drgKey()))
            .decisionEvaluationKey(String.valueOf(evaluation.key()))
            .decisionInstanceKey(String.valueOf(evaluation.key()))
            .output(Json.text(evaluation.output()))
            .failedDecisionDefinitionId(evaluation.failedDecision())
            .failureMessage(evaluation.failure())
            .tenantId(Bodies.defaultTenant());
    evaluation.evaluated().forEach(each -> result.addEvaluatedDecisionsItem(answered(each)));
    return result;
  }

  private static EvaluatedDecisionResult answered(Evaluated evaluated) {
    var result =
        new EvaluatedDecisionResult()
            .decisionDefinitionId(evaluated.decision().id())
            .decisionDefinitionName(evaluated.decision().name())
            .decisionDefinitionVersion(evaluated.decision().version())
            .decisionDefinitionKey(String.valueOf(evaluated.decision().key()))
            .decisionDefinitionType(evaluated.type())
            .decisionEvaluationInstanceKey(evaluated.key())
            .output(Json.text(evaluated.output()))
            .tenantId(Bodies.defaultTenant());
    evaluated
        .inputs()
        .forEach(
            input ->
                result.addEvaluatedInputsItem(
                    new EvaluatedDecisionInputItem()
                        .inputId(input.id())
                        .inputName(input.name())
                        .inputValue(input.value())));
    evaluated.rules().forEach(rule -> result.addMatchedRulesItem(answered(rule)));
    return result;
  }

  private static MatchedDecisionRuleItem answered(Rule rule) {
    var result = new MatchedDecisionRuleItem().ruleId(rule.id()).ruleIndex(rule.index());
    rule.outputs()
        .forEach(
            output ->
                result.addEvaluatedOutputsItem(
                    new EvaluatedDecisionOutputItem()
                        .outputId(output.id())
                        .outputName(output.name())
                        .outputValue(output.value())));
    return result;
  }
}
