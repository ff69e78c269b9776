-- directory -------------------------------------------------------------------------------------

create table unit (
  id         bigint       not null auto_increment primary key,
  code       varchar(32)  not null unique,
  name       varchar(200) not null,
  kind       varchar(20)  not null,
  valid_from date         not null,
  valid_to   date         null
);

create table person (
  id             bigint       not null auto_increment primary key,
  code           varchar(32)  not null unique,
  full_name      varchar(120) not null,
  gender         varchar(10)  not null,
  position_name  varchar(120) not null,
  position_class varchar(30)  not null,
  direct_worker  boolean      not null,
  unit_id        bigint       not null,
  valid_from     date         not null,
  valid_to       date         null,
  constraint fk_person_unit foreign key (unit_id) references unit (id),
  index ix_person_unit (unit_id, full_name)
);

create table account (
  username      varchar(64)  not null primary key,
  person_id     bigint       not null,
  display_name  varchar(120) not null,
  password_hash varchar(200) not null,
  email         varchar(200) not null,
  enabled       boolean      not null default true,
  constraint fk_account_person foreign key (person_id) references person (id)
);

create table account_role (
  username varchar(64) not null,
  role     varchar(30) not null,
  primary key (username, role),
  constraint fk_account_role_account foreign key (username) references account (username)
);

-- award and campaign ----------------------------------------------------------------------------

create table award (
  code               varchar(32)  not null primary key,
  name               varchar(200) not null,
  name_en            varchar(200) not null,
  kind               varchar(10)  not null,
  subject            varchar(20)  not null,
  deciding_authority varchar(20)  not null,
  legal_basis        varchar(300) not null,
  certainty          varchar(20)  not null,
  sort_order         int          not null
);

create table campaign (
  id                      bigint        not null auto_increment primary key,
  code                    varchar(32)   not null unique,
  title                   varchar(500)  not null,
  theme                   varchar(500)  not null,
  plan_number             varchar(64)   not null,
  plan_date               date          not null,
  basis                   varchar(1000) not null,
  description             text          not null,
  opens_at                datetime(6)   not null,
  closes_at               datetime(6)   null comment 'null: the plan sets no deadline',
  achievement_from        date          not null,
  achievement_to          date          not null,
  review_working_days     int           not null,
  supplement_working_days int           not null,
  signature_working_days  int           not null,
  last_nomination_number  int           not null default 0
);

create table campaign_award (
  campaign_id bigint      not null,
  award_code  varchar(32) not null,
  primary key (campaign_id, award_code),
  constraint fk_campaign_award_campaign foreign key (campaign_id) references campaign (id),
  constraint fk_campaign_award_award foreign key (award_code) references award (code)
);

-- nomination ------------------------------------------------------------------------------------

create table nomination (
  id                      char(36)     not null primary key,
  version                 int          not null,
  code                    varchar(40)  null unique comment 'given at submission',
  campaign_id             bigint       not null,
  award_code              varchar(32)  null,
  subject_kind            varchar(12)  not null,
  person_id               bigint       null,
  unit_id                 bigint       not null comment 'the nominating unit, and the nominee of a collective nomination',
  nominator               varchar(64)  not null,
  nominee_name            varchar(200) null comment 'as at the last submission, like the columns below',
  nominee_position        varchar(120) null,
  nominee_position_class  varchar(30)  null,
  nominee_gender          varchar(10)  null,
  nominee_direct_worker   boolean      null,
  unit_name               varchar(200) null,
  title                   varchar(300) not null,
  achievements            text         not null,
  period_from             date         null,
  period_to               date         null,
  status                  varchar(24)  not null,
  revision                int          not null default 0 comment 'times it was submitted',
  process_instance_key    bigint       null,
  created_at              datetime(6)  not null,
  submitted_at            datetime(6)  null,
  updated_at              datetime(6)  not null,
  due_at                  datetime(6)  null comment 'when the step it stands at is due',
  closed_at               datetime(6)  null,
  constraint fk_nomination_campaign foreign key (campaign_id) references campaign (id),
  constraint fk_nomination_award foreign key (award_code) references award (code),
  constraint fk_nomination_person foreign key (person_id) references person (id),
  constraint fk_nomination_unit foreign key (unit_id) references unit (id),
  constraint fk_nomination_nominator foreign key (nominator) references account (username),
  index ix_nomination_unit (unit_id, updated_at),
  index ix_nomination_status (status, due_at),
  index ix_nomination_updated (updated_at),
  index ix_nomination_duplicate (campaign_id, person_id, unit_id)
);

