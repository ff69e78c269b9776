package vn.commendation.localengine.webapp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.authorization.TaskPermissions;
import org.operaton.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.operaton.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.operaton.bpm.engine.impl.interceptor.SessionFactory;

/** Sets an engine up for the people who log in: who they are, and what they may do. */
public final class People extends AbstractProcessEnginePlugin {

  private final SessionFactory identity;
  private final Completion completion;

  /**
   * @param identity who people are
   * @param completer completes a task by its key with plain JSON values
   */
  public People(SessionFactory identity, BiConsumer<Long, Map<String, Object>> completer) {
    this.identity = identity;
    this.completion = new Completion(completer);
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    configuration.setIdentityProviderSessionFactory(identity);
    configuration.setDbIdentityUsed(false);
    // nobody is above the rights
    configuration.setAdminGroups(new ArrayList<>());
    configuration.setAuthorizationEnabled(true);
    // candidates and assignees take and complete a task; they do not change it
    configuration.setDefaultUserPermissionNameForTask(TaskPermissions.TASK_WORK.getName());
    configuration.setResourceAuthorizationProvider(new TaskGrants());
    configuration.setCommandCheckers(
        new ArrayList<>(List.of(new TenantCommandChecker(), new TaskRights())));
    configuration.setTaskService(new PersonalTaskService(completion));
    configuration.setFormService(new PersonalFormService(completion));
  }

  @Override
  public void postInit(ProcessEngineConfigurationImpl configuration) {
    configuration.getValueTypeResolver().addType(new JsonType());
    TaskFilters.addFunctions(configuration.getExpressionManager());
  }

  @Override
  public void postProcessEngineBuild(ProcessEngine engine) {
    var rights = new Rights(engine.getAuthorizationService());
    rights.grant();
    new TaskFilters(engine, rights).create();
  }
}
