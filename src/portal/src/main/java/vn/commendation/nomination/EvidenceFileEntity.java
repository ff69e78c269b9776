package vn.commendation.nomination;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "evidence_file")
class EvidenceFileEntity {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(columnDefinition = "char(36)")
  private String nominationId;

  private String name;
  private String contentType;
  private long size;

  @Column(columnDefinition = "char(64)")
  private String sha256;

  private String uploadedBy;
  private Instant uploadedAt;
  private Instant removedAt;

  protected EvidenceFileEntity() {}

  EvidenceFileEntity(
      String nominationId,
      String name,
      String contentType,
      long size,
      String sha256,
      String uploadedBy,
      Instant uploadedAt) {
    this.nominationId = nominationId;
    this.name = name;
    this.contentType = contentType;
    this.size = size;
    this.sha256 = sha256;
    this.uploadedBy = uploadedBy;
    this.uploadedAt = uploadedAt;
  }

  void remove(Instant now) {
    removedAt = now;
  }

  EvidenceFile toFile() {
    return new EvidenceFile(id, name, contentType, size, sha256, uploadedAt);
  }
}
