-- What went wrong, as Camunda 8 tells it. The key is the id of Operaton's incident beside it.
create table ENG_INCIDENT (
  incident_key bigint not null,
  error_type varchar(64) not null,
  message mediumtext not null,
  process_instance_key bigint not null,
  process_definition_id varchar(64) character set utf8mb3 collate utf8mb3_bin not null,
  element_id varchar(255) not null,
  element_instance_key bigint not null,
  -- the job of a worker that failed; null where an expression or a decision did
  job_key bigint,
  -- what the job gets when the incident is resolved
  retries int,
  -- Operaton's job that goes on where the execution is parked
  parked_job varchar(64),
  created datetime(3) not null,
  closed datetime(3),
  primary key (incident_key),
  key ENG_INCIDENT_INSTANCE (process_instance_key),
  key ENG_INCIDENT_JOB (job_key)
);
