-- What a maintainer sees of a round while it is measured: which worker lives, and how each run goes so far.

create table worker (
    name text primary key,
    region text not null,
    started_at timestamptz not null,
    seen_at timestamptz not null
);
comment on table worker is 'processes that measure, seen within a day';
comment on column worker.name is 'host and process';
comment on column worker.seen_at is 'by the database''s clock, as it is when the process tells that it lives';

alter table attempt add column finished_requests integer not null default 0 check (finished_requests >= 0);
alter table attempt add column failed_requests integer not null default 0 check (failed_requests >= 0);
alter table attempt add column ttft_median double precision;
comment on column attempt.ttft_median is 'seconds; of the successful requests so far';

-- A provider tries how it would be measured. Nothing of it lies among the results: no query of theirs can meet it.

create table dry_run (
    id uuid primary key,
    offering_id bigint not null references offering,
    requests integer not null check (requests >= 1),
    state text not null check (state in ('waiting', 'running', 'done', 'failed')),
    asked_by text not null,
    asked_at timestamptz not null,
    worker text,
    started_at timestamptz,
    lease_until timestamptz,
    ended_at timestamptz,
    note text,
    run jsonb,
    check ((state = 'done') = (run is not null)),
    check ((state in ('done', 'failed')) = (ended_at is not null))
);
comment on table dry_run is 'a few requests that a provider asked for, measured like a run, seen by that provider alone, never published';
comment on column dry_run.run is 'the whole run with its requests';
comment on column dry_run.note is 'why there is none';
create index dry_run_offering on dry_run (offering_id, asked_at desc);
create index dry_run_open on dry_run (state) where state in ('waiting', 'running');

create or replace view spending as
select run.id as attempt_id, offering.provider, offering.model, run.started_at,
    spent.input_tokens, spent.output_tokens,
    coalesce((
        spent.input_tokens * (run.configuration #>> '{offering,price,inputPerMillion}')::numeric
        + spent.output_tokens * (run.configuration #>> '{offering,price,outputPerMillion}')::numeric
    ) / 1000000, 0) as usd
from run
join offering on offering.id = run.offering_id
cross join lateral (
    select
        coalesce(sum(coalesce(reported_input_tokens, case when text <> '' then input_tokens end)), 0) as input_tokens,
        coalesce(sum(coalesce(reported_output_tokens, output_tokens)), 0) as output_tokens
    from request where request.run_id = run.id
) as spent
union all
select attempt.id, offering.provider, offering.model, attempt.started_at,
    spent.input_tokens, spent.output_tokens,
    coalesce((spent.input_tokens * offering.input_price + spent.output_tokens * offering.output_price) / 1000000, 0)
from attempt
join round_entry on round_entry.id = attempt.entry_id
join offering on offering.id = round_entry.offering_id
cross join lateral (
    select
        coalesce(sum((trace #>> '{usage,input}')::bigint), 0) as input_tokens,
        coalesce(sum((trace #>> '{usage,output}')::bigint), 0) as output_tokens
    from attempt_request where attempt_request.attempt_id = attempt.id
) as spent
where attempt.state <> 'measured'
union all
select dry_run.id, offering.provider, offering.model, dry_run.started_at,
    spent.input_tokens, spent.output_tokens,
    coalesce((spent.input_tokens * offering.input_price + spent.output_tokens * offering.output_price) / 1000000, 0)
from dry_run
join offering on offering.id = dry_run.offering_id
cross join lateral (
    select
        coalesce(sum(coalesce((asked #>> '{trace,usage,input}')::bigint,
            case when asked #>> '{trace,text}' <> '' then (asked ->> 'inputTokens')::bigint end)), 0) as input_tokens,
        coalesce(sum(coalesce((asked #>> '{trace,usage,output}')::bigint, (asked ->> 'outputTokens')::bigint)), 0)
            as output_tokens
    from jsonb_array_elements(dry_run.run -> 'requests') as asked
) as spent
where dry_run.state = 'done';
comment on view spending is 'what each run, each attempt that came to none and each dry run has spent, by the provider''s own count where it tells one';
