-- What maintainers decide about results, and what providers say to them. Results themselves stay as they were measured.

create table run_standing (
    id bigint generated always as identity primary key,
    run_id uuid not null references run,
    withheld boolean not null,
    reason text not null check (reason <> ''),
    decided_by text not null,
    decided_at timestamptz not null
);
comment on table run_standing is 'whether a published run counts; the newest row of a run holds, none means it does; append-only';
comment on column run_standing.reason is 'in words for readers';
comment on column run_standing.decided_by is 'name of the account; not shown to the public';
create index run_standing_newest on run_standing (run_id, id desc);

create table run_response (
    id bigint generated always as identity primary key,
    run_id uuid not null references run,
    text text not null,
    said_by text not null,
    said_at timestamptz not null
);
comment on table run_response is 'what the provider says of its result, shown beside it; the newest row of a run holds; append-only';
comment on column run_response.text is 'empty: taken back';
create index run_response_newest on run_response (run_id, id desc);

create table claim (
    id uuid primary key,
    run_id uuid not null references run,
    kind text not null check (kind in ('dispute', 'repeat')),
    state text not null check (state in ('open', 'granted', 'refused', 'withdrawn')),
    text text not null check (text <> ''),
    opened_by text not null,
    opened_at timestamptz not null,
    answer text,
    closed_by text,
    closed_at timestamptz,
    check ((state = 'open') = (closed_at is null))
);
comment on table claim is 'a provider says that a result is wrong, or asks to be measured again; maintainers decide';
comment on column claim.text is 'seen by the provider and the maintainers; the public sees that there is a dispute, and its state';
create index claim_run on claim (run_id);
create unique index claim_open on claim (run_id, kind) where state = 'open';

create table provider_pause (
    provider text primary key references provider,
    reason text not null check (reason <> ''),
    paused_by text not null,
    paused_at timestamptz not null
);
comment on table provider_pause is 'providers that rounds leave out for now, with the reason in words for readers';

create table annotation (
    id uuid primary key,
    provider text references provider,
    day date not null,
    text text not null check (text <> ''),
    said_by text not null,
    said_at timestamptz not null
);
comment on table annotation is 'what happened on a day that figures over time should be read with; without provider it holds for all';
create index annotation_provider on annotation (provider, day desc);

create trigger append_only before update or delete or truncate on run_standing
    for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on run_response
    for each statement execute function refuse_change();

create trigger new_edition after insert on run_standing for each statement execute function new_edition();
create trigger new_edition after insert on run_response for each statement execute function new_edition();
create trigger new_edition after insert or update on claim for each statement execute function new_edition();
create trigger new_edition after insert or update or delete on provider_pause
    for each statement execute function new_edition();
create trigger new_edition after insert or update or delete on annotation
    for each statement execute function new_edition();
