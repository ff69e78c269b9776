package vn.commendation.document;

import org.apache.fop.events.Event;
import org.apache.fop.events.EventFormatter;
import org.apache.fop.events.EventListener;
import org.apache.fop.events.model.EventSeverity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What FOP has to say of a document goes into the log and not onto the console. */
final class PdfEvents implements EventListener {

  private static final Logger log = LoggerFactory.getLogger(PdfEvents.class);

  @Override
  public void processEvent(Event event) {
    if (event.getSeverity() == EventSeverity.ERROR || event.getSeverity() == EventSeverity.FATAL) {
      log.warn("{}", EventFormatter.format(event));
    } else {
      log.debug("{}", EventFormatter.format(event));
    }
  }
}
