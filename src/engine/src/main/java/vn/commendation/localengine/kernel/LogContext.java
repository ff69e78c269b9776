package vn.commendation.localengine.kernel;

import org.slf4j.MDC;

/**
 * Which instance and job a line of the log is about. Noted where an instance is held for what is
 * done to it, and forgotten when that is over. While Operaton moves an instance it notes the
 * instance and the element itself, under the same names.
 */
public final class LogContext {

  public static final String INSTANCE = "instance";
  public static final String ELEMENT = "element";
  static final String JOB = "job";
  static final String TASK = "task";

  private LogContext() {}

  static void note(String name, String key) {
    MDC.put(name, key);
  }

  /** One piece of work on this thread is over, or begins. */
  public static void clear() {
    MDC.clear();
  }
}
