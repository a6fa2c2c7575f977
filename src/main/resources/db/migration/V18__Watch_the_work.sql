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
