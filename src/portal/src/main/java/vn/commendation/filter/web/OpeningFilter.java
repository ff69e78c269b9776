package vn.commendation.filter.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.RequestContextUtils;
import vn.commendation.filter.FilteredList;
import vn.commendation.filter.SavedFilters;

/** Opens a list with the filter somebody has chosen for that, unless the address asks for one. */
class OpeningFilter implements HandlerInterceptor {

  private final SavedFilters filters;

  OpeningFilter(SavedFilters filters) {
    this.filters = filters;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    if (!request.getMethod().equals("GET")
        || request.getQueryString() != null
        || request.getRemoteUser() == null
        // what was just done is told on this very page
        || RequestContextUtils.getInputFlashMap(request) != null) {
      return true;
    }
    var path = request.getRequestURI().substring(request.getContextPath().length());
    var chosen =
        FilteredList.at(path).flatMap(list -> filters.opening(list, request.getRemoteUser()));
    if (chosen.isEmpty()) {
      return true;
    }
    response.sendRedirect(request.getContextPath() + chosen.get().path());
    return false;
  }

  @Configuration(proxyBeanMethods = false)
  static class Registration implements WebMvcConfigurer {

    private final SavedFilters filters;

    Registration(SavedFilters filters) {
      this.filters = filters;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
      for (var list : FilteredList.values()) {
        registry.addInterceptor(new OpeningFilter(filters)).addPathPatterns(list.path());
      }
    }
  }
}
