-- What the local engine's web applications know of people: read live, so whoever is locked out here
-- is locked out there. Its database user needs no more than the right to read these two views.

create view engine_account as
select username, password_hash, display_name
from account
where enabled;

-- group_id as the models name their candidate groups
create view engine_membership as
select distinct
  r.username,
  case r.role
    when 'UNIT_HEAD' then 'unit-heads'
    when 'OFFICE_OFFICER' then 'office'
    when 'OFFICE_CHIEF' then 'office'
    when 'DIRECTOR' then 'leadership'
    when 'DEPUTY_DIRECTOR' then 'leadership'
    when 'CLERK' then 'clerks'
    when 'COUNCIL_SECRETARY' then 'council-secretary'
    when 'ADMIN' then 'administrators'
  end as group_id
from account_role r
join account a on a.username = r.username
where a.enabled;
