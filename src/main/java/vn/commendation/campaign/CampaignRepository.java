package vn.commendation.campaign;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface CampaignRepository extends Repository<CampaignEntity, Long> {

  List<CampaignEntity> findAllByOrderByOpensAtDesc();

  Optional<CampaignEntity> findById(long id);
}
