package vn.commendation.campaign;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface CampaignRepository extends Repository<CampaignEntity, Long> {

  List<CampaignEntity> findAllByOrderByOpensAtDesc();

  List<CampaignEntity> findTop50ByStatusInOrderByOpensAtDesc(Collection<CampaignStatus> statuses);

  Optional<CampaignEntity> findById(long id);

  Optional<CampaignEntity> findByCode(String code);

  CampaignEntity saveAndFlush(CampaignEntity campaign);
}
