package vn.commendation.engine;

import java.util.List;
import java.util.Set;

/**
 * A case that ought to have an instance.
 *
 * @param title as people know it, such as its number
 * @param path its page in the portal
 * @param processInstanceKey {@code null} before its first job
 * @param state where it stands, as its module names it
 * @param elements where its instance may stand then; none if the case itself has ended and only
 *     something beside it is open
 * @param besides what has to run beside it: for each the elements at which it may stand
 */
public record OpenCase(
    String businessId,
    String title,
    String path,
    Long processInstanceKey,
    String state,
    Set<String> elements,
    List<Set<String>> besides) {}
