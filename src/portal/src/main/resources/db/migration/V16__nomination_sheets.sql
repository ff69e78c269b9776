-- nominations that come as a spreadsheet --------------------------------------------------------------

create table nomination_sheet (
  id           char(36)     not null primary key,
  campaign_id  bigint       null comment 'null: outside every campaign',
  unit_id      bigint       not null,
  file_name    varchar(200) not null,
  sha256       char(64)     not null,
  fingerprint  char(64)     null unique comment 'unit, campaign and content; null once it was discarded',
  status       varchar(12)  not null comment 'CHECKING, READY, IMPORTING, SENDING, DISCARDED',
  row_count    int          not null,
  done_count   int          not null default 0 comment 'rows the step under way has dealt with',
  step_count   int          not null default 0 comment 'rows the step under way has to deal with',
  uploaded_by  varchar(64)  not null,
  uploaded_at  datetime(6)  not null,
  stepped_by   varchar(64)  not null comment 'who asked for the step under way, or the last one',
  stepped_at   datetime(6)  not null,
  with_evidence_only boolean not null default true comment 'whether drafts without evidence stay behind when it is sent',
  constraint fk_sheet_campaign foreign key (campaign_id) references campaign (id),
  constraint fk_sheet_unit foreign key (unit_id) references unit (id),
  constraint fk_sheet_uploaded_by foreign key (uploaded_by) references account (username),
  index ix_sheet_unit (unit_id, uploaded_at)
);

create table nomination_sheet_row (
  sheet_id      char(36)    not null,
  number        int         not null comment 'as the office program shows it',
  cells         mediumtext  not null comment 'what was typed, as JSON',
  state         varchar(12) not null comment 'NEW, BAD, INCOMPLETE, GOOD, DRAFTED, SENT',
  rank_in_page  int         not null comment 'rows to look at first come first',
  problems      text        null comment 'as JSON',
  nomination_id char(36)    null comment 'the draft it has become',
  primary key (sheet_id, number),
  constraint fk_sheet_row_sheet foreign key (sheet_id) references nomination_sheet (id),
  constraint fk_sheet_row_nomination foreign key (nomination_id) references nomination (id),
  index ix_sheet_row_page (sheet_id, rank_in_page, number),
  index ix_sheet_row_state (sheet_id, state, number)
);
