package vn.commendation.localengine.webapp;

import static org.operaton.bpm.engine.authorization.Permissions.ACCESS;
import static org.operaton.bpm.engine.authorization.Permissions.ALL;
import static org.operaton.bpm.engine.authorization.Permissions.READ;

import java.util.List;
import org.operaton.bpm.engine.AuthorizationService;
import org.operaton.bpm.engine.authorization.Authorization;
import org.operaton.bpm.engine.authorization.Permission;
import org.operaton.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.operaton.bpm.engine.authorization.Resource;
import org.operaton.bpm.engine.authorization.Resources;

/**
 * Who may do what in the web applications, by group. Rights on tasks come from their candidates and
 * assignees, which Operaton grants itself.
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

  /** Grants what is not granted yet. */
  void grant() {
    everybody(Resources.APPLICATION, "tasklist", ACCESS);
    // the diagram beside a task
    everybody(Resources.PROCESS_DEFINITION, EVERY, READ);

    group(OFFICE, Resources.APPLICATION, "cockpit", ACCESS);
    group(
        OFFICE,
        Resources.PROCESS_DEFINITION,
        EVERY,
        ProcessDefinitionPermissions.READ,
        ProcessDefinitionPermissions.READ_INSTANCE,
        ProcessDefinitionPermissions.READ_HISTORY);
    group(OFFICE, Resources.DEPLOYMENT, EVERY, READ);

    for (var resource : Resources.values()) {
      // expressions in a filter run whatever they say
      group(ADMINISTRATORS, resource, EVERY, resource == Resources.FILTER ? READ : ALL);
    }
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
    var query =
        authorizations
            .createAuthorizationQuery()
            .authorizationType(type)
            .resourceType(resource)
            .resourceId(id);
    var there = group == null ? query.list() : query.groupIdIn(group).list();
    if (!there.isEmpty()) {
      return;
    }
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
