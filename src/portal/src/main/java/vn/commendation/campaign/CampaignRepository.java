package vn.commendation.campaign;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import vn.commendation.engine.NotYet;

interface CampaignRepository extends Repository<CampaignEntity, Long> {

  List<CampaignEntity> findAllByOrderByOpensAtDesc();

  List<CampaignEntity> findTop50ByStatusInOrderByOpensAtDesc(Collection<CampaignStatus> statuses);

  List<CampaignEntity> findTop50ByGuidelineRevisionNotNullOrderByOpensAtDesc();

  List<CampaignEntity> findByIdIn(Collection<Long> ids);

  Optional<CampaignEntity> findById(long id);

  /** Of two people at once the second waits and then sees what the first has done. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select c from CampaignEntity c where c.id = :id")
  Optional<CampaignEntity> lock(long id);

  Optional<CampaignEntity> findByCode(String code);

  CampaignEntity saveAndFlush(CampaignEntity campaign);

  /**
   * The campaign as its page showed it, locked.
   *
   * @throws CampaignConflict if somebody changed it since
   */
  default CampaignEntity fresh(long id, int version) {
    var campaign = lock(id).orElseThrow(() -> new CampaignNotFound(id));
    if (campaign.version() != version) {
      throw new CampaignConflict("stale");
    }
    return campaign;
  }

  /** The campaign a job is about; it comes when the campaign stands there, at no other time. */
  default CampaignEntity standing(long id, CampaignStatus expected) {
    var campaign = findById(id).orElseThrow(() -> new CampaignNotFound(id));
    // once its process has ended, what still asks is another one, which nothing will end
    if (campaign.status() == CampaignStatus.CANCELLED && !campaign.ended()) {
      throw new NotYet("Campaign %s is cancelled, its process is about to end".formatted(id));
    }
    if (campaign.status() != expected) {
      throw new IllegalStateException(
          "Campaign %s is %s, not %s".formatted(campaign.code(), campaign.status(), expected));
    }
    return campaign;
  }

  /** The same for a job about the revision of its guideline. */
  default CampaignEntity revising(long id, GuidelineRevision expected) {
    var campaign = findById(id).orElseThrow(() -> new CampaignNotFound(id));
    if (campaign.guidelineRevision() == null && !campaign.ended()) {
      throw new NotYet("The revision in campaign %s is dropped and about to end".formatted(id));
    }
    if (campaign.guidelineRevision() != expected) {
      throw new IllegalStateException(
          "The revision in campaign %s is %s, not %s"
              .formatted(campaign.code(), campaign.guidelineRevision(), expected));
    }
    return campaign;
  }
}
