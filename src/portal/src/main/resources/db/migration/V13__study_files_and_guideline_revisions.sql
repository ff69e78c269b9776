-- What is to be read of a document counts its versions; replacing its file makes the next one. An
-- acknowledgement stays with the version that was read.
alter table study_document
  add column version int not null default 1 comment 'the one to be read now; the first may have no file';

create table study_file (
  document_id  bigint       not null,
  version      int          not null,
  name         varchar(255) not null,
  content_type varchar(120) not null,
  size         bigint       not null,
  sha256       char(64)     not null,
  uploaded_by  varchar(64)  not null,
  uploaded_at  datetime(6)  not null,
  primary key (document_id, version),
  constraint fk_study_file_document foreign key (document_id) references study_document (id)
);

create table study_file_content (
  document_id bigint   not null,
  version     int      not null,
  content     longblob not null,
  primary key (document_id, version),
  constraint fk_study_file_content_file foreign key (document_id, version)
    references study_file (document_id, version)
);

alter table study_acknowledgement
  add column version int not null default 1 after document_id,
  drop primary key,
  add primary key (document_id, version, person_id);

-- A published guideline can be revised beside the window, which goes on meanwhile.
alter table campaign
  add column guideline_revision varchar(10) null comment 'DRAFT, APPROVAL; null: none under way';
alter table campaign_guideline
  modify column outcome varchar(10) null
    comment 'APPROVED, RETURNED, DROPPED; null: waits for leadership';
