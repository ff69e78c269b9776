package vn.commendation.directory;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(name = "unit")
class UnitEntity {
  @Id private Long id;
  private String code;
  private String name;

  @Enumerated(EnumType.STRING)
  private UnitKind kind;

  private LocalDate validFrom;
  private LocalDate validTo;

  Unit toUnit() {
    return new Unit(id, code, name, kind);
  }
}
