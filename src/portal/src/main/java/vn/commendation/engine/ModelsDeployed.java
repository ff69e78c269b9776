package vn.commendation.engine;

import org.springframework.context.ApplicationEvent;

/** The engine has the models and their forms: from now on commands pass. */
public class ModelsDeployed extends ApplicationEvent {
  private static final long serialVersionUID = 1L;

  ModelsDeployed(Object source) {
    super(source);
  }
}
