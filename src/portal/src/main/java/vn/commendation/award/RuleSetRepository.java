package vn.commendation.award;

import jakarta.persistence.LockModeType;
import java.util.List;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RuleSetRepository extends Repository<RuleSetEntity, String> {

  /** The published sets by their first day, then the drafts. */
  @Query(
      """
      select s from RuleSetEntity s
      order by case when s.validFrom is null then 1 else 0 end, s.validFrom, s.code""")
  List<RuleSetEntity> findAll();

  /** Whoever changes a set or publishes one waits for whoever does already. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select s from RuleSetEntity s order by s.code")
  List<RuleSetEntity> lockAll();

  RuleSetEntity saveAndFlush(RuleSetEntity set);

  void delete(RuleSetEntity set);
}
