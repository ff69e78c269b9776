-- One row per life of an engine whose keys may begin again; the newest is in use.
create table engine_cluster (
  number int         not null auto_increment primary key,
  label  varchar(64) not null comment 'column cluster of what is kept by keys of the engine',
  since  datetime(6) not null,
  unique key uq_engine_cluster (label)
);

-- what is written before the portal has met its engine gets the label then
alter table open_task add column cluster varchar(64) null;
alter table task_completion add column cluster varchar(64) null;

-- Cases whose instance is not the one they began with.
create table rebuilt_case (
  business_id          varchar(64) not null primary key,
  process_id           varchar(64) not null,
  token                char(8)     not null comment 'tells the messages of this instance from those of earlier ones',
  process_instance_key bigint      null comment 'null: claimed, the instance is being created',
  claimed_at           datetime(6) not null,
  rebuilt_at           datetime(6) null,
  index ix_rebuilt_case_claimed (process_instance_key, claimed_at)
);

create table reconciliation (
  id           char(36)     not null primary key,
  requested_by varchar(120) null comment 'null: at night',
  started_at   datetime(6)  not null,
  finished_at  datetime(6)  null,
  cases        int          null,
  instances    int          null,
  error        varchar(500) null,
  rebuilt_by   varchar(120) null,
  rebuild_ends datetime(6)  null,
  index ix_reconciliation_started (started_at)
);

create table drift (
  id                bigint       not null auto_increment primary key,
  reconciliation_id char(36)     not null,
  kind              varchar(20)  not null,
  process_id        varchar(64)  not null,
  business_id       varchar(64)  null comment 'null: the instance names none',
  title             varchar(500) null,
  path              varchar(200) null,
  expected          varchar(200) null,
  found             varchar(500) null,
  instance_keys     varchar(500) null,
  outcome           varchar(20)  null comment 'null: nothing was done yet',
  problem           varchar(500) null,
  constraint fk_drift_reconciliation foreign key (reconciliation_id) references reconciliation (id),
  index ix_drift_case (business_id)
);

-- A revocation has a status of its own after its process; whether that has ended is told here.
alter table revocation add column process_ended_at datetime(6) null;
update revocation set process_ended_at = coalesce(judged_at, proposed_at)
where status in ('BOARD', 'REVOKED', 'DISMISSED', 'UPHELD');
