-- What the local engine's web applications know of people: read live, so whoever is locked out here
-- is locked out there. Its database user needs no more than the right to read the two views.

-- the candidate groups of the models
create table role_group (
  role       varchar(30) not null primary key,
  group_id   varchar(30) not null,
  group_name varchar(60) not null
);

insert into role_group (role, group_id, group_name) values
  ('UNIT_HEAD', 'unit-heads', 'Trưởng đơn vị'),
  ('OFFICE_OFFICER', 'office', 'Văn phòng Sở'),
  ('OFFICE_CHIEF', 'office', 'Văn phòng Sở'),
  ('DIRECTOR', 'leadership', 'Lãnh đạo Sở'),
  ('DEPUTY_DIRECTOR', 'leadership', 'Lãnh đạo Sở'),
  ('CLERK', 'clerks', 'Văn thư'),
  ('COUNCIL_SECRETARY', 'council-secretary', 'Thư ký Hội đồng'),
  ('ADMIN', 'administrators', 'Quản trị hệ thống');

create view engine_account as
select username, password_hash, display_name
from account
where enabled;

create view engine_membership as
select distinct r.username, g.group_id, g.group_name
from account_role r
join account a on a.username = r.username
join role_group g on g.role = r.role
where a.enabled;
