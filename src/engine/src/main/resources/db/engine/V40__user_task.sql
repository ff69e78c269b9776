-- User tasks as Camunda 8 tells them. The key is the id of Operaton's task, which is gone when it
-- is done; what is compared with Operaton's columns has their character set.
create table ENG_USER_TASK (
  user_task_key bigint not null,
  element_instance_key bigint not null,
  activity_instance_id varchar(64) character set utf8mb3 collate utf8mb3_bin not null,
  process_instance_id varchar(64) character set utf8mb3 collate utf8mb3_bin not null,
  definition_id varchar(64) character set utf8mb3 collate utf8mb3_bin not null,
  element_id varchar(255) character set utf8mb4 collate utf8mb4_bin not null,
  name varchar(255) character set utf8mb4 collate utf8mb4_bin not null,
  state varchar(16) not null,
  assignee varchar(255) character set utf8mb4 collate utf8mb4_bin,
  priority int not null,
  due datetime(3),
  follow_up datetime(3),
  form_key bigint,
  external_form_reference varchar(4000) character set utf8mb4 collate utf8mb4_bin,
  -- a JSON object of texts
  custom_headers mediumtext character set utf8mb4 collate utf8mb4_bin not null,
  created datetime(3) not null,
  ended datetime(3),
  primary key (user_task_key),
  key ENG_USER_TASK_ELEMENT (element_instance_key),
  key ENG_USER_TASK_INSTANCE (process_instance_id),
  key ENG_USER_TASK_DEFINITION (definition_id, state),
  key ENG_USER_TASK_ASSIGNEE (assignee, state),
  key ENG_USER_TASK_STATE (state, created)
);

-- Who may take a task.
create table ENG_USER_TASK_CANDIDATE (
  user_task_key bigint not null,
  -- group or user
  kind varchar(8) not null,
  name varchar(255) character set utf8mb4 collate utf8mb4_bin not null,
  position int not null,
  primary key (user_task_key, kind, name),
  key ENG_USER_TASK_CANDIDATE_NAME (kind, name)
);
