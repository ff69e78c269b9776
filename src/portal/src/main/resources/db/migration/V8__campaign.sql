-- A campaign from before its process existed counts as running, or as archived once its window is
-- over; neither waits for anything.
alter table campaign
  add column version                int         not null default 0,
  add column status                 varchar(24) not null default 'OPEN',
  add column report_due_on          date        null,
  add column process_instance_key   bigint      null,
  add column launched_at            datetime(6) null,
  add column guideline_published_at datetime(6) null comment 'first publication; no window opens before',
  add column closed_at              datetime(6) null comment 'when the window was really closed',
  add column ended_at               datetime(6) null;
update campaign set status = 'ARCHIVED' where closes_at <= utc_timestamp(6);

create table campaign_quota (
  campaign_id bigint      not null,
  award_code  varchar(32) not null,
  ceiling     int         not null comment 'most that may be given in this campaign',
  primary key (campaign_id, award_code),
  constraint fk_campaign_quota_campaign foreign key (campaign_id) references campaign (id),
  constraint fk_campaign_quota_award foreign key (award_code) references award (code)
);

create table campaign_unit (
  campaign_id bigint not null comment 'a campaign without a row addresses every unit',
  unit_id     bigint not null,
  primary key (campaign_id, unit_id),
  constraint fk_campaign_unit_campaign foreign key (campaign_id) references campaign (id),
  constraint fk_campaign_unit_unit foreign key (unit_id) references unit (id)
);

create table campaign_guideline (
  campaign_id     bigint        not null,
  number          int           not null comment 'counts the drafts from 1',
  content         mediumtext    not null,
  drafted_by      varchar(64)   not null,
  drafted_by_name varchar(120)  not null,
  drafted_at      datetime(6)   not null,
  outcome         varchar(10)   null comment 'APPROVED, RETURNED; null: waits for leadership',
  decided_by      varchar(64)   null,
  decided_by_name varchar(120)  null,
  decided_at      datetime(6)   null,
  reason          varchar(4000) null,
  published_at    datetime(6)   null,
  primary key (campaign_id, number),
  constraint fk_campaign_guideline_campaign foreign key (campaign_id) references campaign (id)
);

create table study_document (
  id          bigint       not null auto_increment primary key,
  campaign_id bigint       not null,
  title       varchar(500) not null,
  symbol      varchar(100) not null comment 'number and symbol; empty if the document has none',
  issued_on   date         null,
  issuer      varchar(200) not null,
  link        varchar(500) null,
  added_by    varchar(64)  not null,
  added_at    datetime(6)  not null,
  removed_at  datetime(6)  null comment 'kept: people acknowledged it',
  constraint fk_study_document_campaign foreign key (campaign_id) references campaign (id),
  index ix_study_document_campaign (campaign_id, removed_at)
);

create table study_acknowledgement (
  document_id     bigint      not null,
  person_id       bigint      not null,
  acknowledged_at datetime(6) not null,
  primary key (document_id, person_id),
  constraint fk_study_acknowledgement_document foreign key (document_id) references study_document (id),
  constraint fk_study_acknowledgement_person foreign key (person_id) references person (id),
  index ix_study_acknowledgement_person (person_id)
);

create table inspection (
  id               bigint        not null auto_increment primary key,
  version          int           not null,
  campaign_id      bigint        not null,
  unit_id          bigint        not null,
  inspected_on     date          not null,
  inspectors       varchar(500)  not null,
  findings         text          not null,
  answer_due_on    date          not null,
  recorded_by_name varchar(120)  not null,
  recorded_at      datetime(6)   not null,
  answer           text          null,
  answered_by_name varchar(120)  null,
  answered_at      datetime(6)   null,
  conclusion       varchar(4000) null,
  closed_by_name   varchar(120)  null,
  closed_at        datetime(6)   null,
  constraint fk_inspection_campaign foreign key (campaign_id) references campaign (id),
  constraint fk_inspection_unit foreign key (unit_id) references unit (id),
  index ix_inspection_campaign (campaign_id),
  index ix_inspection_unit (unit_id, closed_at)
);

create table campaign_report (
  campaign_id      bigint       not null primary key,
  summary          text         not null,
  examples         text         not null,
  proposals        text         not null,
  figures          text         not null comment 'nominated, awarded and refused as they stood then, JSON',
  reported_by_name varchar(120) not null,
  reported_at      datetime(6)  not null,
  published_at     datetime(6)  null,
  constraint fk_campaign_report_campaign foreign key (campaign_id) references campaign (id)
);
