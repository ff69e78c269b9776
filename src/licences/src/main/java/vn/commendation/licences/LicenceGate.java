package vn.commendation.licences;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;

/**
 * Runs the check inside Maven, before the modules after this one fetch anything.
 *
 * <p>The plugin that runs this class shows it the JDK only. The check wants Maven's own classes:
 * the session's repositories, mirrors, proxies and local repository are then the build's.
 */
public final class LicenceGate implements Runnable {
  private final Object session;

  /**
   * @param session Maven's session; the plugin knows what to give by this parameter's name
   */
  public LicenceGate(Object session) {
    this.session = session;
  }

  @Override
  public void run() {
    URL classes = LicenceGate.class.getProtectionDomain().getCodeSource().getLocation();
    try (URLClassLoader withMaven =
        new URLClassLoader(new URL[] {classes}, session.getClass().getClassLoader())) {
      withMaven
          .loadClass("vn.commendation.licences.LicenceCheck")
          .getMethod("check", Object.class)
          .invoke(null, session);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
