package vn.commendation.localengine.webapp;

import static org.operaton.bpm.engine.authorization.Permissions.ACCESS;
import static org.operaton.bpm.engine.authorization.Permissions.READ;
import static org.operaton.bpm.engine.authorization.ProcessDefinitionPermissions.DELETE_INSTANCE;
import static org.operaton.bpm.engine.authorization.ProcessDefinitionPermissions.READ_HISTORY;
import static org.operaton.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE;
import static org.operaton.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK;
import static org.operaton.bpm.engine.authorization.ProcessDefinitionPermissions.RETRY_JOB;
import static org.operaton.bpm.engine.authorization.ProcessDefinitionPermissions.TASK_ASSIGN;
import static org.operaton.bpm.engine.authorization.ProcessDefinitionPermissions.UPDATE_INSTANCE;

import java.util.List;
import org.operaton.bpm.engine.AuthorizationService;
import org.operaton.bpm.engine.authorization.Authorization;
import org.operaton.bpm.engine.authorization.Permission;
import org.operaton.bpm.engine.authorization.Resource;
import org.operaton.bpm.engine.authorization.Resources;

/**
 * Who may do what in the web applications, by group. Rights on single tasks come from their
 * candidates and assignees, see {@link TaskGrants}.
 */
final class Rights {

  /** The portal's groups that have more than their tasks. */
  static final String OFFICE = "office";

  static final String ADMINISTRATORS = "administrators";

  private static final String EVERY = Authorization.ANY;

  private final AuthorizationService authorizations;

  Rights(AuthorizationService authorizations) {
    this.authorizations = authorizations;
  }

  /** Grants these rights and takes back all others but those on single tasks. */
  void grant() {
    for (var resource : Resources.values()) {
      var granted = authorizations.createAuthorizationQuery().resourceType(resource);
      (resource == Resources.TASK ? granted.resourceId(EVERY) : granted)
          .list()
          .forEach(each -> authorizations.deleteAuthorization(each.getId()));
    }
    everybody(Resources.APPLICATION, "tasklist", ACCESS);
    // the diagram beside a task
    everybody(Resources.PROCESS_DEFINITION, EVERY, READ);
    for (var watching : List.of(OFFICE, ADMINISTRATORS)) {
      group(watching, Resources.APPLICATION, "cockpit", ACCESS);
      group(watching, Resources.DEPLOYMENT, EVERY, READ);
    }
    group(OFFICE, Resources.PROCESS_DEFINITION, EVERY, READ, READ_INSTANCE, READ_HISTORY);
    group(
        ADMINISTRATORS,
        Resources.PROCESS_DEFINITION,
        EVERY,
        READ,
        READ_INSTANCE,
        READ_HISTORY,
        READ_TASK,
        // to give a task to somebody, not to work on it
        TASK_ASSIGN,
        UPDATE_INSTANCE,
        DELETE_INSTANCE,
        RETRY_JOB);
  }

  /** Lets everybody see a filter of Tasklist. */
  void showFilter(String filterId) {
    everybody(Resources.FILTER, filterId, READ);
  }

  private void everybody(Resource resource, String id, Permission... permissions) {
    grant(Authorization.AUTH_TYPE_GLOBAL, null, resource, id, permissions);
  }

  private void group(String group, Resource resource, String id, Permission... permissions) {
    grant(Authorization.AUTH_TYPE_GRANT, group, resource, id, permissions);
  }

  private void grant(
      int type, String group, Resource resource, String id, Permission... permissions) {
    var authorization = authorizations.createNewAuthorization(type);
    if (group != null) {
      authorization.setGroupId(group);
    }
    authorization.setResource(resource);
    authorization.setResourceId(id);
    List.of(permissions).forEach(authorization::addPermission);
    authorizations.saveAuthorization(authorization);
  }
}
