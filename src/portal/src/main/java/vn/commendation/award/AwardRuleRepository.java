package vn.commendation.award;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AwardRuleRepository extends Repository<AwardRuleEntity, Long> {

  @Query(
      """
      select distinct r from AwardRuleEntity r
      join fetch r.award a left join fetch r.priorAward left join fetch r.types
      where r.ruleSet = :ruleSet
      order by a.sortOrder, r.subjectKind, r.id""")
  List<AwardRuleEntity> findByRuleSet(String ruleSet);

  @Query(
      """
      select distinct r from AwardRuleEntity r
      join fetch r.award a left join fetch r.priorAward left join fetch r.types
      where a.code = :award
      order by r.ruleSet, r.subjectKind, r.id""")
  List<AwardRuleEntity> findByAward(String award);

  @Query(
      """
      select distinct r from AwardRuleEntity r
      join fetch r.award a left join fetch r.priorAward left join fetch r.types
      where r.ruleSet = :ruleSet and a.code = :award and r.subjectKind = :subject""")
  List<AwardRuleEntity> findFor(String ruleSet, String award, SubjectKind subject);

  AwardRuleEntity save(AwardRuleEntity rule);

  void delete(AwardRuleEntity rule);
}
