-- An element that can be open several times at once, such as the objections to one batch: the
-- task's local variables tell which one is meant.
alter table open_task add column locals json null comment 'null for an element open once at most';
