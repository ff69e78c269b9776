-- dossier (đợt trình) ---------------------------------------------------------------------------

create table dossier_series (
  year        int not null primary key,
  last_number int not null
);

create table dossier (
  id                   char(36)      not null primary key,
  version              int           not null,
  code                 varchar(40)   not null unique,
  title                varchar(300)  not null,
  authority            varchar(20)   not null,
  ballot_required      boolean       not null,
  disclosure_required  boolean       not null,
  conflict_noted       boolean       not null comment 'nobody else could sign: the head does, and it is said',
  follow_up_of         char(36)      null comment 'the batch its nominees were split off from',
  status               varchar(24)   not null,
  opened_by            varchar(64)   not null,
  opened_by_name       varchar(120)  not null,
  opened_at            datetime(6)   not null,
  updated_at           datetime(6)   not null,
  due_at               datetime(6)   null comment 'when the step it stands at is due',
  closed_at            datetime(6)   null,
  process_instance_key bigint        null,
  meeting_date         date          null,
  minutes              varchar(4000) null,
  council_size         int           null comment 'members in force on the day of the meeting',
  ballot_recorded_by   varchar(64)   null,
  disclosed_until      datetime(6)   null,
  signatory_name       varchar(120)  null comment 'who is asked first; others may sign too',
  signature_line       varchar(200)  null,
  signed_by            varchar(64)   null,
  signed_at            datetime(6)   null,
  number_symbol        varchar(64)   null,
  number_date          date          null,
  sent_to_board_at     datetime(6)   null comment 'the first time',
  board_receipt        varchar(100)  null,
  board_received_on    date          null,
  board_question       varchar(4000) null,
  board_answer         varchar(4000) null,
  constraint fk_dossier_follow_up foreign key (follow_up_of) references dossier (id),
  index ix_dossier_status (status, due_at),
  index ix_dossier_updated (updated_at)
);

create table dossier_item (
  id                  bigint        not null auto_increment primary key,
  dossier_id          char(36)      not null,
  nomination_id       char(36)      not null,
  nomination_code     varchar(40)   not null,
  nominator           varchar(64)   not null,
  nominator_person_id bigint        not null,
  subject_kind        varchar(12)   not null,
  person_id           bigint        null,
  unit_id             bigint        not null,
  nominee_name        varchar(200)  not null,
  nominee_position    varchar(120)  null,
  unit_name           varchar(200)  not null,
  award_code          varchar(32)   not null,
  award_name          varchar(200)  not null,
  achievement_year    int           not null,
  status              varchar(24)   not null,
  entitled            int           null comment 'members who may vote on this nominee',
  votes_for           int           null,
  votes_against       int           null,
  votes_blank         int           null,
  votes_absent        int           null,
  votes_written       int           null comment 'of the votes cast, those in writing',
  quota_rank          int           null,
  result_text         varchar(4000) null,
  result_number       varchar(100)  null,
  result_date         date          null,
  constraint fk_dossier_item_dossier foreign key (dossier_id) references dossier (id),
  constraint fk_dossier_item_nomination foreign key (nomination_id) references nomination (id),
  unique key uq_dossier_item (dossier_id, nomination_id),
  index ix_dossier_item_nomination (nomination_id)
);

create table dossier_quota (
  dossier_id char(36)      not null,
  line_key   varchar(64)   not null,
  award_code varchar(32)   not null,
  award_name varchar(200)  not null,
  unit_id    bigint        null comment 'null: counted in the whole Department',
  year       int           not null,
  candidates int           not null,
  held       int           not null comment 'given in the same year and scope before this batch',
  base       int           not null,
  percent    decimal(7, 3) null,
  ceiling    int           null,
  exceeded   boolean       null comment 'null until the rule has said',
  text       varchar(500)  null,
  primary key (dossier_id, line_key),
  constraint fk_dossier_quota_dossier foreign key (dossier_id) references dossier (id)
);

-- council ---------------------------------------------------------------------------------------

create table council_member (
  id              bigint       not null auto_increment primary key,
  person_id       bigint       not null,
  person_name     varchar(120) not null comment 'as it stands in the decision on the council',
  person_position varchar(120) not null,
  role            varchar(12)  not null,
  valid_from      date         not null,
  valid_to        date         null comment 'last day',
  constraint fk_council_member_person foreign key (person_id) references person (id),
  index ix_council_member_dates (valid_from, valid_to)
);

create table conflict_of_interest (
  dossier_id       char(36)      not null,
  nomination_id    char(36)      not null,
  person_id        bigint        not null comment 'the council member',
  person_name      varchar(120)  not null,
  kind             varchar(12)   not null,
  reason           varchar(1000) null,
  declared_by      varchar(64)   not null,
  declared_by_name varchar(120)  not null,
  declared_at      datetime(6)   not null,
  primary key (dossier_id, nomination_id, person_id),
  constraint fk_conflict_dossier foreign key (dossier_id) references dossier (id)
);
