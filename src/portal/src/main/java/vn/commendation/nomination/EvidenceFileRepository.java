package vn.commendation.nomination;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface EvidenceFileRepository extends Repository<EvidenceFileEntity, Long> {

  EvidenceFileEntity save(EvidenceFileEntity file);

  List<EvidenceFileEntity> findByNominationIdAndRemovedAtIsNullOrderById(String nominationId);

  List<EvidenceFileEntity> findByNominationIdOrderById(String nominationId);

  Optional<EvidenceFileEntity> findByIdAndNominationIdAndRemovedAtIsNull(
      long id, String nominationId);
}
