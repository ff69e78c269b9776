package vn.commendation.nomination;

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
import vn.commendation.award.DecidingAuthority;

interface NominationRepository extends Repository<Nomination, String> {

  Nomination save(Nomination nomination);

  @Query("select n.id from Nomination n where n.id in :ids")
  List<String> existing(Collection<String> ids);

  void flush();

  Optional<Nomination> findById(String id);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select n from Nomination n where n.id = :id")
  Optional<Nomination> lock(String id);

  List<Nomination> findByEarlierIdOrderByCreatedAt(String earlierId);

  /** What a unit has sent for a campaign and has not lost since, by code. */
  @Query(
      """
      select n from Nomination n
      where n.campaignId = :campaignId and n.unitId = :unitId and n.code is not null
        and n.status not in (vn.commendation.nomination.NominationStatus.WITHDRAWN,
          vn.commendation.nomination.NominationStatus.INELIGIBLE,
          vn.commendation.nomination.NominationStatus.EXPIRED,
          vn.commendation.nomination.NominationStatus.ROLLED_OVER)
      order by n.code""")
  List<Nomination> sent(long campaignId, long unitId);

  List<Nomination> findByStatusOrderByDueAtAscIdAsc(NominationStatus status, Pageable page);

  List<Nomination> findByIdIn(Collection<String> ids);

  @Query(
      """
      select n from Nomination n
      where n.status = vn.commendation.nomination.NominationStatus.ACCEPTED
        and n.decidingAuthority = :authority
      order by n.submittedAt, n.id""")
  List<Nomination> accepted(DecidingAuthority authority);

  @Query(
      """
      select n.id from Nomination n
      where n.campaignId = :campaignId and n.awardCode = :awardCode
        and n.status in (vn.commendation.nomination.NominationStatus.AWARDED_IN_HOUSE,
          vn.commendation.nomination.NominationStatus.AWARDED)""")
  List<String> awarded(long campaignId, String awardCode);

  /**
   * Other nominations of the same nominee, the latest first.
   *
   * @param personId {@code null} for a collective nomination
   */
  @Query(
      """
      select n from Nomination n
      where n.id <> :id and n.status in :statuses
        and (n.personId = :personId
          or :personId is null and n.personId is null and n.unitId = :unitId)
        and (:before is null or n.submittedAt < :before
          or n.submittedAt = :before and n.id < :id)
      order by n.submittedAt desc, n.id""")
  List<Nomination> ofNominee(
      String id,
      Long personId,
      long unitId,
      Collection<NominationStatus> statuses,
      Instant before,
      Pageable page);

  /** Nominations of any of these people, or of these units as collectives, the latest first. */
  @Query(
      """
      select n from Nomination n
      where n.status in :statuses
        and (n.personId in :people or n.personId is null and n.unitId in :units)
      order by n.submittedAt desc, n.id""")
  List<Nomination> ofNominees(
      Collection<Long> people, Collection<Long> units, Collection<NominationStatus> statuses);

  /**
   * All that was sent, if {@code all}; everything of the unit, drafts too, if there is one; and
   * what was sent about the person.
   */
  String SEEN =
      """
      from Nomination n
      where (:all = true and n.status <> vn.commendation.nomination.NominationStatus.DRAFT
          or n.unitId = :unitId
          or n.personId = :personId
            and n.status <> vn.commendation.nomination.NominationStatus.DRAFT)
      """;

  String MATCHING =
      SEEN
          + """
            and n.status in :statuses
            and (:text is null or n.code like :text escape '!' or n.nomineeName like :text escape '!'
              or n.title like :text escape '!' or n.unitName like :text escape '!')
            and (:ofUnit is null or n.unitId = :ofUnit)
            and (:award is null or n.awardCode = :award)
            and (:campaign is null or n.campaignId = :campaign)
            and (:dueBefore is null or n.dueAt < :dueBefore)
            and (:sentFrom is null or n.submittedAt >= :sentFrom)
            and (:sentBefore is null or n.submittedAt < :sentBefore)
            """;

  @Query(
      value = "select n " + MATCHING + " order by n.updatedAt desc, n.id",
      countQuery = "select count(n) " + MATCHING)
  Page<Nomination> search(
      boolean all,
      Long unitId,
      long personId,
      Collection<NominationStatus> statuses,
      String text,
      Long ofUnit,
      String award,
      Long campaign,
      Instant dueBefore,
      Instant sentFrom,
      Instant sentBefore,
      Pageable page);

  @Query("select n.status, count(n) " + SEEN + " group by n.status")
  List<Object[]> countsByStatus(boolean all, Long unitId, long personId);

  @Query(
      """
      select n from Nomination n
      where n.status in :statuses or n.unitId = :unitId and n.status in :ownStatuses
      order by case when n.dueAt is null then 1 else 0 end, n.dueAt, n.updatedAt""")
  List<Nomination> waiting(
      Collection<NominationStatus> statuses,
      Long unitId,
      Collection<NominationStatus> ownStatuses,
      Pageable page);

  @Query(
      """
      select n from Nomination n where n.status in :statuses and n.dueAt <= :until
      order by n.dueAt, n.id""")
  List<Nomination> due(Collection<NominationStatus> statuses, Instant until, Pageable page);
}
