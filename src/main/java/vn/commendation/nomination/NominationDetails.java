package vn.commendation.nomination;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Everything about one nomination, as one account may see it.
 *
 * @param board {@code null} until it was sent to the board
 * @param taskUrl the Tasklist task that waits for this account; may be {@code null}
 * @param operateUrl this very process instance in Operate; {@code null} for those who do not watch
 * @param lastReturnReason why it was returned, while it waits for a supplement
 * @param visitedElements BPMN elements the case has been at
 */
public record NominationDetails(
    NominationSummary summary,
    int version,
    String nomineePosition,
    String title,
    String achievements,
    LocalDate periodFrom,
    LocalDate periodTo,
    String authority,
    String nominatorName,
    String nominatingUnitName,
    Instant submittedAt,
    List<EvidenceFile> files,
    List<Decision> decisions,
    List<TimelineEntry> timeline,
    BoardSubmission board,
    boolean mayEdit,
    boolean mayWithdraw,
    String taskUrl,
    String operateUrl,
    String lastReturnReason,
    List<String> visitedElements) {}
