package vn.commendation.directory;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(name = "person")
class PersonEntity {
  @Id private Long id;
  private String code;
  private String fullName;

  @Enumerated(EnumType.STRING)
  private Gender gender;

  private String positionName;

  @Enumerated(EnumType.STRING)
  private PositionClass positionClass;

  private boolean directWorker;
  @ManyToOne private UnitEntity unit;
  private LocalDate validFrom;
  private LocalDate validTo;

  String code() {
    return code;
  }

  Person toPerson() {
    return new Person(
        id, fullName, gender, positionName, positionClass, directWorker, unit.toUnit());
  }
}
