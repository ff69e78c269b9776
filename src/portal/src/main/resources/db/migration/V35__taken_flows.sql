-- The sequence flows a case took in the engine, copied so that its picture is drawn from MySQL and
-- outlasts the engine's history. A case that was given a second instance has those of both.
create table taken_flow (
  -- page of the case, which names it among all processes
  case_path varchar(100) not null,
  flow_id   varchar(255) not null,
  primary key (case_path, flow_id)
);
