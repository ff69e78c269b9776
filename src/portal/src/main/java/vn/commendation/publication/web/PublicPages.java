package vn.commendation.publication.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Pages that are the same for every reader may be kept for a minute by a browser or a cache before
 * it. What a person who is logged in sees never is, nor a page with a form, nor one that failed.
 */
@Configuration(proxyBeanMethods = false)
class PublicPages implements WebMvcConfigurer {

  private static final String FOR_A_MINUTE = "max-age=60, public";

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(
            new HandlerInterceptor() {
              @Override
              public void postHandle(
                  HttpServletRequest request,
                  HttpServletResponse response,
                  Object handler,
                  ModelAndView view) {
                if (request.getUserPrincipal() == null
                    && request.getMethod().equals("GET")
                    && view != null
                    && view.getStatus() == null
                    && request.getParameter("lang") == null) {
                  response.setHeader(HttpHeaders.CACHE_CONTROL, FOR_A_MINUTE);
                  // the language and the login are cookies
                  response.addHeader(HttpHeaders.VARY, HttpHeaders.COOKIE);
                }
              }
            })
        .addPathPatterns(
            "/",
            "/roll",
            "/decisions",
            "/decisions/*",
            "/disclosures",
            "/disclosures/*",
            "/stories",
            "/stories/*",
            "/figures");
  }
}
