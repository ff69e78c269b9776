package vn.commendation.nomination;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import vn.commendation.award.CommendationType;
import vn.commendation.engine.Way;

/**
 * Everything about one nomination, as one account may see it.
 *
 * @param lateReason why it came after the window; {@code null} if it came in time
 * @param check the rules it is judged by and what the last check found; {@code null} for a draft
 * @param hold {@code null} unless it is on hold
 * @param proposedAward name of the award the unit is asked to agree to; may be {@code null}
 * @param versions how often it was submitted
 * @param dossier {@code null} unless it is in a batch
 * @param earlier the case it takes up again; may be {@code null}
 * @param later cases that take this one up again
 * @param similar nominations of the same nominee that tell nearly the same; for the Office only
 * @param reopened parts the return has opened, while it waits for a supplement
 * @param taskUrl the Tasklist task that waits for this account; may be {@code null}
 * @param monitorUrl where this very process instance is watched; {@code null} once it has ended and
 *     for those who do not watch
 * @param lastReturnReason why it was returned, while it waits for a supplement
 * @param way the way it took through its process
 */
public record NominationDetails(
    NominationSummary summary,
    int version,
    CommendationType type,
    String nomineePosition,
    String title,
    String achievements,
    LocalDate periodFrom,
    LocalDate periodTo,
    String lateReason,
    String nominatorName,
    String nominatingUnitName,
    Instant submittedAt,
    List<EvidenceFile> files,
    List<Decision> decisions,
    List<TimelineEntry> timeline,
    CaseCheck check,
    Hold hold,
    String proposedAward,
    int versions,
    DossierLink dossier,
    CaseLink earlier,
    List<CaseLink> later,
    int similar,
    Set<Part> reopened,
    boolean mayEdit,
    boolean mayWithdraw,
    boolean mayLift,
    boolean mayRenew,
    String taskUrl,
    String monitorUrl,
    String lastReturnReason,
    Way way) {}
