-- Who can be asked. Rows are never deleted: old runs keep their provider when it leaves the registry.

create table provider (
    slug text primary key check (slug <> ''),
    name text not null,
    homepage text not null,
    disclosure text,
    api text not null,
    base_url text,
    api_key text,
    simulation jsonb,
    current boolean not null,
    check ((base_url is null) = (simulation is not null))
);
comment on column provider.slug is 'as it stands in addresses';
comment on column provider.disclosure is 'what a reader should know of the provider''s relation to this board';
comment on column provider.api is 'dialect of its endpoint, for example openai';
comment on column provider.base_url is 'null exactly for a simulated provider';
comment on column provider.api_key is 'NAME of the environment variable that holds the key, never a key';
comment on column provider.simulation is 'how a simulated provider behaves';
comment on column provider.current is 'in the registry that was read last';

create table offering (
    id bigint generated always as identity primary key,
    provider text not null references provider,
    model text not null check (model <> ''),
    provider_model text not null,
    parameters jsonb not null,
    input_price numeric check (input_price >= 0),
    output_price numeric check (output_price >= 0),
    current boolean not null,
    unique (provider, model),
    check ((input_price is null) = (output_price is null))
);
comment on table offering is 'one model at one provider, as the registry described it last; each run keeps what it really used';
comment on column offering.model is 'slug of the model, the same at every provider';
comment on column offering.provider_model is 'the model''s name in the provider''s own words';
comment on column offering.parameters is 'sent with each request as they are';
comment on column offering.input_price is 'US dollars for a million tokens';
comment on column offering.output_price is 'US dollars for a million tokens';
create index offering_model on offering (model);

-- What was measured when.

create table round (
    id bigint generated always as identity primary key,
    label text not null unique,
    state text not null check (state in ('running', 'published', 'interrupted')),
    region text not null,
    scenario text not null,
    scenario_version integer not null,
    method_version text not null,
    seed bigint not null,
    started_at timestamptz not null,
    finished_at timestamptz,
    published_at timestamptz,
    check ((state = 'running') = (finished_at is null)),
    check ((state = 'published') = (published_at is not null))
);
comment on column round.label is 'ISO week of its start, for example 2026-W48; a further round of that week is 2026-W48-2';
comment on column round.seed is 'of the order in which the offerings were measured';
comment on column round.published_at is 'readers see a round and its runs from then on, and nothing of it before';
create unique index round_under_way on round (state) where state = 'running';
comment on index round_under_way is 'at most one round is under way';
create index round_newest on round (started_at desc);

create table run (
    id uuid primary key,
    round_id bigint not null references round,
    offering_id bigint not null references offering,
    started_at timestamptz not null,
    finished_at timestamptz not null,
    wall_nanos bigint not null check (wall_nanos >= 0),
    configuration jsonb not null,
    configuration_hash text not null check (configuration_hash ~ '^[0-9a-f]{64}$'),
    environment jsonb not null,
    seed bigint not null,
    prompt_set_hash text not null,
    verdict text not null check (verdict in ('valid', 'invalid')),
    verdict_reason text,
    planned integer not null check (planned >= 0),
    started integer not null check (started between 0 and planned),
    succeeded integer not null check (succeeded between 0 and started),
    success_rate double precision check (success_rate between 0 and 1),
    success_low double precision,
    success_high double precision,
    requests_per_minute double precision,
    system_throughput double precision,
    mean_concurrency double precision,
    mean_input_tokens double precision,
    mean_output_tokens double precision,
    tokens_per_event double precision,
    shared_reads double precision check (shared_reads between 0 and 1),
    short_outputs integer not null check (short_outputs >= 0),
    unique (round_id, offering_id),
    check ((verdict = 'valid') = (verdict_reason is null)),
    check ((started = 0) = (success_rate is null)),
    check ((success_rate is null) = (success_low is null) and (success_rate is null) = (success_high is null))
);
comment on table run is 'one offering measured once, with the figures of the whole run; append-only';
comment on column run.wall_nanos is 'from the first start to the last end, nanoseconds by the monotonic clock';
comment on column run.configuration is 'complete: with it anyone can repeat the run';
comment on column run.configuration_hash is 'SHA-256 of the configuration''s canonical JSON';
comment on column run.seed is 'of the prompts';
comment on column run.prompt_set_hash is 'SHA-256 of all prompts';
comment on column run.planned is 'requests the scenario asks for';
comment on column run.success_low is 'lower end of Wilson''s 95 % interval';
comment on column run.success_high is 'upper end of Wilson''s 95 % interval';
comment on column run.requests_per_minute is 'successful requests a minute of wall time';
comment on column run.system_throughput is 'output tokens of all successes a second of wall time';
comment on column run.mean_concurrency is 'requests really under way, on average';
comment on column run.shared_reads is 'share of content events that arrived in one read with another one';
comment on column run.short_outputs is 'successes under 80 % of the requested length without a length stop';
create index run_newest on run (offering_id, started_at desc);

