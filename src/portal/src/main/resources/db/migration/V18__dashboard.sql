-- Incidents of the engine as the portal last heard of them, decisions the portal carries into the
-- engine for somebody, bulk acceptance, and filters people keep.

create table engine_incident (
  id                   bigint        not null auto_increment primary key,
  cluster              varchar(64)   not null,
  incident_key         bigint        null comment 'null until the platform has told it',
  job_key              bigint        null comment 'null: no job of ours failed',
  type                 varchar(64)   not null,
  message              varchar(2000) not null,
  process_id           varchar(128)  null,
  element_id           varchar(128)  null,
  process_instance_key bigint        not null,
  opened_at            datetime(6)   not null,
  closed_at            datetime(6)   null,
  unique key uq_engine_incident (cluster, incident_key),
  unique key uq_engine_incident_job (cluster, job_key),
  index ix_engine_incident_open (cluster, closed_at, opened_at)
);

create table engine_reading (
  cluster varchar(64)  not null primary key,
  read_at datetime(6)  null comment 'the last time the incidents were read',
  error   varchar(500) null comment 'why the last attempt failed; null if it did not'
);

-- a case is found by the instance an incident names
alter table nomination add index ix_nomination_instance (process_instance_key);
alter table dossier add index ix_dossier_instance (process_instance_key);
alter table campaign add index ix_campaign_instance (process_instance_key);
alter table revocation add index ix_revocation_instance (process_instance_key);

create table task_completion (
  id           char(36)     not null primary key,
  business_id  char(36)     not null,
  task_key     bigint       not null comment 'this very task, never a later one at the same element',
  username     varchar(64)  not null,
  variables    text         not null,
  status       varchar(10)  not null comment 'PENDING, DONE, GONE, TAKEN, BLOCKED',
  attempts     int          not null default 0,
  last_error   varchar(500) null,
  created_at   datetime(6)  not null,
  finished_at  datetime(6)  null,
  index ix_task_completion_status (status, created_at)
);

create table bulk_acceptance (
  id               char(36)     not null primary key,
  accepted_by      varchar(64)  not null,
  accepted_by_name varchar(120) not null,
  accepted_at      datetime(6)  not null,
  constraint fk_bulk_acceptance_account foreign key (accepted_by) references account (username),
  index ix_bulk_acceptance_by (accepted_by, accepted_at)
);

create table bulk_acceptance_case (
  acceptance_id char(36)      not null,
  nomination_id char(36)      not null,
  completion_id char(36)      null comment 'null: was not sent',
  refusal       varchar(40)   null comment 'why it was not sent',
  primary key (acceptance_id, nomination_id),
  constraint fk_bulk_acceptance_case foreign key (acceptance_id) references bulk_acceptance (id),
  constraint fk_bulk_acceptance_nomination foreign key (nomination_id) references nomination (id),
  constraint fk_bulk_acceptance_completion foreign key (completion_id) references task_completion (id),
  index ix_bulk_acceptance_case_nomination (nomination_id)
);

create table saved_filter (
  id         bigint        not null auto_increment primary key,
  username   varchar(64)   not null,
  list_name  varchar(32)   not null comment 'the list it filters, such as nominations',
  name       varchar(100)  not null,
  query      varchar(1000) not null,
  opens      tinyint       null comment '1: the list opens with it; null: it does not',
  created_at datetime(6)   not null,
  constraint fk_saved_filter_account foreign key (username) references account (username),
  unique key uq_saved_filter_name (username, list_name, name),
  unique key uq_saved_filter_opens (username, list_name, opens)
);

-- returns are counted by time
alter table nomination_decision add index ix_decision_step (step, decided_at);
alter table document_request add index ix_document_request_state (state, requested_at);
