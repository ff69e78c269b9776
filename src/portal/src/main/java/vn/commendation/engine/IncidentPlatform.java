package vn.commendation.engine;

import java.time.Instant;
import java.util.List;

/**
 * What the platform knows of incidents: places where an instance cannot go on until a person has
 * looked. Answers may lag a second or two behind the engine.
 */
interface IncidentPlatform {

  /**
   * An incident that is not resolved.
   *
   * @param jobKey {@code null} if no job failed
   * @param processId {@code null}, like the element, if the platform does not tell
   */
  record PlatformIncident(
      long incidentKey,
      Long jobKey,
      String type,
      String message,
      String processId,
      String elementId,
      long processInstanceKey,
      Instant openedAt) {}

  /**
   * @param complete whether these are all there are
   */
  record Answer(List<PlatformIncident> incidents, boolean complete) {}

  /** The open incidents, the newest first; at most so many. */
  Answer openIncidents(int most);
}
