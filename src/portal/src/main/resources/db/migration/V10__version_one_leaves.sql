-- Deadlines come from the rule of a case, submissions to the board belong to batches.
alter table campaign
  drop column review_working_days,
  drop column supplement_working_days,
  drop column signature_working_days;
drop table board_submission;

-- Cases that waited for a signature or for the board wait for a batch now.
update nomination n
  join award a on a.code = n.award_code
set n.status = 'ACCEPTED',
    n.deciding_authority = a.deciding_authority,
    n.rule_set = (select r.code from rule_set r
                  where r.valid_from <= date(n.submitted_at)
                  order by r.valid_from desc limit 1),
    n.due_at = null
where n.status in ('SIGNATURE', 'BOARD_SUBMISSION', 'BOARD_REVIEW');
