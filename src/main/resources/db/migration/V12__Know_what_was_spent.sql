-- Derived from the requests themselves, so that it is never wrong and nothing is counted twice.

create view spending as
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
where attempt.state <> 'measured';
comment on view spending is 'what each run and each attempt that came to none has spent, by the provider''s own count where it tells one';
create index run_started on run (started_at);
create index attempt_started on attempt (started_at);
