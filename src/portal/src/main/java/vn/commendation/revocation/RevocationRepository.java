package vn.commendation.revocation;

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

interface RevocationRepository extends Repository<Revocation, String> {

  Revocation saveAndFlush(Revocation revocation);

  Optional<Revocation> findById(String id);

  Optional<Revocation> findByOpenAwardId(long awardId);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select r from Revocation r where r.id = :id")
  Optional<Revocation> lock(String id);

  @Query(
      """
      select r from Revocation r where (:status is null or r.status = :status)
        and (:dueBefore is null or r.dueAt < :dueBefore)
      order by r.proposedAt desc, r.id""")
  Page<Revocation> search(RevocationStatus status, Instant dueBefore, Pageable page);

  @Query(
      """
      select r from Revocation r where r.status in :statuses
      order by case when r.dueAt is null then 1 else 0 end, r.dueAt, r.proposedAt""")
  List<Revocation> waiting(Collection<RevocationStatus> statuses, Pageable page);

  List<Revocation> findByIdIn(Collection<String> ids);

  @Query(
      """
      select r from Revocation r where r.status in :statuses and r.dueAt <= :until
      order by r.dueAt, r.id""")
  List<Revocation> due(Collection<RevocationStatus> statuses, Instant until, Pageable page);
}
