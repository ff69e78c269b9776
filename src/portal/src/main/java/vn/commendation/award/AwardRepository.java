package vn.commendation.award;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface AwardRepository extends Repository<AwardEntity, String> {

  List<AwardEntity> findAllByOrderBySortOrder();

  Optional<AwardEntity> findByCode(String code);
}
