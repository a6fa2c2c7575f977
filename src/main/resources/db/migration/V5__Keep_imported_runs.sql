-- Runs that another program measured, read from its result files. They are shown as imports and never ranked.

create table import (
    slug text primary key check (slug <> ''),
    source text not null,
    provider text,
    model text not null,
    era text not null,
    written_at timestamptz,
    imported_at timestamptz not null,
    figures jsonb not null,
    facts jsonb not null,
    notes jsonb not null,
    summary_file text not null,
    individual_file text not null,
    files_hash text not null unique check (files_hash ~ '^[0-9a-f]{64}$')
);
comment on table import is 'a run in LLMPerf''s two files, whose published figures were all reproduced; append-only';
comment on column import.slug is 'name of the files; a further run of that name has -2 behind';
comment on column import.source is 'where the files come from, in words for readers';
comment on column import.provider is 'as the files'' own metadata call it';
comment on column import.era is 'which version of LLMPerf wrote them, as far as its figures tell';
comment on column import.written_at is 'when the summary was written, by itself';
comment on column import.figures is 'LLMPerf''s figures recomputed, by LLMPerf''s keys';
comment on column import.facts is 'what the individual responses tell beyond them';
comment on column import.notes is 'sentences on what the published figures hide';
comment on column import.summary_file is 'as it was read; JSON but for NaN';
comment on column import.individual_file is 'as it was read; JSON but for NaN';
comment on column import.files_hash is 'SHA-256 of both files, the summary first';

create trigger append_only before update or delete or truncate on import
    for each statement execute function refuse_change();
