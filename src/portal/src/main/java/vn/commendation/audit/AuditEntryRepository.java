package vn.commendation.audit;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AuditEntryRepository extends Repository<AuditEntryEntity, Long> {

  AuditEntryEntity save(AuditEntryEntity entry);

  List<AuditEntryEntity> findBySubjectIdOrderById(String subjectId);

  @Query(
      """
      select e from AuditEntryEntity e where e.id in (
        select max(l.id) from AuditEntryEntity l where l.subjectId in :subjectIds
        group by l.subjectId)""")
  List<AuditEntryEntity> findLatest(Collection<String> subjectIds);
}
