-- Who is told of what, and how it went. What happened is written down by the transaction that lets it happen; messages are made of
-- it afterwards and sent until they arrive, so a message may come twice and never not at all.

create table occurrence (
    id uuid primary key,
    round_id bigint not null references round,
    kind text not null check (kind in ('published', 'cancelled')),
    at timestamptz not null,
    told_at timestamptz,
    unique (round_id, kind)
);
comment on table occurrence is 'something happened to a round that people are to be told of';
comment on column occurrence.told_at is 'when its notices were made; null until then';
create index occurrence_open on occurrence (at) where told_at is null;

create table notice_setting (
    account_id uuid primary key references account,
    kinds text[] not null,
    email text,
    email_confirmed_at timestamptz,
    code_hash text check (code_hash ~ '^[0-9a-f]{64}$'),
    code_until timestamptz,
    webhook text,
    webhook_secret text,
    check (email is not null or email_confirmed_at is null),
    check ((code_hash is null) = (code_until is null)),
    check ((webhook is null) = (webhook_secret is null))
);
comment on table notice_setting is 'what an account wants to be told, and where';
comment on column notice_setting.email_confirmed_at is 'when its owner proved to read there; until then nothing but the code is sent to it';
comment on column notice_setting.code_hash is 'SHA-256 of the code that was sent to the address';
comment on column notice_setting.webhook_secret is 'signs what is sent; needed as it is, so not hashed';

create table notice (
    id uuid primary key,
    account_id uuid not null references account,
    kind text not null check (kind in
        ('new_result', 'rank_change', 'regression', 'failed_run', 'failed_round', 'confirmation', 'test')),
    channel text not null check (channel in ('email', 'webhook')),
    subject text not null,
    body text not null,
    state text not null check (state in ('waiting', 'sent', 'failed', 'dropped')),
    tries_left integer not null check (tries_left >= 0),
    made_at timestamptz not null,
    next_at timestamptz not null,
    ended_at timestamptz,
    check ((state = 'waiting') = (ended_at is null))
);
comment on table notice is 'one message to one account by one way';
comment on column notice.body is 'of an e-mail the text, of a webhook the JSON, the same at each try';
comment on column notice.state is 'failed: tried as often as it may be; dropped: the account no longer wants it there';
comment on column notice.next_at is 'when it is due, by the database''s clock; while somebody sends it, when another one may';
create index notice_due on notice (next_at) where state = 'waiting';
create index notice_account on notice (account_id, made_at desc);
create index notice_failed on notice (made_at desc) where state = 'failed';
create index notice_made on notice (made_at desc);

create table notice_attempt (
    notice_id uuid not null references notice,
    number integer not null check (number >= 1),
    started_at timestamptz not null,
    ended_at timestamptz,
    target text,
    status integer,
    answer text,
    primary key (notice_id, number)
);
comment on table notice_attempt is 'each time a notice was sent, whatever came of it';
comment on column notice_attempt.ended_at is 'null: being sent now, or its process ended before it knew';
comment on column notice_attempt.target is 'an e-mail address, or the host of a webhook, whose path may be a secret';
comment on column notice_attempt.status is 'of HTTP or SMTP; null without an answer';
