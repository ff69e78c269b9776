package vn.commendation.localengine.webapp;

import org.operaton.bpm.engine.impl.context.Context;
import org.operaton.bpm.engine.impl.interceptor.CommandExecutor;

/** Who asks for what is being done on this thread. */
final class Persons {

  private Persons() {}

  /** The person who is logged in to a web application; null if the engine itself is at work. */
  static String asking(CommandExecutor executor) {
    var around = Context.getCommandContext();
    if (around != null && !around.isAuthorizationCheckEnabled()) {
      return null;
    }
    return executor.execute(context -> context.getAuthenticatedUserId());
  }
}
