alter table engine_command
  add column message_id varchar(64) null comment 'the engine refuses a repeat' after correlation_key;
update engine_command set message_id = correlation_key;
alter table engine_command
  modify message_id varchar(64) not null,
  modify correlation_key varchar(64) not null,
  drop key uq_engine_command,
  add unique key uq_engine_command (message_name, message_id);
