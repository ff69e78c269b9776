package vn.commendation.localengine.usertask;

/** Where the form of a user task is found. */
public interface Forms {

  /**
   * Key of the form an element links to, by its binding.
   *
   * @param definitionId Operaton's id of the process definition
   * @return null if the element links to none
   */
  Long formOf(String definitionId, String elementId);
}
