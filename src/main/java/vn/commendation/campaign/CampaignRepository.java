package vn.commendation.campaign;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CampaignRepository extends Repository<CampaignEntity, Long> {

  List<CampaignEntity> findAllByOrderByOpensAtDesc();

  List<CampaignEntity> findTop50ByStatusInOrderByOpensAtDesc(Collection<CampaignStatus> statuses);

  Optional<CampaignEntity> findById(long id);

  /** Of two people at once the second waits and then sees what the first has done. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select c from CampaignEntity c where c.id = :id")
  Optional<CampaignEntity> lock(long id);

  Optional<CampaignEntity> findByCode(String code);

  CampaignEntity saveAndFlush(CampaignEntity campaign);
}
