package vn.commendation.award;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(name = "award")
class AwardEntity {
  @Id private String code;
  private String name;
  private String nameEn;

  @Enumerated(EnumType.STRING)
  private AwardKind kind;

  @Enumerated(EnumType.STRING)
  private AwardSubject subject;

  private int sortOrder;
  private String certificate;

  String code() {
    return code;
  }

  String name() {
    return name;
  }

  /** {@code null} if the Department makes none. */
  String certificate() {
    return certificate;
  }

  AwardSubject subject() {
    return subject;
  }

  Award toAward() {
    return new Award(code, name, nameEn, kind, subject);
  }
}