create table nomination_decision (
  id              bigint        not null auto_increment primary key,
  nomination_id   char(36)      not null,
  step            varchar(24)   not null,
  outcome         varchar(24)   not null,
  reason          varchar(4000) null,
  reference       varchar(100)  null,
  result_date     date          null,
  decided_by      varchar(64)   not null,
  decided_by_name varchar(120)  not null,
  decided_at      datetime(6)   not null,
  constraint fk_decision_nomination foreign key (nomination_id) references nomination (id),
  index ix_decision_nomination (nomination_id, decided_at)
);

create table evidence_file (
  id            bigint       not null auto_increment primary key,
  nomination_id char(36)     not null,
  name          varchar(255) not null,
  content_type  varchar(120) not null,
  size          bigint       not null,
  sha256        char(64)     not null,
  uploaded_by   varchar(64)  not null,
  uploaded_at   datetime(6)  not null,
  removed_at    datetime(6)  null comment 'kept: an earlier revision was decided on it',
  constraint fk_evidence_nomination foreign key (nomination_id) references nomination (id),
  index ix_evidence_nomination (nomination_id, removed_at)
);

create table evidence_content (
  file_id bigint   not null primary key,
  content longblob not null,
  constraint fk_evidence_content_file foreign key (file_id) references evidence_file (id)
);

create table board_submission (
  nomination_id char(36)     not null primary key,
  recipient     varchar(200) not null,
  sent_at       datetime(6)  not null,
  mail_id       char(36)     not null,
  constraint fk_board_submission_nomination foreign key (nomination_id) references nomination (id)
);

-- notification ----------------------------------------------------------------------------------

create table mail (
  id         char(36)     not null primary key,
  recipient  varchar(200) not null,
  subject    varchar(300) not null,
  body       text         not null,
  created_at datetime(6)  not null,
  sent_at    datetime(6)  null,
  attempts   int          not null default 0,
  last_error varchar(500) null,
  index ix_mail_unsent (sent_at, created_at)
);

create table mail_attachment (
  id           bigint       not null auto_increment primary key,
  mail_id      char(36)     not null,
  name         varchar(255) not null,
  content_type varchar(120) not null,
  content      longblob     not null,
  constraint fk_mail_attachment_mail foreign key (mail_id) references mail (id)
);

-- audit -----------------------------------------------------------------------------------------

create table audit_entry (
  id         bigint        not null auto_increment primary key,
  at         datetime(6)   not null,
  actor      varchar(64)   not null,
  actor_name varchar(120)  not null,
  action     varchar(64)   not null,
  subject_id varchar(64)   not null,
  reason     varchar(4000) null,
  index ix_audit_subject (subject_id, id)
);

-- engine ----------------------------------------------------------------------------------------

create table engine_command (
  id              char(36)     not null primary key,
  message_name    varchar(64)  not null,
  correlation_key varchar(64)  not null comment 'also the message id: the engine refuses a repeat',
  business_id     char(36)     not null,
  variables       text         not null,
  status          varchar(10)  not null,
  attempts        int          not null default 0,
  last_error      varchar(500) null,
  created_at      datetime(6)  not null,
  sent_at         datetime(6)  null,
  unique key uq_engine_command (message_name, correlation_key),
  index ix_engine_command_status (status, created_at)
);

create table handled_job (
  cluster    varchar(64) not null,
  job_key    bigint      not null,
  job_type   varchar(64) not null,
  result     text        not null,
  handled_at datetime(6) not null,
  primary key (cluster, job_key)
);

create table completed_task (
  cluster    varchar(64) not null,
  task_key   bigint      not null,
  element_id varchar(64) not null,
  username   varchar(64) not null,
  handled_at datetime(6) not null,
  primary key (cluster, task_key)
);

create table open_task (
  business_id          char(36)    not null primary key,
  element_id           varchar(64) not null,
  process_instance_key bigint      not null,
  task_key             bigint      null comment 'null until the platform has told it'
);

create table scheduled_tasks (
  task_name            varchar(100) not null,
  task_instance        varchar(100) not null,
  task_data            blob,
  execution_time       datetime(6)  not null,
  picked               boolean      not null,
  picked_by            varchar(50),
  last_success         datetime(6)  null,
  last_failure         datetime(6)  null,
  consecutive_failures int,
  last_heartbeat       datetime(6)  null,
  version              bigint       not null,
  priority             int,
  primary key (task_name, task_instance),
  index ix_scheduled_tasks_execution_time (execution_time),
  index ix_scheduled_tasks_heartbeat (last_heartbeat)
);
