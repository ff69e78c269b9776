-- numbers of outgoing documents -----------------------------------------------------------------

create table document_symbol (
  organisation  varchar(32)  not null,
  document_type varchar(20)  not null,
  valid_from    date         not null,
  valid_to      date         null,
  pattern       varchar(64)  not null comment '{number} stands for the number',
  basis         varchar(300) not null,
  verified      boolean      not null,
  primary key (organisation, document_type, valid_from)
);

create table document_number (
  organisation  varchar(32)  not null,
  document_type varchar(20)  not null,
  year          int          not null,
  number        int          not null,
  symbol        varchar(64)  not null,
  date          date         not null,
  subject_id    varchar(64)  not null comment 'the business object whose document it is',
  title         varchar(500) not null,
  registered_by varchar(64)  not null,
  registered_at datetime(6)  not null,
  primary key (organisation, document_type, year, number),
  unique key uq_document_number_subject (subject_id)
);

insert into document_symbol
  (organisation, document_type, valid_from, valid_to, pattern, basis, verified)
values
  ('SKHCN', 'PLAN', '2010-01-01', null, '{number}/KH-KHCN',
   'Kế hoạch ngày 30/5/2022 của Sở Khoa học và Công nghệ', true),
  ('SKHCN', 'DECISION', '2010-01-01', null, '{number}/QĐ-SKHCN',
   'Nghị định số 30/2020/NĐ-CP, Phụ lục I; chữ viết tắt của Sở chưa xác minh', false),
  ('SKHCN', 'PROPOSAL', '2010-01-01', null, '{number}/TTr-SKHCN',
   'Nghị định số 30/2020/NĐ-CP, Phụ lục I; chữ viết tắt của Sở chưa xác minh', false),
  ('SKHCN', 'NOTICE', '2010-01-01', null, '{number}/TB-SKHCN',
   'Nghị định số 30/2020/NĐ-CP, Phụ lục I; chữ viết tắt của Sở chưa xác minh', false),
  ('SKHCN', 'MINUTES', '2010-01-01', null, '{number}/BB-SKHCN',
   'Nghị định số 30/2020/NĐ-CP, Phụ lục I; chữ viết tắt của Sở chưa xác minh', false);

-- who signs, who is related ---------------------------------------------------------------------

create table signing_assignment (
  id         bigint       not null auto_increment primary key,
  person_id  bigint       not null,
  capacity   varchar(20)  not null,
  valid_from date         not null,
  valid_to   date         null,
  basis      varchar(300) not null,
  constraint fk_signing_assignment_person foreign key (person_id) references person (id)
);

create table signing_assignment_matter (
  assignment_id bigint      not null,
  matter        varchar(20) not null,
  primary key (assignment_id, matter),
  constraint fk_signing_matter_assignment foreign key (assignment_id) references signing_assignment (id)
);

create table relative (
  id               bigint       not null auto_increment primary key,
  person_id        bigint       not null comment 'who declared it',
  relative_id      bigint       not null,
  relation         varchar(100) not null,
  declared_at      datetime(6)  not null,
  withdrawn_at     datetime(6)  null,
  withdrawn_reason varchar(300) null,
  constraint fk_relative_person foreign key (person_id) references person (id),
  constraint fk_relative_relative foreign key (relative_id) references person (id),
  index ix_relative_relative (relative_id)
);

-- registers: an entry is cancelled, never removed; live is 1 until then, and null afterwards, so
-- that the entry may be made again

create table award_given (
  id               bigint       not null auto_increment primary key,
  person_id        bigint       null comment 'null: the unit as a collective',
  unit_id          bigint       not null,
  subject          varchar(24)  not null comment 'P and the id of a person, U and that of a unit',
  nominee_name     varchar(200) not null,
  award_code       varchar(32)  not null,
  year             int          not null,
  achievement_from date         null,
  achievement_to   date         null,
  decision_number  varchar(64)  null,
  decided_on       date         not null,
  decided_by       varchar(200) null,
  nomination_id    char(36)     null,
  revoked_on       date         null,
  entered_by       varchar(64)  not null,
  entered_at       datetime(6)  not null,
  cancelled_by     varchar(64)  null,
  cancelled_at     datetime(6)  null,
  cancel_reason    varchar(500) null,
  live             tinyint      null default 1,
  constraint fk_award_given_person foreign key (person_id) references person (id),
  constraint fk_award_given_unit foreign key (unit_id) references unit (id),
  constraint fk_award_given_award foreign key (award_code) references award (code),
  unique key uq_award_given_nomination (nomination_id, live),
  unique key uq_award_given (subject, award_code, year, decision_number, live),
  index ix_award_given_holders (award_code, year, unit_id),
  index ix_award_given_decided (decided_on, id)
);

