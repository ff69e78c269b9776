package vn.commendation.localengine.bpmn;

/** The models of deployed processes. */
public interface ProcessModels {

  /**
   * The model of a process definition, read once.
   *
   * @param definitionId Operaton's id
   */
  ProcessModel of(String definitionId);
}
