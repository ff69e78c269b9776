package vn.commendation.audit;

import java.util.List;
import org.springframework.data.repository.Repository;

interface AuditEntryRepository extends Repository<AuditEntryEntity, Long> {

  AuditEntryEntity save(AuditEntryEntity entry);

  List<AuditEntryEntity> findBySubjectIdOrderById(String subjectId);
}
