-- A draft to try editing and publishing on: the rules in force since October 2026, not yet changed.

insert ignore into rule_set (code, version, regime, name, valid_from, legal_basis) values
  ('DU-THAO-2027', 0, 'R4', 'Dự thảo quy định của tỉnh năm 2027 (dữ liệu mẫu)', null,
   'Dữ liệu mẫu: dự thảo quyết định của Ủy ban nhân dân tỉnh về thi đua, khen thưởng');

insert ignore into award_rule
  (id, rule_set, award_code, subject_kind, authority, award_level, procedure_kind, prior_award,
   prior_years, initiative_level, initiatives, rating, rating_years, advanced_worker_percent,
   advanced_worker_more_than, base_fighters, no_discipline, quota_percent, quota_of, quota_scope,
   quota_ceiling, vote_threshold, vote_denominator, secret_ballot, disclosure_days, review_days,
   supplement_days, signature_days, board_days, money_factor, template, legal_basis, certainty,
   note)
select
   id + 100, 'DU-THAO-2027', award_code, subject_kind, authority, award_level, procedure_kind,
   prior_award, prior_years, initiative_level, initiatives, rating, rating_years,
   advanced_worker_percent, advanced_worker_more_than, base_fighters, no_discipline,
   quota_percent, quota_of, quota_scope, quota_ceiling, vote_threshold, vote_denominator,
   secret_ballot, disclosure_days, review_days, supplement_days, signature_days, board_days,
   money_factor, template, legal_basis, certainty, note
from award_rule
where id between 401 and 499;

insert ignore into award_rule_type (rule_id, commendation_type)
select rule_id + 100, commendation_type from award_rule_type where rule_id between 401 and 499;
