package vn.commendation.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(name = "audit_entry")
class AuditEntryEntity {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private Instant at;
  private String actor;
  private String actorName;
  private String action;
  private String subjectId;
  private String reason;

  protected AuditEntryEntity() {}

  AuditEntryEntity(AuditEntry entry) {
    this.at = entry.at();
    this.actor = entry.actor();
    this.actorName = entry.actorName();
    this.action = entry.action();
    this.subjectId = entry.subjectId();
    this.reason = entry.reason();
  }

  AuditEntry toEntry() {
    return new AuditEntry(at, actor, actorName, action, subjectId, reason);
  }
}
