package vn.commendation.localengine.flow;

import java.util.List;
import java.util.Map;
import org.operaton.bpm.engine.impl.persistence.entity.ExternalTaskEntity;
import vn.commendation.localengine.kernel.Refusal;

/**
 * What can be done to instances: the only way into them for the other parts. Every method is one
 * transaction, or part of the caller's ({@link
 * vn.commendation.localengine.kernel.Transactions#call}). Variables are plain JSON values. An
 * expression that fails on the way becomes an incident at its element and undoes nothing.
 */
public interface Flow {

  /**
   * Starts an instance at its none start event, or before the given elements.
   *
   * @param definitionId Operaton's id of the process definition
   * @return key of the instance
   * @throws Refusal INVALID_ARGUMENT for an element that cannot be started at; FAILED_PRECONDITION
   *     if there is no none start event
   */
  long create(String definitionId, Map<String, Object> variables, List<String> startElements);

  /**
   * Starts an instance at a message start event with the message's variables.
   *
   * @return key of the instance
   */
  long startByMessage(String definitionId, String startElement, Map<String, Object> variables);

  /** Hands a message to what waits for it: the subscription of an execution by its event name. */
  void deliver(String executionId, String eventName, Map<String, Object> variables);

  /**
   * Completes a job (an external task), whoever holds its lock. Its instance is held by the caller.
   */
  void completeJob(ExternalTaskEntity job, Map<String, Object> variables);

  /**
   * Throws an error at the element of a job. Its instance is held by the caller.
   *
   * @return false if nothing catches it; then nothing was done
   */
  boolean throwError(
      ExternalTaskEntity job, String errorCode, String message, Map<String, Object> variables);

  /**
   * Completes a user task. Its assignee is set before by the caller.
   *
   * @throws Refusal NOT_FOUND
   */
  void completeTask(long taskKey, Map<String, Object> variables);

  /**
   * One step of a modification.
   *
   * @param activate elements to start, with variables to set in their scope
   * @param terminate keys of element instances to end
   */
  record Modification(List<Activation> activate, List<Long> terminate) {}

  /**
   * @param ancestorKey key of the element instance to start in; 0 for where there is but one
   */
  record Activation(String element, long ancestorKey, List<Variables> variables) {}

  /**
   * @param scope id of the element whose scope gets them; empty for the instance
   */
  record Variables(String scope, Map<String, Object> values) {}

  /**
   * @throws Refusal NOT_FOUND, INVALID_ARGUMENT
   */
  void modify(long processInstanceKey, Modification modification);

  /**
   * @throws Refusal NOT_FOUND
   */
  void cancel(long processInstanceKey);

  /**
   * Where an instance goes on.
   *
   * @param definitionId Operaton's id of the process definition
   * @param mappings from elements and sequence flows of the instance's process to those of the
   *     other
   */
  record MigrationPlan(String definitionId, List<Mapping> mappings) {}

  /** Both are ids of the models. */
  record Mapping(String source, String target) {}

  /**
   * Moves an instance to another process definition, with everything that is active in it, or
   * leaves it as it is.
   *
   * @throws Refusal NOT_FOUND; INVALID_ARGUMENT for instructions that cannot be read;
   *     FAILED_PRECONDITION where an active element cannot be migrated, naming it
   */
  void migrate(long processInstanceKey, MigrationPlan plan);

  /**
   * Sets variables at a scope: there if local, else where each is found upwards, else at the root.
   *
   * @param elementInstanceKey key of an element instance or of the process instance
   * @throws Refusal NOT_FOUND
   */
  void setVariables(long elementInstanceKey, Map<String, Object> variables, boolean local);
}
