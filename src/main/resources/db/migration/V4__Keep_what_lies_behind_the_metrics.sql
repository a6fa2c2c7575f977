alter table run add column breakdown jsonb;
comment on column run.breakdown is
    'over the successes: phases (seconds), quantities, HTTP versions, answers at once, finish reasons, agreement with the provider''s count; null before version 4 of the schema';

-- So that a query at a prompt need not know the JSON.
create view run_breakdown as
select run.id as run_id, kind, name,
    (spread->>'n')::integer as n,
    (spread->>'mean')::double precision as mean,
    (spread->>'min')::double precision as min,
    (spread->'quantiles'->>'p50')::double precision as p50,
    (spread->'quantiles'->>'p95')::double precision as p95,
    (spread->>'max')::double precision as max
from run
cross join (values ('phases'), ('quantities')) as kinds (kind)
cross join jsonb_each(run.breakdown -> kind) as spreads (name, spread);
comment on view run_breakdown is 'how phases (seconds) and quantities are spread over a run''s successes';
