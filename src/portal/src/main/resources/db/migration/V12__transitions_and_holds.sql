-- What a rule set says of cases received before it. The engine and the check only offer the choice;
-- which of two laws is more favourable is for the Office to say.
alter table rule_set
  add column transition_from      date          null comment 'first day of receipt it speaks of; null: any',
  add column transition_before    date          null comment 'null: nothing is said of earlier cases',
  add column transition_basis     varchar(500)  null,
  add column transition_certainty varchar(12)   null,
  add column transition_note      varchar(1000) null;

update rule_set
set transition_before = '2026-10-01',
    transition_basis = 'Luật số 06/2026/QH16, điều khoản chuyển tiếp',
    transition_certainty = 'UNVERIFIED',
    transition_note = 'Theo nguồn công khai, chưa đối chiếu văn bản ban hành: số điều khoản, và có áp dụng cho mọi danh hiệu, hình thức hay không.'
where code = 'R4';

-- The law an award rests on and who decides it are in its rules, by date.
alter table award
  drop column deciding_authority,
  drop column legal_basis,
  drop column certainty;

-- A lift now carries the hold's own id. What waits already still listens for the case's.
update nomination_hold set id = nomination_id where ended_at is null;
