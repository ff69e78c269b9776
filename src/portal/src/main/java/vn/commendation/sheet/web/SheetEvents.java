package vn.commendation.sheet.web;

import java.io.IOException;
import java.time.Duration;
import java.util.NoSuchElementException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.commendation.sheet.NominationSheets;
import vn.commendation.sheet.SheetProgress;

/**
 * Tells a page how far a sheet has come, whenever that changes (server-sent events). Each page has
 * a virtual thread that looks into the database for it: whichever instance does the work.
 */
final class SheetEvents {

  /** Between two looks; the work itself takes about a second for some hundred rows. */
  private static final Duration PAUSE = Duration.ofMillis(400);

  /** After this the browser asks again by itself. */
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final NominationSheets sheets;
  private volatile boolean stopping;

  SheetEvents(NominationSheets sheets) {
    this.sheets = sheets;
  }

  /** A stopping application does not wait for pages that only look. */
  void stop() {
    stopping = true;
  }

  SseEmitter of(String id) {
    var emitter = new SseEmitter(LONGEST.plusSeconds(30).toMillis());
    Thread.ofVirtual().name("sheet-events-" + id).start(() -> tell(id, emitter));
    return emitter;
  }

  private void tell(String id, SseEmitter emitter) {
    SheetProgress told = null;
    var end = System.nanoTime() + LONGEST.toNanos();
    try {
      while (!stopping && System.nanoTime() < end) {
        var progress = sheets.progress(id);
        if (!progress.equals(told)) {
          emitter.send(SseEmitter.event().name("progress").data(progress));
          told = progress;
        }
        if (!progress.status().underWay()) {
          emitter.send(SseEmitter.event().name("done").data(progress.status()));
          break;
        }
        Thread.sleep(PAUSE);
      }
      emitter.complete();
    } catch (IOException | IllegalStateException gone) {
      // the page was closed: nobody listens any more
      emitter.completeWithError(gone);
    } catch (NoSuchElementException discarded) {
      emitter.complete();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      emitter.complete();
    }
  }
}
