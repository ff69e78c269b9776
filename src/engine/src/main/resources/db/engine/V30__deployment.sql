-- What is deployed, as it was given; a key is never given twice. Ids tell upper from lower case.

-- One version of a process. The key is the number in the id of Operaton's definition.
create table ENG_PROCESS (
  process_key bigint not null,
  process_id varchar(255) not null,
  version int not null,
  version_tag varchar(255),
  name varchar(255),
  -- Operaton's id
  definition_id varchar(64) character set utf8mb3 collate utf8mb3_bin not null,
  resource_name varchar(255) not null,
  -- SHA-256 of the content
  checksum char(64) not null,
  content longblob not null,
  deployment_key bigint not null,
  primary key (process_key),
  unique key ENG_PROCESS_VERSION (process_id, version),
  unique key ENG_PROCESS_DEFINITION (definition_id),
  key ENG_PROCESS_CHECKSUM (checksum)
) character set utf8mb4 collate utf8mb4_bin;

-- One version of a form. The key is the number in the id of Operaton's definition.
create table ENG_FORM (
  form_key bigint not null,
  form_id varchar(255) not null,
  version int not null,
  version_tag varchar(255),
  resource_name varchar(255) not null,
  checksum char(64) not null,
  content longblob not null,
  deployment_key bigint not null,
  primary key (form_key),
  unique key ENG_FORM_VERSION (form_id, version),
  key ENG_FORM_CHECKSUM (checksum)
) character set utf8mb4 collate utf8mb4_bin;

-- One version of the decisions of a file, with what they require of each other.
create table ENG_DRG (
  drg_key bigint not null,
  drg_id varchar(255) not null,
  version int not null,
  name varchar(255) not null,
  resource_name varchar(255) not null,
  checksum char(64) not null,
  content longblob not null,
  deployment_key bigint not null,
  primary key (drg_key),
  unique key ENG_DRG_VERSION (drg_id, version),
  key ENG_DRG_CHECKSUM (checksum)
) character set utf8mb4 collate utf8mb4_bin;

-- One version of a decision.
create table ENG_DECISION (
  decision_key bigint not null,
  decision_id varchar(255) not null,
  version int not null,
  version_tag varchar(255),
  name varchar(255) not null,
  drg_key bigint not null,
  deployment_key bigint not null,
  primary key (decision_key),
  unique key ENG_DECISION_VERSION (decision_id, version),
  unique key ENG_DECISION_DRG (drg_key, decision_id)
) character set utf8mb4 collate utf8mb4_bin;

-- What was decided: a row for the decision that was asked for and for each that it required, in the
-- order in which they were evaluated.
create table ENG_DECISION_INSTANCE (
  evaluation_key bigint not null,
  -- from 1
  position int not null,
  decision_key bigint not null,
  decision_id varchar(255) not null,
  decision_name varchar(255) not null,
  decision_version int not null,
  -- DECISION_TABLE, LITERAL_EXPRESSION, UNSPECIFIED
  decision_type varchar(32) not null,
  -- EVALUATED, FAILED
  state varchar(16) not null,
  failure mediumtext,
  evaluated datetime(3) not null,
  -- -1 where no process asked
  process_instance_key bigint not null,
  process_key bigint not null,
  element_instance_key bigint not null,
  element_id varchar(255),
  -- JSON
  result longtext not null,
  -- JSON: a list of {id, name, value}, the value as JSON in a text
  inputs longtext not null,
  -- JSON: a list of {id, index, outputs: a list of {id, name, value}}
  rules longtext not null,
  primary key (evaluation_key, position),
  key ENG_DECISION_INSTANCE_PROCESS (process_instance_key),
  key ENG_DECISION_INSTANCE_DECISION (decision_key)
) character set utf8mb4 collate utf8mb4_bin;
