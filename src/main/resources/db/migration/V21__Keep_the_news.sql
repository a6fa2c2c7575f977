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
