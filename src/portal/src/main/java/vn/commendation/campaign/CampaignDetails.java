package vn.commendation.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.commendation.engine.Way;

/**
 * A campaign as its page shows it to one account.
 *
 * @param open whether it takes nominations now
 * @param plannedOpening what the plan says; the window itself may open later
 * @param ceilings most that may be given of an award, where the plan says so
 * @param guidelines published versions, and for the Office and leadership every other one; the
 *     newest first
 * @param report {@code null} until it is published
 * @param nominationsByStatus by the name of the nomination's status
 * @param actions what this account may do now
 * @param revision where the revision of the guideline stands; {@code null} without one
 * @param taskUrl the open task in Tasklist if this account may decide it, or {@code null}
 * @param revisionTaskUrl the same for the revision
 * @param monitorUrl {@code null} without a running process or for those who do not watch it
 */
public record CampaignDetails(
    Campaign campaign,
    int version,
    CampaignStatus status,
    boolean open,
    Instant plannedOpening,
    Instant plannedClosing,
    LocalDateTime closingField,
    LocalDate reportDueOn,
    Map<String, Integer> ceilings,
    List<UnitProgress> units,
    Map<String, Long> nominationsByStatus,
    List<Guideline> guidelines,
    ResultReport report,
    List<TimelineEntry> timeline,
    Way way,
    Set<Action> actions,
    GuidelineRevision revision,
    String taskUrl,
    String revisionTaskUrl,
    String monitorUrl) {

  /** What the Office can do with a campaign. */
  public enum Action {
    EDIT,
    LAUNCH,
    START,
    CHANGE_OPENING,
    CHANGE_WINDOW,
    CLOSE,
    CANCEL,
    REVISE_GUIDELINE,
    DROP_REVISION,
    INSPECT,
    KEEP_LIBRARY
  }

  public boolean may(Action action) {
    return actions.contains(action);
  }

  /** The guideline in force; {@code null} if none is published. */
  public Guideline currentGuideline() {
    return guidelines.stream()
        .filter(guideline -> guideline.publishedAt() != null)
        .findFirst()
        .orElse(null);
  }
}
