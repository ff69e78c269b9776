package vn.commendation.audit;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Append-only: who did what, when and why. Written in the transaction of what it tells of. */
@Service
public class AuditTrail {

  /** Actor of what the system does by itself. */
  public static final String SYSTEM = "system";

  private final AuditEntryRepository entries;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  AuditTrail(AuditEntryRepository entries, ApplicationEventPublisher events, Clock clock) {
    this.entries = entries;
    this.events = events;
    this.clock = clock;
  }

  /** Writes an entry; {@link Recorded} tells others in the same transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void append(
      String actor, String actorName, String action, String subjectId, String reason) {
    entries.save(
        new AuditEntryEntity(
            new AuditEntry(clock.instant(), actor, actorName, action, subjectId, reason)));
    events.publishEvent(new Recorded(actor, action, subjectId));
  }

  /** Everything done to one subject, the oldest first. */
  @Transactional(readOnly = true)
  public List<AuditEntry> of(String subjectId) {
    return entries.findBySubjectIdOrderById(subjectId).stream()
        .map(AuditEntryEntity::toEntry)
        .toList();
  }

  /** What was done last to each of these subjects; one nothing was done to is left out. */
  @Transactional(readOnly = true)
  public Map<String, AuditEntry> latest(Collection<String> subjectIds) {
    return subjectIds.isEmpty()
        ? Map.of()
        : entries.findLatest(subjectIds).stream()
            .map(AuditEntryEntity::toEntry)
            .collect(Collectors.toMap(AuditEntry::subjectId, Function.identity()));
  }
}
