-- how somebody wants to be told ------------------------------------------------------------------

create table account_setting (
  username    varchar(64) not null primary key,
  language    varchar(2)  null comment 'vi, en; null: the default',
  digest_hour tinyint     null comment 'null: the default',
  constraint fk_account_setting_account foreign key (username) references account (username)
);

create table notice_choice (
  username varchar(64) not null,
  kind     varchar(16) not null,
  delivery varchar(10) not null comment 'IMMEDIATE, DIGEST, BELL, OFF',
  primary key (username, kind),
  constraint fk_notice_choice_account foreign key (username) references account (username)
);

-- what somebody was told -------------------------------------------------------------------------

create table notice (
  id         char(36)     not null primary key,
  username   varchar(64)  not null,
  kind       varchar(16)  not null,
  text_key   varchar(64)  not null,
  args       mediumtext   not null comment 'JSON; the text is put together in the language it is read in',
  path       varchar(300) not null comment 'page of the portal',
  task_id    varchar(64)  null comment 'the step it asks for, as in open_task',
  due_at     datetime(6)  null,
  once_key   varchar(190) null comment 'the same is told once',
  created_at datetime(6)  not null,
  read_at    datetime(6)  null,
  mailing    varchar(10)  not null comment 'NONE, DIGEST and SUMMARY: to be listed in one, MAILED',
  mail_id    char(36)     null,
  constraint fk_notice_account foreign key (username) references account (username),
  unique key uq_notice_once (username, once_key),
  index ix_notice_unread (username, read_at, created_at),
  index ix_notice_kind (username, kind, created_at),
  index ix_notice_mailing (mailing, username, kind, created_at),
  index ix_notice_read (read_at),
  index ix_notice_created (created_at),
  index ix_notice_once (once_key)
);

create table notice_digest (
  username varchar(64) not null,
  day      date        not null,
  mail_id  char(36)    not null,
  primary key (username, day),
  constraint fk_notice_digest_account foreign key (username) references account (username)
);

-- mail that cannot be delivered ------------------------------------------------------------------

alter table mail
  add column username   varchar(64) null comment 'null: to somebody outside',
  add column status     varchar(10) not null default 'WAITING' comment 'WAITING, SENT, BLOCKED',
  add column blocked_at datetime(6) null,
  modify column body mediumtext not null,
  add index ix_mail_status (status, created_at),
  add index ix_mail_kept (username, status, sent_at);
update mail set status = 'SENT' where sent_at is not null;
