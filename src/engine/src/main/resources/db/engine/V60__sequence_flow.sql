-- the sequence flows an instance has taken, each once
create table ENG_SEQUENCE_FLOW (
  process_instance_key bigint not null,
  sequence_flow_id varchar(255) character set utf8mb4 collate utf8mb4_bin not null,
  primary key (process_instance_key, sequence_flow_id)
);
