package vn.commendation.work;

import java.time.Instant;
import java.util.List;
import vn.commendation.directory.Account;

/**
 * A step that waits for somebody's decision or answer.
 *
 * @param id as its user task is noted in {@code UserTasks}; for work in the portal an id of the
 *     module's own
 * @param name text key of the step, in both languages
 * @param about what it is about, such as a batch's code and title
 * @param dueAt {@code null} if it has no time
 * @param path page of the portal where it is seen, or done
 * @param actors who may do it today
 */
public record OpenStep(
    String id, String name, String about, Instant dueAt, String path, List<Account> actors) {

  public boolean waitsFor(String username) {
    return actors.stream().anyMatch(actor -> actor.username().equals(username));
  }
}
