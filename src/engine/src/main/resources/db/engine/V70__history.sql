-- Decisions that no instance asked for are removed after a time.
create index ENG_DECISION_INSTANCE_AGE
  on ENG_DECISION_INSTANCE (process_instance_key, evaluated);
drop index ENG_DECISION_INSTANCE_PROCESS on ENG_DECISION_INSTANCE;
