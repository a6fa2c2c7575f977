-- A provider that answers nothing is down. Its run was called invalid before, and its outage was in no history.
alter table run drop constraint run_verdict_check;
alter table run add constraint run_verdict_check check (verdict in ('valid', 'suspect', 'down', 'invalid'));
