-- publication ---------------------------------------------------------------------------------------

create table disclosure (
  dossier_id char(36)     not null primary key,
  title      varchar(500) not null,
  opened_at  datetime(6)  not null,
  until_at   datetime(6)  not null comment 'objections are taken until then',
  closed_at  datetime(6)  null,
  index ix_disclosure_opened (opened_at)
);

create table disclosure_line (
  dossier_id    char(36)     not null,
  nomination_id char(36)     not null,
  line_number   int          not null,
  nominee_name  varchar(200) not null,
  unit_name     varchar(200) not null,
  award_name    varchar(200) not null,
  title         varchar(300) not null,
  primary key (dossier_id, nomination_id),
  constraint fk_disclosure_line_disclosure foreign key (dossier_id) references disclosure (dossier_id)
);

create table objection (
  id             char(36)      not null primary key,
  dossier_id     char(36)      not null,
  nomination_id  char(36)      not null,
  raised_by      varchar(64)   not null,
  raised_by_name varchar(120)  not null,
  contact        varchar(200)  not null,
  text           varchar(4000) not null,
  raised_at      datetime(6)   not null,
  upheld         boolean       null comment 'null: not resolved yet',
  resolution     varchar(4000) null,
  resolved_by    varchar(64)   null,
  resolved_at    datetime(6)   null,
  constraint fk_objection_line foreign key (dossier_id, nomination_id)
    references disclosure_line (dossier_id, nomination_id),
  constraint fk_objection_account foreign key (raised_by) references account (username),
  index ix_objection_dossier (dossier_id, raised_at)
);

-- revocation ----------------------------------------------------------------------------------------

create table revocation_series (
  year        int not null primary key,
  last_number int not null
);

create table revocation (
  id                   char(36)      not null primary key,
  version              int           not null,
  code                 varchar(40)   not null unique,
  award_id             bigint        not null,
  open_award_id        bigint        null unique comment 'the award while the revocation is open: one at a time',
  award_name           varchar(200)  not null comment 'as proposed, like the columns below',
  authority            varchar(20)   not null,
  person_id            bigint        null comment 'null: a unit as a collective',
  unit_id              bigint        not null,
  nominee_name         varchar(200)  not null,
  unit_name            varchar(200)  not null,
  decision_number      varchar(64)   null comment 'of the award',
  decided_on           date          not null,
  nomination_id        char(36)      null,
  cause                varchar(30)   not null,
  explanation          varchar(4000) not null,
  reference            varchar(300)  null,
  proposed_by          varchar(64)   not null,
  proposed_by_name     varchar(120)  not null,
  proposed_at          datetime(6)   not null,
  status               varchar(24)   not null,
  due_at               datetime(6)   null,
  process_instance_key bigint        null,
  judged_by_name       varchar(120)  null,
  judged_at            datetime(6)   null,
  judgement_reason     varchar(4000) null,
  number_symbol        varchar(100)  null,
  number_date          date          null,
  board_reference      varchar(100)  null,
  board_answered_on    date          null,
  board_note           varchar(4000) null,
  constraint fk_revocation_account foreign key (proposed_by) references account (username),
  index ix_revocation_status (status, due_at),
  index ix_revocation_award (award_id),
  index ix_revocation_proposed (proposed_at)
);

create table revocation_recheck (
  revocation_id   char(36)      not null,
  award_id        bigint        not null,
  nominee_name    varchar(200)  not null,
  award_name      varchar(200)  not null,
  year            int           not null,
  decision_number varchar(64)   null,
  nomination_id   char(36)      null,
  checked_by_name varchar(120)  null,
  checked_at      datetime(6)   null,
  note            varchar(2000) null,
  primary key (revocation_id, award_id),
  constraint fk_revocation_recheck_revocation foreign key (revocation_id) references revocation (id),
  index ix_revocation_recheck_open (checked_at, revocation_id)
);

create table revocation_recovery (
  id               char(36)      not null primary key,
  revocation_id    char(36)      not null,
  note             varchar(2000) not null,
  recorded_by_name varchar(120)  not null,
  recorded_at      datetime(6)   not null,
  constraint fk_revocation_recovery_revocation foreign key (revocation_id) references revocation (id)
);
