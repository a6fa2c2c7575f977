-- How exact the measuring engine was, stored with each run, and a verdict for when it was not exact enough.

alter table run add column certificate jsonb;
comment on column run.certificate is
    'the engine''s own error before, during and after the run, in seconds, and what was allowed; null for runs before there were certificates';

alter table run drop constraint run_verdict_check;
alter table run add constraint run_verdict_check check (verdict in ('valid', 'suspect', 'invalid'));
