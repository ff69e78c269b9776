-- The law an award rests on and who decides it are in its rules, by date.
alter table award
  drop column deciding_authority,
  drop column legal_basis,
  drop column certainty;

-- A lift now carries the hold's own id. What waits already still listens for the case's.
update nomination_hold set id = nomination_id where ended_at is null;
