-- A lift now carries the hold's own id. What waits already still listens for the case's.
update nomination_hold set id = nomination_id where ended_at is null;
