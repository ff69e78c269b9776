-- Messages that were published and are kept until their time to live has passed.
create table ENG_MESSAGE (
  KEY_ bigint not null primary key,
  NAME_ varchar(256) not null,
  CORRELATION_KEY_ mediumtext not null,
  MESSAGE_ID_ mediumtext null,
  -- hash of name and correlation key
  ADDRESS_ binary(32) not null,
  -- hash of name, correlation key and message id; null without an id or when it may be used again
  IDENTITY_ binary(32) null,
  PUBLISHED_AT_ bigint not null,
  EXPIRES_AT_ bigint not null,
  -- whether somebody who waited when it was published may not have it yet
  PENDING_ boolean not null,
  VARIABLES_ longblob not null,
  unique key ENG_UNQ_MESSAGE_IDENTITY (IDENTITY_),
  key ENG_IDX_MESSAGE_ADDRESS (ADDRESS_, KEY_),
  key ENG_IDX_MESSAGE_EXPIRES (EXPIRES_AT_)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- A message goes to a process once.
create table ENG_MESSAGE_GIVEN (
  MESSAGE_KEY_ bigint not null,
  PROCESS_ID_ varchar(255) not null,
  primary key (MESSAGE_KEY_, PROCESS_ID_),
  constraint ENG_FK_GIVEN_MESSAGE foreign key (MESSAGE_KEY_)
    references ENG_MESSAGE (KEY_) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- Of a process one instance runs for the correlation key of the message that started it.
create table ENG_MESSAGE_START (
  INSTANCE_KEY_ bigint not null primary key,
  PROCESS_ID_ varchar(255) not null,
  CORRELATION_KEY_ mediumtext not null,
  CORRELATION_HASH_ binary(32) not null,
  unique key ENG_UNQ_MESSAGE_START (PROCESS_ID_, CORRELATION_HASH_)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- What was correlated, for searches.
create table ENG_CORRELATION (
  MESSAGE_KEY_ bigint not null,
  SUBSCRIPTION_KEY_ bigint not null,
  MESSAGE_NAME_ varchar(256) not null,
  CORRELATION_KEY_ mediumtext not null,
  PROCESS_ID_ varchar(255) not null,
  DEFINITION_KEY_ bigint not null,
  INSTANCE_KEY_ bigint not null,
  ELEMENT_ID_ varchar(255) not null,
  -- null at a start event
  ELEMENT_INSTANCE_KEY_ bigint null,
  -- milliseconds since 1970
  TIME_ bigint not null,
  primary key (MESSAGE_KEY_, PROCESS_ID_),
  key ENG_IDX_CORRELATION_INSTANCE (INSTANCE_KEY_),
  key ENG_IDX_CORRELATION_NAME (MESSAGE_NAME_)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
