-- A run's requests may be sent in blocks, spread over hours, so that a run does not sample one lucky two minutes. Each block is
-- an attempt of its own; the last one joins all of them to the run.

alter table round add column blocks integer not null default 1 check (blocks >= 1);
alter table round add column window_seconds bigint not null default 0 check (window_seconds >= 0);
comment on column round.blocks is 'in how many parts the requests of each run are sent';
comment on column round.window_seconds is 'over which the starts of the blocks are spread: block n of b is due n * window / b after the round''s start';

alter table round_entry add column blocks_done integer not null default 0 check (blocks_done >= 0);
comment on column round_entry.blocks_done is 'blocks that are measured';

alter table attempt add column block integer not null default 1 check (block >= 1);
alter table attempt add column run jsonb;
alter table attempt add check (run is null or state = 'measured');
comment on column attempt.block is 'which one of its entry it measures, from 1';
comment on column attempt.run is 'what a block measured, with its requests, until the last block joins them to the run';

alter table run add column blocks jsonb;
comment on column run.blocks is 'when, where and how exactly each block was measured; null for a run that was measured at once';

-- What was spent, each source in a view of its own.

create view spending_of_runs as
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
) as spent;
comment on view spending_of_runs is 'by the provider''s own count where it tells one, as in the views below';

create view spending_of_attempts as
select attempt.id as attempt_id, offering.provider, offering.model, attempt.started_at,
    spent.input_tokens, spent.output_tokens,
    coalesce((spent.input_tokens * offering.input_price + spent.output_tokens * offering.output_price) / 1000000, 0) as usd
from attempt
join round_entry on round_entry.id = attempt.entry_id
join offering on offering.id = round_entry.offering_id
cross join lateral (
    select
        coalesce(sum((trace #>> '{usage,input}')::bigint), 0) as input_tokens,
        coalesce(sum((trace #>> '{usage,output}')::bigint), 0) as output_tokens
    from attempt_request where attempt_request.attempt_id = attempt.id
) as spent
where attempt.state <> 'measured';
comment on view spending_of_attempts is 'of those that came to no run';

create function spent(measured jsonb, out input_tokens numeric, out output_tokens numeric) stable language sql as $$
    select
        coalesce(sum(coalesce((asked #>> '{trace,usage,input}')::bigint,
            case when asked #>> '{trace,text}' <> '' then (asked ->> 'inputTokens')::bigint end)), 0),
        coalesce(sum(coalesce((asked #>> '{trace,usage,output}')::bigint, (asked ->> 'outputTokens')::bigint)), 0)
    from jsonb_array_elements(measured -> 'requests') as asked
$$;
comment on function spent is 'tokens of a whole run in JSON';

create view spending_of_blocks as
select attempt.id as attempt_id, offering.provider, offering.model, attempt.started_at,
    spent.input_tokens, spent.output_tokens,
    coalesce((spent.input_tokens * offering.input_price + spent.output_tokens * offering.output_price) / 1000000, 0) as usd
from attempt
join round_entry on round_entry.id = attempt.entry_id
join offering on offering.id = round_entry.offering_id
cross join lateral spent(attempt.run)
where attempt.run is not null;
comment on view spending_of_blocks is 'of those that are not joined to a run';

create view spending_of_dry_runs as
select dry_run.id as attempt_id, offering.provider, offering.model, dry_run.started_at,
    spent.input_tokens, spent.output_tokens,
    coalesce((spent.input_tokens * offering.input_price + spent.output_tokens * offering.output_price) / 1000000, 0) as usd
from dry_run
join offering on offering.id = dry_run.offering_id
cross join lateral spent(dry_run.run)
where dry_run.state = 'done';

create or replace view spending as
select * from spending_of_runs
union all select * from spending_of_attempts
union all select * from spending_of_blocks
union all select * from spending_of_dry_runs;
comment on view spending is 'what each run, each attempt that came to none, each block that waits for the others and each dry run has spent';
