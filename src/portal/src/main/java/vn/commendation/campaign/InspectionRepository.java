package vn.commendation.campaign;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.Repository;

interface InspectionRepository extends Repository<InspectionEntity, Long> {

  List<InspectionEntity> findTop100ByCampaignIdOrderByIdDesc(long campaignId);

  List<InspectionEntity> findTop100ByCampaignIdAndUnitIdOrderByIdDesc(long campaignId, long unitId);

  List<InspectionEntity> findTop20ByUnitIdAndAnswerIsNullAndClosedAtIsNullOrderByAnswerDueOn(
      long unitId);

  List<InspectionEntity> findTop20ByAnswerIsNotNullAndClosedAtIsNullOrderByAnsweredAt();

  Optional<InspectionEntity> findByIdAndCampaignId(long id, long campaignId);

  Optional<InspectionEntity> findById(long id);

  List<InspectionEntity>
      findByAnswerIsNullAndClosedAtIsNullAndAnswerDueOnLessThanEqualOrderByAnswerDueOn(
          LocalDate until, Pageable page);

  InspectionEntity save(InspectionEntity inspection);
}
