-- What feeds tell of rounds beside their results. Written down when it is told to accounts, in the same transaction, so that
-- everybody is told the same, and an entry that readers have fetched stays as it is.

create table news (
    occurrence_id uuid not null references occurrence,
    number integer not null check (number >= 1),
    kind text not null check (kind in ('rank_change', 'regression', 'failed_run', 'failed_round')),
    provider text,
    subject text not null,
    words text not null,
    path text not null,
    primary key (occurrence_id, number)
);
comment on table news is 'what a round brought beside results: ranks that are others now, regressions, what failed';
comment on column news.provider is 'slug of the one that it concerns; null for what concerns all';
comment on column news.path is 'of the page that shows it';
create index news_provider on news (provider, occurrence_id);

create trigger new_edition after insert on news for each statement execute function new_edition();

-- What a dry run has sent is written down request by request: it was paid for, even if its worker dies.

create table dry_run_request (
    dry_run_id uuid not null references dry_run,
    number integer not null check (number >= 0),
    trace jsonb not null,
    primary key (dry_run_id, number)
);
comment on table dry_run_request is 'requests of a dry run that have ended; of one that is done its run has them';

create view spending_of_stopped_dry_runs as
select dry_run.id as attempt_id, offering.provider, offering.model, dry_run.started_at,
    spent.input_tokens, spent.output_tokens,
    coalesce((spent.input_tokens * offering.input_price + spent.output_tokens * offering.output_price) / 1000000, 0) as usd
from dry_run
join offering on offering.id = dry_run.offering_id
cross join lateral (
    select
        coalesce(sum((trace #>> '{usage,input}')::bigint), 0) as input_tokens,
        coalesce(sum((trace #>> '{usage,output}')::bigint), 0) as output_tokens
    from dry_run_request where dry_run_request.dry_run_id = dry_run.id
) as spent
where dry_run.state in ('running', 'failed') and dry_run.started_at is not null;
comment on view spending_of_stopped_dry_runs is 'of those that are under way or came to no run';

create or replace view spending as
select * from spending_of_runs
union all select * from spending_of_attempts
union all select * from spending_of_blocks
union all select * from spending_of_dry_runs
union all select * from spending_of_stopped_dry_runs;
