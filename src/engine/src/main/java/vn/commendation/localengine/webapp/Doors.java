package vn.commendation.localengine.webapp;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.operaton.bpm.webapp.impl.security.filter.SecurityFilter;
import org.operaton.bpm.webapp.impl.security.filter.util.FilterRules;

/** Operaton's rules which paths want a person who is logged in, from the class path. */
final class Doors extends SecurityFilter {

  @Override
  protected void loadFilterRules(FilterConfig configuration, String applicationPath)
      throws ServletException {
    try (var rules = WebFiles.find("securityFilterRules.json").openStream()) {
      filterRules = FilterRules.load(rules, applicationPath);
    } catch (IOException e) {
      throw new ServletException("The rules of access cannot be read", e);
    }
  }
}
