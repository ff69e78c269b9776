-- a campaign commends one kind of merit, a nomination without a campaign an unplanned one ------------

alter table campaign
  add column commendation_type varchar(12) not null default 'MOVEMENT';

create table case_series (
  series      varchar(40) not null primary key comment 'what a case code starts with',
  last_number int         not null
);
insert into case_series (series, last_number)
  select code, last_nomination_number from campaign where last_nomination_number > 0;
alter table campaign drop column last_nomination_number;

alter table nomination
  modify campaign_id bigint null comment 'null: outside every campaign',
  add column commendation_type  varchar(12)   not null default 'MOVEMENT' after campaign_id,
  add column rule_set           varchar(32)   null comment 'in force when the Department received it',
  add column deciding_authority varchar(20)   null comment 'by the rule; null until it was gathered',
  add column late               boolean       not null default false,
  add column late_reason        varchar(2000) null,
  add column reopened           varchar(60)   null comment 'parts a return has opened, by comma',
  add column proposed_award     varchar(32)   null comment 'until the unit has answered',
  add column dossier_id         char(36)      null,
  add column dossier_code       varchar(40)   null,
  add column earlier_id         char(36)      null comment 'the case it takes up again',
  add constraint fk_nomination_proposed_award foreign key (proposed_award) references award (code),
  add constraint fk_nomination_earlier foreign key (earlier_id) references nomination (id),
  add index ix_nomination_person (person_id, submitted_at),
  add index ix_nomination_accepted (status, deciding_authority, submitted_at);

-- what was submitted, each time ------------------------------------------------------------------

create table nomination_version (
  nomination_id    char(36)     not null,
  revision         int          not null,
  submitted_at     datetime(6)  not null,
  submitted_by     varchar(64)  not null,
  nominee_name     varchar(200) not null,
  nominee_position varchar(120) null,
  unit_name        varchar(200) not null,
  award_code       varchar(32)  not null,
  title            varchar(300) not null,
  achievements     text         not null,
  period_from      date         not null,
  period_to        date         not null,
  primary key (nomination_id, revision),
  constraint fk_version_nomination foreign key (nomination_id) references nomination (id),
  constraint fk_version_award foreign key (award_code) references award (code)
);

create table nomination_version_file (
  nomination_id char(36) not null,
  revision      int      not null,
  file_id       bigint   not null,
  primary key (nomination_id, revision, file_id),
  constraint fk_version_file_version foreign key (nomination_id, revision)
    references nomination_version (nomination_id, revision),
  constraint fk_version_file_file foreign key (file_id) references evidence_file (id)
);

insert into nomination_version
  select id, revision, coalesce(submitted_at, updated_at), nominator, nominee_name,
         nominee_position, unit_name, award_code, title, achievements, period_from, period_to
  from nomination
  where revision > 0;
insert into nomination_version_file
  select v.nomination_id, v.revision, f.id
  from nomination_version v join evidence_file f on f.nomination_id = v.nomination_id
  where f.removed_at is null;

-- what the last check found ----------------------------------------------------------------------

create table nomination_check (
  nomination_id  char(36)    not null primary key,
  checked_at     datetime(6) not null,
  route          varchar(12) not null,
  case_procedure varchar(12) not null,
  ballot         boolean     not null,
  disclosure     boolean     not null,
  constraint fk_check_nomination foreign key (nomination_id) references nomination (id)
);

create table nomination_finding (
  nomination_id char(36)      not null,
  position      int           not null,
  code          varchar(64)   not null,
  severity      varchar(8)    not null,
  text          varchar(1000) not null,
  basis         varchar(500)  null,
  primary key (nomination_id, position),
  constraint fk_finding_nomination foreign key (nomination_id) references nomination (id)
);

create table nomination_document (
  nomination_id char(36)     not null,
  position      int          not null,
  code          varchar(64)  not null,
  name          varchar(300) not null,
  provider      varchar(10)  not null,
  basis         varchar(500) null,
  primary key (nomination_id, position),
  constraint fk_document_nomination foreign key (nomination_id) references nomination (id)
);

create table nomination_fact (
  nomination_id char(36)      not null,
  position      int           not null,
  text          varchar(1000) not null,
  primary key (nomination_id, position),
  constraint fk_fact_nomination foreign key (nomination_id) references nomination (id)
);

create table nomination_hold (
  id            char(36)      not null primary key,
  nomination_id char(36)      not null,
  kind          varchar(12)   not null,
  reason        varchar(4000) not null,
  review_on     date          not null,
  held_by_name  varchar(120)  not null,
  held_at       datetime(6)   not null,
  ended_at      datetime(6)   null,
  constraint fk_hold_nomination foreign key (nomination_id) references nomination (id),
  index ix_hold_nomination (nomination_id, ended_at)
);
