package vn.commendation.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A process and its cases as the database knows them: which ought to have an instance, where it
 * ought to stand, and what a new one begins with. Everything is told from the database alone.
 */
public interface CaseProcess {

  /** Id of the BPMN process. */
  String processId();

  /** The variable that names the case. */
  String idVariable();

  /** The case that a value of that variable names. */
  default String businessId(Object value) {
    return String.valueOf(value);
  }

  /** The other way round: what that variable says of a case. */
  default Object value(String businessId) {
    return businessId;
  }

  /** Elements that do not tell where a case stands: what runs beside it and ends by itself. */
  default Set<String> passing() {
    return Set.of();
  }

  /** Elements of what may run beside the step of a case. */
  default Set<String> besides() {
    return Set.of();
  }

  /** Every element at which a case of this process may be found standing. */
  Set<String> elements();

  /** Cases that ought to have an instance, by business id, after this one and at most so many. */
  List<OpenCase> open(String after, int most);

  /** The case if it ought to have an instance. */
  Optional<OpenCase> find(String businessId);

  /**
   * Gives up the instance of a case, in the caller's transaction: nobody changes the case until
   * that ends, and a change that was begun before fails.
   *
   * @return what the next instance begins with; empty if the case needs none any more
   * @throws CannotPlace if what is known of the case contradicts itself
   */
  Optional<Placement> release(String businessId);

  /** Ties the case to its next instance, and notes the tasks that are open there. */
  void carriedBy(String businessId, long processInstanceKey, Placement placement);
}
