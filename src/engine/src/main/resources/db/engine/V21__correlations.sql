-- What was correlated, for searches.
drop table ENG_CORRELATION;

create table ENG_CORRELATION (
  KEY_ bigint not null auto_increment primary key,
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
  TIME_ datetime(3) not null,
  unique key ENG_UNQ_CORRELATION (MESSAGE_KEY_, PROCESS_ID_),
  key ENG_IDX_CORRELATION_INSTANCE (INSTANCE_KEY_),
  key ENG_IDX_CORRELATION_SUBSCRIPTION (SUBSCRIPTION_KEY_),
  key ENG_IDX_CORRELATION_NAME (MESSAGE_NAME_)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