create table initiative (
  id            bigint       not null auto_increment primary key,
  number        varchar(40)  not null,
  level         varchar(20)  not null,
  year          int          not null comment 'of the recognition',
  title         varchar(500) not null,
  recognised_on date         not null,
  effect_scope  varchar(300) not null,
  entered_by    varchar(64)  not null,
  entered_at    datetime(6)  not null,
  cancelled_by  varchar(64)  null,
  cancelled_at  datetime(6)  null,
  cancel_reason varchar(500) null,
  live          tinyint      null default 1,
  unique key uq_initiative (level, year, number, live),
  index ix_initiative_recognised (recognised_on, id)
);

create table initiative_author (
  initiative_id bigint       not null,
  person_id     bigint       not null,
  share         decimal(5,2) not null comment 'percent',
  primary key (initiative_id, person_id),
  constraint fk_initiative_author_initiative foreign key (initiative_id) references initiative (id),
  constraint fk_initiative_author_person foreign key (person_id) references person (id)
);

create table work_rating (
  id            bigint       not null auto_increment primary key,
  person_id     bigint       null comment 'null: the unit as a collective',
  unit_id       bigint       not null,
  subject       varchar(24)  not null,
  year          int          not null,
  rating        varchar(20)  not null,
  decision      varchar(200) not null,
  entered_by    varchar(64)  not null,
  entered_at    datetime(6)  not null,
  cancelled_by  varchar(64)  null,
  cancelled_at  datetime(6)  null,
  cancel_reason varchar(500) null,
  live          tinyint      null default 1,
  constraint fk_work_rating_person foreign key (person_id) references person (id),
  constraint fk_work_rating_unit foreign key (unit_id) references unit (id),
  unique key uq_work_rating (subject, year, live),
  index ix_work_rating_year (year, id)
);

create table discipline (
  id              bigint       not null auto_increment primary key,
  person_id       bigint       not null,
  kind            varchar(24)  null comment 'null: under consideration, or ended without discipline',
  decision_number varchar(64)  null,
  decided_on      date         null,
  pending_from    date         null,
  pending_to      date         null,
  note            varchar(500) not null,
  entered_by      varchar(64)  not null,
  entered_at      datetime(6)  not null,
  cancelled_by    varchar(64)  null,
  cancelled_at    datetime(6)  null,
  cancel_reason   varchar(500) null,
  live            tinyint      null default 1,
  constraint fk_discipline_person foreign key (person_id) references person (id)
);

create table concern (
  id              bigint       not null auto_increment primary key,
  person_id       bigint       null comment 'null: the unit',
  unit_id         bigint       not null,
  subject         varchar(24)  not null,
  kind            varchar(20)  not null,
  opened_on       date         not null,
  closed_on       date         null,
  violation_signs boolean      not null comment 'an inspection holds an award only if it found signs of violation',
  note            varchar(1000) not null,
  entered_by      varchar(64)  not null,
  entered_at      datetime(6)  not null,
  cancelled_by    varchar(64)  null,
  cancelled_at    datetime(6)  null,
  cancel_reason   varchar(500) null,
  live            tinyint      null default 1,
  constraint fk_concern_person foreign key (person_id) references person (id),
  constraint fk_concern_unit foreign key (unit_id) references unit (id),
  index ix_concern_subject (subject, opened_on)
);

create table register_upload (
  id          char(36)     not null primary key,
  kind        varchar(20)  not null,
  file_name   varchar(200) not null,
  content     mediumblob   null comment 'null once it is imported',
  uploaded_by varchar(64)  not null,
  uploaded_at datetime(6)  not null,
  imported_at datetime(6)  null,
  row_count   int          null,
  index ix_register_upload_at (uploaded_at)
);
