-- Running instances that an administrator moves to the newest version of their process.

create table process_migration (
  id              char(36)      not null primary key,
  process_id      varchar(128)  not null,
  renamed         varchar(2000) not null comment 'JSON: id of an element before, its id now',
  status          varchar(10)   not null comment 'CHECKING, CHECKED, MOVING, DONE, FAILED',
  target_key      bigint        null comment 'definition to move to; null until checked',
  target_version  int           null,
  error           varchar(500)  null comment 'why it failed',
  asked_by        varchar(64)   not null,
  asked_by_name   varchar(120)  not null,
  asked_at        datetime(6)   not null,
  ended_at        datetime(6)   null comment 'of the check, or of the move',
  index ix_process_migration (process_id, asked_at)
);

create table process_migration_instance (
  migration_id         char(36)      not null,
  process_instance_key bigint        not null,
  version              int           not null comment 'of the process, before',
  elements             varchar(1000) not null comment 'where it stood when it was checked',
  status               varchar(10)   not null comment 'READY, BLOCKED, MOVED, REFUSED, GONE',
  problem              varchar(30)   null comment 'MISSING, OTHER_KIND, OTHER_PLACE, REFUSED',
  detail               varchar(500)  null comment 'the element, or what the engine answered',
  primary key (migration_id, process_instance_key),
  constraint fk_process_migration_instance foreign key (migration_id)
    references process_migration (id) on delete cascade,
  index ix_process_migration_instance (migration_id, status)
);
