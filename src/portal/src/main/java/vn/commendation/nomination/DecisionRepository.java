package vn.commendation.nomination;

import java.util.List;
import org.springframework.data.repository.Repository;

interface DecisionRepository extends Repository<DecisionEntity, Long> {

  DecisionEntity save(DecisionEntity decision);

  List<DecisionEntity> findByNominationIdOrderById(String nominationId);
}
