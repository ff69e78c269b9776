package vn.commendation.dossier;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface DossierRepository extends Repository<Dossier, String> {

  Dossier save(Dossier dossier);

  Optional<Dossier> findById(String id);

  /** For a change: of two at once the second waits and then sees what the first did. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select d from Dossier d where d.id = :id")
  Optional<Dossier> lock(String id);

  String MATCHING =
      """
      from Dossier d where (:status is null or d.status = :status)
        and (:dueBefore is null or d.dueAt < :dueBefore)
        and (:text is null or d.code like :text escape '!' or d.title like :text escape '!')
      """;

  @Query(
      value = "select d " + MATCHING + " order by d.updatedAt desc, d.id",
      countQuery = "select count(d) " + MATCHING)
  Page<Dossier> search(DossierStatus status, Instant dueBefore, String text, Pageable page);

  @Query(
      """
      select d from Dossier d where d.status in :statuses
      order by case when d.dueAt is null then 1 else 0 end, d.dueAt, d.updatedAt""")
  List<Dossier> waiting(Collection<DossierStatus> statuses, Pageable page);

  /** Batches with a nominee whose objection is not resolved. */
  @Query(
      """
      select distinct d from Dossier d join d.items i
      where i.status = vn.commendation.dossier.ItemStatus.PAUSED
        or i.status = vn.commendation.dossier.ItemStatus.SPLIT_OFF and not exists (
          select 1 from Dossier f join f.items j
          where f.followUpOf = d.id and j.nominationId = i.nominationId)
      order by d.updatedAt""")
  List<Dossier> withOpenObjection(Pageable page);

  /**
   * Nominees for some awards who want a place in another batch, whose objection is open included.
   */
  @Query(
      """
      select i from DossierItem i join fetch i.dossier d
      where d.id <> :dossierId and i.awardCode in :awards
        and (i.status in (vn.commendation.dossier.ItemStatus.IN,
            vn.commendation.dossier.ItemStatus.PASSED,
            vn.commendation.dossier.ItemStatus.PAUSED,
            vn.commendation.dossier.ItemStatus.SIGNED)
          or i.status = vn.commendation.dossier.ItemStatus.SPLIT_OFF and not exists (
            select 1 from Dossier f join f.items j
            where f.followUpOf = d.id and j.nominationId = i.nominationId))""")
  List<DossierItem> underWay(String dossierId, Collection<String> awards);

  /** Lets whoever chooses for the places of the same awards wait. */
  @Query(
      value =
          """
          select line_key from dossier_quota where award_code in (:awards)
          order by dossier_id, line_key for update""",
      nativeQuery = true)
  List<String> lockQuotas(Collection<String> awards);

  @Query(
      "select i.dossier.id, count(i) from DossierItem i where i.dossier.id in :ids group by i.dossier.id")
  List<Object[]> sizes(Collection<String> ids);

  List<Dossier> findByFollowUpOfOrderByCode(String followUpOf);

  List<Dossier> findByIdIn(Collection<String> ids);

  @Query(
      """
      select d from Dossier d where d.status in :statuses and d.dueAt <= :until
      order by d.dueAt, d.id""")
  List<Dossier> due(Collection<DossierStatus> statuses, Instant until, Pageable page);
}