create table run_metric (
    run_id uuid not null references run,
    metric text not null,
    n integer not null check (n >= 1),
    mean double precision not null,
    min double precision not null,
    max double precision not null,
    stddev double precision,
    p5 double precision not null,
    p10 double precision not null,
    p25 double precision not null,
    p50 double precision not null,
    p75 double precision not null,
    p90 double precision not null,
    p95 double precision not null,
    p99 double precision not null,
    p50_low double precision,
    p50_high double precision,
    primary key (run_id, metric),
    check ((p50_low is null) = (p50_high is null))
);
comment on table run_metric is 'how a metric is spread over a run''s successes, in seconds or tokens a second; append-only';
comment on column run_metric.stddev is 'of the sample (n - 1); null for a single value';
comment on column run_metric.p50_low is 'lower end of the median''s 95 % interval';
comment on column run_metric.p50_high is 'upper end of the median''s 95 % interval';

create table run_outcome (
    run_id uuid not null references run,
    outcome text not null,
    requests integer not null check (requests >= 1),
    primary key (run_id, outcome)
);
comment on table run_outcome is 'how many requests of a run ended in which way; append-only';

create table request (
    run_id uuid not null references run,
    number integer not null check (number >= 0),
    started_at timestamptz not null,
    outcome text not null,
    failure text,
    http_status integer,
    http_version text,
    provider_request_id text,
    retry_after text,
    error_code text,
    body_bytes bigint not null,
    body_reads integer not null,
    moments bigint[] not null,
    event_at bigint[] not null,
    event_read integer[] not null,
    event_kind text not null check (event_kind ~ '^[cr]*$'),
    event_characters integer[] not null,
    nominal_input_tokens integer not null,
    input_tokens integer not null,
    requested_output_tokens integer not null,
    output_tokens integer not null,
    reported_input_tokens integer,
    reported_output_tokens integer,
    reported_reasoning_tokens integer,
    figures double precision[] not null,
    finish_reason text,
    short_output boolean not null,
    text text not null,
    primary key (run_id, number),
    check ((outcome = 'success') = (failure is null)),
    check (cardinality(event_at) = cardinality(event_read)
        and cardinality(event_at) = length(event_kind)
        and cardinality(event_at) = cardinality(event_characters))
);
comment on table request is 'all that was seen of one request; append-only. The view request_timing names its moments and figures';
comment on column request.number is 'within its run, from 0';
comment on column request.started_at is 'wall clock, for dates only';
comment on column request.failure is 'in words, cleaned of secrets; null for a success';
comment on column request.moments is 'nanoseconds since the start of the run, in the order of request_timing; null what did not happen';
comment on column request.event_at is 'arrival of each event with text, nanoseconds since the start of the run';
comment on column request.event_read is 'number of the socket read that brought it, from 1';
comment on column request.event_kind is 'one letter an event: c content, r reasoning';
comment on column request.event_characters is 'UTF-16 code units of each event''s text';
comment on column request.nominal_input_tokens is 'drawn length of the prompt, by LLMPerf''s way of counting';
comment on column request.input_tokens is 'of the prompt by the reference tokenizer';
comment on column request.output_tokens is 'of the answer by the reference tokenizer';
comment on column request.reported_input_tokens is 'as the provider counts';
comment on column request.figures is 'seconds or tokens a second, in the order of request_timing; null what cannot be computed';
comment on column request.text is 'the answer''s content without reasoning, also of a failure as far as it came';

-- Each name stands at its place in the enums trace.Moment and measurement.Metric; a test compares them.
create view request_timing as
select run_id, number, outcome,
    moments[1] as intended,
    moments[2] as started,
    moments[3] as resolved,
    moments[4] as connected,
    moments[5] as secured,
    moments[6] as sent,
    moments[7] as headers,
    moments[8] as first_byte,
    moments[9] as first_reasoning,
    moments[10] as first_content,
    moments[11] as last_content,
    moments[12] as ended,
    figures[1] as ttft,
    figures[2] as itl,
    figures[3] as e2e,
    figures[4] as output_throughput
from request;
comment on view request_timing is 'moments in nanoseconds since the start of the run; ttft, itl, e2e in seconds, throughput in tokens/s';

create table round_entry (
    id bigint generated always as identity primary key,
    round_id bigint not null references round,
    offering_id bigint not null references offering,
    position integer not null check (position >= 0),
    state text not null check (state in ('planned', 'running', 'measured', 'failed', 'not_measured')),
    finished_requests integer not null check (finished_requests between 0 and planned_requests),
    planned_requests integer not null,
    note text,
    run_id uuid unique references run,
    unique (round_id, offering_id),
    unique (round_id, position),
    check ((state = 'measured') = (run_id is not null))
);
comment on column round_entry.position is 'order of measuring, those not measured last';
comment on column round_entry.finished_requests is 'how far its run has come';
comment on column round_entry.note is 'why it was not measured, in words for readers';
create index round_entry_offering on round_entry (offering_id);

create table publication (
    only_row boolean primary key default true check (only_row),
    serial bigint not null,
    round_id bigint references round,
    published_at timestamptz,
    check ((serial = 0) = (round_id is null) and (serial = 0) = (published_at is null))
);
comment on table publication is 'what readers see now: one row, moved by the transaction that publishes a round';
comment on column publication.serial is 'grows with each publication; 0 before the first';
insert into publication (serial) values (0);
