-- roll of honour ------------------------------------------------------------------------------------
-- A copy of what everybody may see of the register of awards and of decisions; it holds nothing else.

create table public_decision (
  id           char(36)     not null primary key,
  number       varchar(100) not null,
  decided_on   date         not null,
  decided_by   varchar(200) null,
  title        varchar(500) null comment 'null: an earlier decision, of which only its awards are on record',
  signer_line  varchar(300) null,
  dossier_id   char(36)     null,
  published_at datetime(6)  not null,
  unique key uq_public_decision (number, decided_on),
  index ix_public_decision_date (decided_on, id),
  index ix_public_decision_dossier (dossier_id)
);

create table roll_entry (
  award_id         bigint       not null primary key comment 'in the register of awards',
  decision_id      char(36)     null,
  subject          varchar(24)  not null comment 'P and the id of a person, U and that of a unit',
  subject_kind     varchar(12)  not null,
  nominee_name     varchar(200) not null,
  nominee_position varchar(120) null comment 'when it was submitted; null: not on record',
  unit_id          bigint       not null,
  unit_name        varchar(200) not null comment 'when it was entered',
  award_code       varchar(32)  not null,
  year             int          not null,
  decided_on       date         not null,
  campaign_id      bigint       null,
  campaign_title   varchar(500) null,
  nomination_id    char(36)     null,
  revoked_on       date         null,
  constraint fk_roll_entry_decision foreign key (decision_id) references public_decision (id),
  index ix_roll_entry_decided (decided_on, award_id),
  index ix_roll_entry_year (year, award_code),
  index ix_roll_entry_campaign (campaign_id, campaign_title),
  index ix_roll_entry_unit (unit_id, unit_name),
  index ix_roll_entry_nomination (nomination_id)
);

create table roll_withholding (
  id               char(36)     not null primary key,
  target           varchar(32)  not null comment 'A and the id of an award, or the subject of an entry',
  target_name      varchar(500) not null,
  reason           varchar(500) not null,
  withheld_by      varchar(64)  not null,
  withheld_by_name varchar(120) not null,
  withheld_at      datetime(6)  not null,
  lifted_by_name   varchar(120) null,
  lifted_at        datetime(6)  null,
  lift_reason      varchar(500) null,
  live             tinyint      null default 1 comment 'null once it is lifted',
  unique key uq_roll_withholding (target, live),
  index ix_roll_withholding_at (withheld_at)
);

insert into public_decision (id, number, decided_on, decided_by, title, signer_line, dossier_id,
  published_at)
select uuid(), g.decision_number, g.decided_on, max(g.decided_by), max(d.title),
  max(d.signature_line), max(d.id), utc_timestamp(6)
from award_given g
left join nomination n on n.id = g.nomination_id
left join dossier d on d.id = n.dossier_id
where g.decision_number is not null and g.live = 1
group by g.decision_number, g.decided_on;

insert into roll_entry (award_id, decision_id, subject, subject_kind, nominee_name,
  nominee_position, unit_id, unit_name, award_code, year, decided_on, campaign_id, campaign_title,
  nomination_id, revoked_on)
select g.id, p.id, g.subject, if(g.person_id is null, 'COLLECTIVE', 'INDIVIDUAL'), g.nominee_name,
  n.nominee_position, g.unit_id, coalesce(n.unit_name, u.name), g.award_code, g.year, g.decided_on,
  n.campaign_id, c.title, g.nomination_id, g.revoked_on
from award_given g
join unit u on u.id = g.unit_id
left join nomination n on n.id = g.nomination_id
left join campaign c on c.id = n.campaign_id
left join public_decision p on p.number = g.decision_number and p.decided_on = g.decided_on
where g.live = 1;

-- objections ----------------------------------------------------------------------------------------
-- Besides those with an account: people who confirmed by mail, and letters the Office enters.

alter table objection
  modify raised_by varchar(64) null comment 'null: somebody without an account',
  add column source varchar(10) not null default 'ACCOUNT' after nomination_id,
  add column email varchar(200) null comment 'confirmed, or as the letter says',
  add column received_on date null comment 'of a letter',
  add column entered_by varchar(64) null comment 'who entered a letter',
  add column entered_by_name varchar(120) null;

create table pending_objection (
  id            char(36)      not null primary key comment 'of the form; also of the objection it becomes',
  dossier_id    char(36)      not null,
  nomination_id char(36)      not null,
  name          varchar(120)  null comment 'null, as the two below, once it is confirmed',
  email         varchar(200)  null,
  text          varchar(4000) null,
  token_hash    char(64)      not null unique comment 'SHA-256 of what the mail carries',
  consented_at  datetime(6)   not null,
  expires_at    datetime(6)   not null,
  confirmed_at  datetime(6)   null,
  constraint fk_pending_objection_line foreign key (dossier_id, nomination_id)
    references disclosure_line (dossier_id, nomination_id),
  index ix_pending_objection_expiry (confirmed_at, expires_at)
);

create table request_counter (
  kind       varchar(12) not null,
  key_hash   char(64)    not null comment 'keyed: nobody finds the address again',
  window_start datetime(6) not null,
  hits       int         not null,
  primary key (kind, key_hash, window_start),
  index ix_request_counter_window (window_start)
);

create table request_counter_key (
  id     tinyint  not null primary key,
  secret char(64) not null
);
insert into request_counter_key values (1, sha2(concat(uuid(), rand(), utc_timestamp(6), rand()), 256));

-- stories -------------------------------------------------------------------------------------------

create table story (
  id                char(36)     not null primary key,
  version           int          not null,
  status            varchar(12)  not null,
  title             varchar(200) not null,
  lead_text         varchar(500) not null,
  body              mediumtext   not null,
  award_id          bigint       null comment 'entry of the roll it is about',
  picture_alt       varchar(300) null,
  picture_sha256    char(64)     null comment 'null: no picture',
  consent_by        varchar(200) null comment 'who agreed to be shown',
  consent_on        date         null,
  written_by        varchar(64)  not null,
  written_by_name   varchar(120) not null,
  written_at        datetime(6)  not null,
  changed_by        varchar(64)  not null,
  changed_by_name   varchar(120) not null,
  changed_at        datetime(6)  not null,
  published_by      varchar(64)  null,
  published_by_name varchar(120) null,
  published_at      datetime(6)  null,
  withdrawn_by_name varchar(120) null,
  withdrawn_at      datetime(6)  null,
  withdrawn_reason  varchar(500) null,
  index ix_story_published (status, published_at),
  index ix_story_changed (changed_at)
);

create table story_picture (
  story_id  char(36)   not null primary key,
  sha256    char(64)   not null,
  width     int        not null,
  height    int        not null,
  content   mediumblob not null,
  thumbnail mediumblob not null,
  constraint fk_story_picture_story foreign key (story_id) references story (id)
);
