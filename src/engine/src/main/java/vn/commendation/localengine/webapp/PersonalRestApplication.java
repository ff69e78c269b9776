package vn.commendation.localengine.webapp;

import java.util.HashSet;
import java.util.Set;
import org.operaton.bpm.webapp.impl.engine.EngineRestApplication;

/** Operaton's REST interface below its web applications, for people of two languages. */
public final class PersonalRestApplication extends EngineRestApplication {

  @Override
  public Set<Class<?>> getClasses() {
    var classes = new HashSet<>(super.getClasses());
    classes.add(FilterNames.class);
    return classes;
  }
}
