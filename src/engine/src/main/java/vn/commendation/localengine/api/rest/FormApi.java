package vn.commendation.localengine.api.rest;

import io.camunda.client.protocol.rest.FormResult;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import vn.commendation.localengine.deployment.DeployedForms;
import vn.commendation.localengine.deployment.DeployedForms.FormVersion;
import vn.commendation.localengine.search.Searches;

/** Forms of tasks and processes; no content where there is none. */
@Path("")
public final class FormApi {

  private final DeployedForms forms;
  private final Searches searches;

  FormApi(DeployedForms forms, Searches searches) {
    this.forms = forms;
    this.searches = searches;
  }

  @GET
  @Path("user-tasks/{key}/form")
  public FormResult ofTask(@PathParam("key") String key) {
    var form = searches.userTask(Bodies.key("userTaskKey", key)).getFormKey();
    return form == null
        ? null
        : forms.byKey(Long.parseLong(form)).map(FormApi::answered).orElse(null);
  }

  private static FormResult answered(FormVersion form) {
    return new FormResult()
        .formKey(String.valueOf(form.key()))
        .formId(form.id())
        .version((long) form.version())
        .schema(form.schema())
        .tenantId(Bodies.defaultTenant());
  }
}
