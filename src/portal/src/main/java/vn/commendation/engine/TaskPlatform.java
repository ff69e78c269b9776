package vn.commendation.engine;

import java.util.List;
import java.util.OptionalLong;

/**
 * What has to be read back from the platform because no job carries it. Answers may lag a second or
 * two behind the engine.
 */
interface TaskPlatform {

  /** Tasks that were completed at a place, in the order of their completion. */
  List<CompletedTask> completedTasks(TaskPlace place);

  /** The task that is open at a place. */
  OptionalLong openTask(TaskPlace place);

  /**
   * Whether a form may be used: a task that Tasklist learns of before its form never shows the
   * form.
   */
  boolean knowsForm(String formId, int version);
}
