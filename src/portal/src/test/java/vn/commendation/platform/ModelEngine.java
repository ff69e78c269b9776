package vn.commendation.platform;

import java.util.Map;

/** The local engine without an application, for tests of the models: one for a run. */
public final class ModelEngine {

  private static LocalPlatform shared;

  private ModelEngine() {}

  /** The engine, once it is ready. */
  public static synchronized LocalPlatform get() {
    if (shared == null) {
      // whoever names a mail server gets none started
      shared = TestPlatform.start("models", Map.of("SPRING_MAIL_HOST", LocalPlatform.LOOPBACK));
      shared.awaitEngine();
    }
    return shared;
  }
}
