package vn.commendation.engine;

import java.util.List;
import java.util.OptionalLong;

/**
 * What has to be read back from the platform because no job carries it. Answers may lag a second or
 * two behind the engine.
 */
interface TaskPlatform {

  /** Completed tasks of one element of one process instance, in the order of their completion. */
  List<CompletedTask> completedTasks(long processInstanceKey, String elementId);

  /** The task that is open at an element. */
  OptionalLong openTask(long processInstanceKey, String elementId);

  /**
   * Whether a form may be used: a task that Tasklist learns of before its form never shows the
   * form.
   */
  boolean knowsForm(String formId, int version);
}
