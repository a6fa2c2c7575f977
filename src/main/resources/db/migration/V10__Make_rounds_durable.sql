-- A round outlives the processes that measure it: each entry is measured in attempts, and an attempt has a lease that its
-- worker renews while it lives.

alter table round drop constraint round_state_check;
update round set state = 'cancelled' where state = 'interrupted';
alter table round add check (state in ('running', 'published', 'cancelled'));

alter table round add column occasion text not null default 'weekly' check (occasion in ('weekly', 'repeat'));
alter table round add column reason text;
alter table round add column asked_by text;
comment on column round.occasion is 'weekly: everything that can be measured; repeat: what somebody asked to measure again';
comment on column round.reason is 'why it was asked for, in words for readers';
comment on column round.asked_by is 'who asked for it; not shown to the public';

create table attempt (
    id uuid primary key,
    entry_id bigint not null references round_entry,
    number integer not null check (number >= 1),
    worker text not null,
    state text not null check (state in ('running', 'measured', 'interrupted', 'failed', 'cancelled')),
    started_at timestamptz not null,
    lease_until timestamptz not null,
    ended_at timestamptz,
    note text,
    unique (entry_id, number),
    check ((state = 'running') = (ended_at is null))
);
comment on table attempt is 'one worker measuring one entry of a round; the run it makes has its id';
comment on column attempt.worker is 'host and process';
comment on column attempt.lease_until is 'by the database''s clock; an attempt whose lease has run out is taken from its worker';
create unique index attempt_running on attempt (entry_id) where state = 'running';
comment on index attempt_running is 'nothing is measured by two at a time';

create table attempt_request (
    attempt_id uuid not null references attempt,
    number integer not null check (number >= 0),
    outcome text not null,
    trace jsonb not null,
    primary key (attempt_id, number)
);
comment on table attempt_request is 'finished requests of attempts that came to no run: sent, paid for, and part of no result; append-only';

create trigger append_only before update or delete or truncate on attempt_request
    for each statement execute function refuse_change();
