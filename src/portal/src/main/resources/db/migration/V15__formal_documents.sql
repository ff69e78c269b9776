-- Formal documents: their letterhead, their templates, their versions with files, and signed copies.

create table letterhead (
  organisation varchar(32)  not null,
  valid_from   date         not null,
  valid_to     date         null,
  parent       varchar(200) not null comment 'the body above, as the first line says it',
  body         varchar(200) not null comment 'the issuing body, as the second line says it',
  place        varchar(100) not null comment 'place of issue',
  primary key (organisation, valid_from)
);

insert into letterhead (organisation, valid_from, valid_to, parent, body, place) values
  ('SKHCN', '2010-01-01', null, 'UBND TỈNH TÂY NINH', 'SỞ KHOA HỌC VÀ CÔNG NGHỆ', 'Tây Ninh');

create table document_template (
  kind        varchar(30)  not null,
  version     int          not null comment 'the last one is in force; without any the built-in is',
  name        varchar(255) not null,
  sha256      char(64)     not null,
  size        bigint       not null,
  origin      int          null comment 'the earlier version it brings back; 0: the built-in one',
  uploaded_by varchar(64)  not null,
  uploaded_at datetime(6)  not null,
  content     longblob     not null,
  primary key (kind, version)
);

-- whoever draws up a document holds its line, so that versions follow one another
create table document_series (
  kind         varchar(30) not null,
  subject_id   varchar(64) not null,
  last_version int         not null default 0,
  primary key (kind, subject_id)
);

create table document_request (
  id           char(36)      not null primary key,
  kind         varchar(30)   not null,
  subject_id   varchar(64)   not null,
  state        varchar(10)   not null comment 'QUEUED, DONE, FAILED',
  attempts     int           not null default 0,
  failure      varchar(1000) null,
  requested_by varchar(64)   null comment 'null: the system',
  requested_at datetime(6)   not null,
  index ix_document_request_open (subject_id, state)
);

create table formal_document (
  id               bigint       not null auto_increment primary key,
  kind             varchar(30)  not null,
  subject_id       varchar(64)  not null,
  version          int          not null,
  draft            boolean      not null,
  title            varchar(500) not null,
  symbol           varchar(64)  null,
  issued_on        date         null,
  content_sha256   char(64)     not null comment 'of what it says and of its template',
  template_version int          not null comment '0: the built-in one',
  drawn_up_by      varchar(64)  null comment 'null: the system',
  drawn_up_at      datetime(6)  not null,
  docx_size        bigint       not null,
  docx_sha256      char(64)     not null,
  pdf_size         bigint       not null,
  pdf_sha256       char(64)     not null,
  unique key uq_formal_document_version (kind, subject_id, version),
  index ix_formal_document_subject (subject_id),
  constraint fk_formal_document_series foreign key (kind, subject_id)
    references document_series (kind, subject_id)
);

create table formal_document_content (
  document_id bigint   not null primary key,
  docx        longblob not null,
  pdf         longblob not null,
  constraint fk_formal_document_content foreign key (document_id) references formal_document (id)
);

create table signed_copy (
  id           bigint       not null auto_increment primary key,
  document_id  bigint       not null,
  name         varchar(255) not null,
  content_type varchar(120) not null,
  size         bigint       not null,
  sha256       char(64)     not null,
  attached_by  varchar(64)  not null,
  attached_at  datetime(6)  not null,
  unique key uq_signed_copy (document_id, sha256),
  constraint fk_signed_copy_document foreign key (document_id) references formal_document (id)
);

create table signed_copy_content (
  copy_id bigint   not null primary key,
  content longblob not null,
  constraint fk_signed_copy_content foreign key (copy_id) references signed_copy (id)
);

create table signed_copy_signature (
  copy_id   bigint       not null,
  number    int          not null,
  validity  varchar(20)  not null comment 'VALID, CHANGED_AFTER, INVALID',
  signer    varchar(300) not null,
  issuer    varchar(300) not null,
  trust     varchar(20)  not null comment 'TRUSTED, UNTRUSTED, NOT_CHECKED',
  signed_at datetime(6)  null comment 'as the signature says',
  primary key (copy_id, number),
  constraint fk_signed_copy_signature foreign key (copy_id) references signed_copy (id)
);
