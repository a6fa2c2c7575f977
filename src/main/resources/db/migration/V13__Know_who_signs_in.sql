-- Who may steer the board or answer for a provider. Of each secret only a hash is kept.

create table account (
    id uuid primary key,
    name text not null unique check (name ~ '^[a-z0-9][a-z0-9.@_+-]{1,63}$'),
    role text not null check (role in ('maintainer', 'provider')),
    provider text references provider,
    password_hash text,
    issuer text,
    subject text,
    created_at timestamptz not null,
    closed_at timestamptz,
    unique (issuer, subject),
    check ((role = 'provider') = (provider is not null)),
    check ((issuer is null) = (subject is null)),
    check ((password_hash is null) <> (issuer is null))
);
comment on column account.name is 'to sign in with; may be an e-mail address';
comment on column account.provider is 'the only one it may see and speak for; null for a maintainer';
comment on column account.password_hash is 'Argon2id in its own encoding; null for who signs in elsewhere';
comment on column account.issuer is 'the OpenID provider that vouches for it';
comment on column account.closed_at is 'may not sign in from then on';

create table invitation (
    key_hash text primary key check (key_hash ~ '^[0-9a-f]{64}$'),
    role text not null check (role in ('maintainer', 'provider')),
    provider text references provider,
    invited_by text,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    account_id uuid references account,
    check ((role = 'provider') = (provider is not null)),
    check ((used_at is null) = (account_id is null))
);
comment on table invitation is 'a link by which one person makes one account, once';
comment on column invitation.key_hash is 'SHA-256 of the key in the link';
comment on column invitation.invited_by is 'name of the account; null for the first maintainer, whom the program itself invites';

create table session (
    key_hash text primary key check (key_hash ~ '^[0-9a-f]{64}$'),
    account_id uuid not null references account,
    created_at timestamptz not null,
    seen_at timestamptz not null
);
comment on table session is 'somebody signed in by a browser; gone when signed out or idle';
create index session_account on session (account_id);

create table api_token (
    id uuid primary key,
    key_hash text not null unique check (key_hash ~ '^[0-9a-f]{64}$'),
    account_id uuid not null references account,
    label text not null check (label <> ''),
    may_act boolean not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz
);
comment on table api_token is 'lets a program do what its account may';
comment on column api_token.may_act is 'otherwise it only reads';
create index api_token_account on api_token (account_id);

create table audit_entry (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    who text not null,
    client text,
    action text not null,
    subject text not null,
    detail text not null,
    refused boolean not null
);
comment on table audit_entry is 'who did what when, and what was refused; append-only';
comment on column audit_entry.who is 'name of the account, or what else acted';
comment on column audit_entry.client is 'address that the request came from; of IPv6 the network only';
create index audit_entry_who on audit_entry (who, id desc);

create trigger append_only before update or delete or truncate on audit_entry
    for each statement execute function refuse_change();
