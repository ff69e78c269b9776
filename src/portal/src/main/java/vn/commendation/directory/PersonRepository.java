package vn.commendation.directory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PersonRepository extends Repository<PersonEntity, Long> {

  @Query(
      """
      select p from PersonEntity p join fetch p.unit u
      where u.id = :unitId and p.validFrom <= :day and (p.validTo is null or p.validTo >= :day)
      order by p.fullName""")
  List<PersonEntity> findByUnit(long unitId, LocalDate day);

  @Query(
      """
      select p from PersonEntity p join fetch p.unit u
      where p.id = :id and p.validFrom <= :day and (p.validTo is null or p.validTo >= :day)""")
  Optional<PersonEntity> findById(long id, LocalDate day);

  @Query(
      """
      select p from PersonEntity p join fetch p.unit u
      where p.id in :ids and p.validFrom <= :day and (p.validTo is null or p.validTo >= :day)""")
  List<PersonEntity> findByIds(Collection<Long> ids, LocalDate day);

  @Query(
      """
      select p from PersonEntity p join fetch p.unit u
      where p.validFrom <= :day and (p.validTo is null or p.validTo >= :day)
      order by u.id, p.fullName""")
  List<PersonEntity> findAll(LocalDate day);
}
