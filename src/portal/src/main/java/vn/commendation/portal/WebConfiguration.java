package vn.commendation.portal;

import jakarta.persistence.EntityManager;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.format.datetime.standard.DateTimeFormatterRegistrar;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import vn.commendation.directory.Directory;
import vn.commendation.engine.EngineLinks;
import vn.commendation.filter.SavedFilters;
import vn.commendation.notification.Bell;
import vn.commendation.notification.NoticeSettings;
import vn.commendation.spreadsheet.ListExports;

/** Languages, dates as officials write them, and the layout of every page. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EngineLinks.class)
class WebConfiguration implements WebMvcConfigurer {

  private static final Locale VIETNAMESE = Locale.of("vi");
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

  private final Directory directory;
  private final Bell bell;
  private final NoticeSettings noticeSettings;
  private final EngineLinks links;
  private final Clock clock;
  private final ListExports exports;
  private final SavedFilters filters;

  WebConfiguration(
      Directory directory,
      Bell bell,
      NoticeSettings noticeSettings,
      EngineLinks links,
      Clock clock,
      ListExports exports,
      SavedFilters filters) {
    this.directory = directory;
    this.bell = bell;
    this.noticeSettings = noticeSettings;
    this.links = links;
    this.clock = clock;
    this.exports = exports;
    this.filters = filters;
  }

  @Bean
  static ListExports listExports(
      MessageSource messages,
      Clock clock,
      ObjectProvider<PlatformTransactionManager> transactions,
      ObjectProvider<EntityManager> entities) {
    return new ListExports(messages, clock, transactions, entities);
  }

  @Override
  public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
    handlers.add(exports);
  }

  @Bean
  static LocaleResolver localeResolver() {
    var resolver = new CookieLocaleResolver("COMMENDATION_LANGUAGE");
    resolver.setDefaultLocale(VIETNAMESE);
    resolver.setCookieMaxAge(Duration.ofDays(365));
    resolver.setCookieHttpOnly(true);
    resolver.setCookieSameSite("Lax");
    return resolver;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new LanguageInterceptor(noticeSettings));
    registry.addInterceptor(
        new HandlerInterceptor() {
          @Override
          public boolean preHandle(
              HttpServletRequest request, HttpServletResponse response, Object handler) {
            request.setAttribute(
                "layout", new Layout(request, directory, bell, links, filters, clock));
            return true;
          }
        });
  }

  @Override
  public void addFormatters(FormatterRegistry registry) {
    var dates = new DateTimeFormatterRegistrar();
    dates.setDateFormatter(DATE);
    dates.registerFormatters(registry);
    registry.addConverter(Instant.class, String.class, MINUTE.withZone(clock.getZone())::format);
  }

  /**
   * Knows the two languages of the portal and takes anything else for Vietnamese. Who is logged in
   * is written to in the language chosen last.
   */
  private static class LanguageInterceptor extends LocaleChangeInterceptor {

    private final NoticeSettings settings;

    LanguageInterceptor(NoticeSettings settings) {
      this.settings = settings;
      setParamName("lang");
    }

    @Override
    public boolean preHandle(
        HttpServletRequest request, HttpServletResponse response, Object handler)
        throws ServletException {
      var language = request.getParameter(getParamName());
      if (language != null && request.getRemoteUser() != null && isPage(request)) {
        settings.speak(request.getRemoteUser(), parseLocaleValue(language));
      }
      return super.preHandle(request, response, handler);
    }

    private static boolean isPage(HttpServletRequest request) {
      return request.getDispatcherType() == DispatcherType.REQUEST
          && "GET".equals(request.getMethod());
    }

    @Override
    protected Locale parseLocaleValue(String value) {
      return value.equals("en") ? Locale.ENGLISH : VIETNAMESE;
    }
  }
}
