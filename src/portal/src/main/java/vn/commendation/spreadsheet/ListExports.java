package vn.commendation.spreadsheet;

import jakarta.persistence.EntityManager;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.core.MethodParameter;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Sends the {@link ListExport} a page returns. The file is complete before its first byte leaves:
 * what fails while rows are read ends as an ordinary error page, never as half a file.
 */
public final class ListExports implements HandlerMethodReturnValueHandler {

  /** Media type of an .xlsx file. */
  public static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final MessageSource messages;
  private final Clock clock;
  private final ObjectProvider<PlatformTransactionManager> transactions;
  private final ObjectProvider<EntityManager> entities;

  /**
   * Made where the pages are set up.
   *
   * @param transactions none where pages are tested without a database; likewise {@code entities}
   */
  public ListExports(
      MessageSource messages,
      Clock clock,
      ObjectProvider<PlatformTransactionManager> transactions,
      ObjectProvider<EntityManager> entities) {
    this.messages = messages;
    this.clock = clock;
    this.transactions = transactions;
    this.entities = entities;
  }

  @Override
  public boolean supportsReturnType(MethodParameter returnType) {
    return ListExport.class.isAssignableFrom(returnType.getParameterType());
  }

  @Override
  public void handleReturnValue(
      Object returned,
      MethodParameter returnType,
      ModelAndViewContainer container,
      NativeWebRequest web)
      throws IOException {
    container.setRequestHandled(true);
    send(
        (ListExport<?>) returned,
        web.getNativeRequest(HttpServletRequest.class),
        web.getNativeResponse(HttpServletResponse.class));
  }

  private <T> void send(
      ListExport<T> export, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var locale = RequestContextUtils.getLocale(request);
    try (var file = new ExportFile<>(export, messages, locale, clock)) {
      fill(export, file);
      response.setContentType(XLSX);
      response.setHeader(
          HttpHeaders.CONTENT_DISPOSITION,
          ContentDisposition.attachment()
              .filename(
                  "%s-%s.xlsx".formatted(export.fileName(), LocalDate.now(clock)),
                  StandardCharsets.UTF_8)
              .build()
              .toString());
      file.send(response.getOutputStream());
    }
  }

  /** All pages are read from one state of the database, or a row that moves would be lost. */
  private <T> void fill(ListExport<T> export, ExportFile<T> file) {
    var manager = transactions.getIfAvailable();
    if (manager == null) {
      read(export, file);
      return;
    }
    var snapshot = new TransactionTemplate(manager);
    snapshot.setReadOnly(true);
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    snapshot.executeWithoutResult(status -> read(export, file));
  }

  private <T> void read(ListExport<T> export, ExportFile<T> file) {
    for (var number = 0; ; number++) {
      var page = export.page(number);
      page.forEach(file::add);
      // or every row that was ever read would stay in memory
      entities.ifAvailable(EntityManager::clear);
      if (page.hasNext() && file.rows() >= ListExport.MOST_ROWS) {
        file.cut();
        return;
      }
      if (!page.hasNext()) {
        return;
      }
    }
  }
}
