package vn.commendation.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface UnitRepository extends Repository<UnitEntity, Long> {

  @Query(
      """
      select u from UnitEntity u
      where u.id = :id and u.validFrom <= :day and (u.validTo is null or u.validTo >= :day)""")
  Optional<UnitEntity> findById(long id, LocalDate day);

  @Query(
      """
      select u from UnitEntity u
      where u.validFrom <= :day and (u.validTo is null or u.validTo >= :day)
      order by u.id""")
  List<UnitEntity> findAll(LocalDate day);
}
