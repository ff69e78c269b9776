package vn.commendation.localengine.bpmn;

import io.camunda.zeebe.model.bpmn.traversal.ModelWalker;
import io.camunda.zeebe.model.bpmn.validation.ValidationVisitor;
import io.camunda.zeebe.model.bpmn.validation.zeebe.ZeebeDesignTimeValidators;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.xml.ModelException;
import vn.commendation.localengine.expression.Feel;
import vn.commendation.localengine.kernel.Refusal;

/**
 * Says why a model cannot be deployed: it is no BPMN, it has what is not supported, it breaks the
 * rules of Camunda 8 for models, or an expression in it cannot be parsed. All that is wrong is said
 * at once, as far as it can be seen.
 */
public final class Validator {

  private final Support support = new Support();
  private final Feel feel;

  public Validator(Feel feel) {
    this.feel = feel;
  }

  /**
   * @param model null if it could not be read
   * @param problems empty if the model can be deployed
   */
  public record Checked(ProcessModel model, List<Problem> problems) {}

  public Checked check(byte[] bpmn) {
    try {
      var xml = new Xml(bpmn);
      var structure = Structure.problems(support, xml);
      if (!structure.isEmpty()) {
        return new Checked(null, structure);
      }
      var model = ProcessModel.read(bpmn);
      var references = new References(xml).problems();
      if (!references.isEmpty()) {
        return new Checked(null, references);
      }
      var problems = new ArrayList<Problem>();
      problems.addAll(camundas(model));
      problems.addAll(new Wiring(xml).problems());
      problems.addAll(new Timers(xml, feel).problems());
      problems.addAll(new Expressions(model.instance(), feel).problems());
      return new Checked(model, List.copyOf(problems));
    } catch (Refusal e) {
      return new Checked(null, List.of(Problem.ofFile(e.getMessage())));
    } catch (ModelException e) {
      return new Checked(null, List.of(Problem.ofFile("it is no BPMN: " + reason(e))));
    }
  }

  /** What the library that describes Camunda's models finds. */
  private static List<Problem> camundas(ProcessModel model) {
    var visitor = new ValidationVisitor(ZeebeDesignTimeValidators.VALIDATORS);
    new ModelWalker(model.instance()).walk(visitor);
    var problems = new ArrayList<Problem>();
    visitor
        .getValidationResult()
        .getResults()
        .forEach(
            (element, results) -> {
              if (!Owners.isLeftOut(element)) {
                results.forEach(
                    result -> problems.add(Owners.problem(element, result.getMessage())));
              }
            });
    return problems;
  }

  private static String reason(ModelException e) {
    var cause = (Throwable) e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage().replace("URI=null ", "");
  }
}
