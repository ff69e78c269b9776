-- Ceilings of campaigns count beside the quotas of the rules, and so do the nominees of other
-- batches.
alter table dossier
  add column places_counted boolean not null default false
    comment 'the limits were applied: its nominees hold their places' after disclosure_required;
update dossier set places_counted = meeting_date is not null or not ballot_required;

alter table dossier_item
  add column campaign_id bigint null comment 'null: outside every campaign' after achievement_year,
  add index ix_dossier_item_award (award_code, status);
update dossier_item i join nomination n on n.id = i.nomination_id set i.campaign_id = n.campaign_id;

alter table dossier_quota
  modify column year int null comment 'null: counted in the whole campaign',
  modify column held int not null comment 'given before, or under way in other batches',
  add column campaign_id bigint null comment 'the campaign whose ceiling it is; null: of the rule',
  add column campaign_title varchar(500) null,
  add column taken int not null default 0 comment 'of held, those nobody can take away any more';
update dossier_quota set taken = held;

-- Whether a batch needs a ballot and a disclosure is what the decision table answered about its
-- cases. The cases of version one have no answer yet.
insert into nomination_check (nomination_id, checked_at, route, case_procedure, ballot, disclosure)
select n.id, utc_timestamp(6), if(r.authority = 'DIRECTOR', 'IN_HOUSE', r.authority),
  r.procedure_kind,
  r.vote_threshold is not null or r.quota_percent is not null or r.quota_ceiling is not null
    or exists (select 1 from campaign_quota q
               where q.campaign_id = n.campaign_id and q.award_code = n.award_code),
  r.disclosure_days > 0
from nomination n
join award_rule r on r.rule_set = n.rule_set and r.award_code = n.award_code
  and r.subject_kind = n.subject_kind
join award_rule_type t on t.rule_id = r.id and t.commendation_type = n.commendation_type
where n.status in ('ACCEPTED', 'IN_DOSSIER')
  and not exists (select 1 from nomination_check c where c.nomination_id = n.id);
