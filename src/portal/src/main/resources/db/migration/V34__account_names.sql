-- An account keeps its name: tasks, decisions and the audit trail are kept under it, here and in the
-- engine. A row that refers to itself can neither be renamed nor deleted; an account is disabled.
alter table account
  add column permanent_name varchar(64) generated always as (username) stored,
  add constraint an_account_keeps_its_name foreign key (permanent_name) references account (username);
