package vn.commendation.localengine.bpmn;

/**
 * Why a model is not deployed.
 *
 * @param element id of the element people find it by in a modeler; empty for the file
 * @param type the element's name in BPMN; empty for the file
 * @param reason a sentence
 */
public record Problem(String element, String type, String reason) {

  static Problem ofFile(String reason) {
    return new Problem("", "", reason);
  }

  @Override
  public String toString() {
    return element.isEmpty() ? reason : "element '" + element + "' (" + type + "): " + reason;
  }
}
