package vn.commendation.localengine.webapp;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.util.List;
import org.operaton.bpm.engine.rest.dto.runtime.FilterDto;

/** Tells the names of Tasklist's filters in the language Tasklist itself takes in that browser. */
public final class FilterNames implements ContainerResponseFilter {

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (!inEnglish(request)) {
      return;
    }
    if (response.getEntity() instanceof List<?> found) {
      found.forEach(FilterNames::name);
    } else {
      name(response.getEntity());
    }
  }

  private static boolean inEnglish(ContainerRequestContext request) {
    var languages = request.getAcceptableLanguages();
    return !languages.isEmpty() && languages.getFirst().getLanguage().equals("en");
  }

  private static void name(Object answer) {
    if (answer instanceof FilterDto filter) {
      filter.setName(TaskFilters.inEnglish(filter.getName()));
    }
  }
}
