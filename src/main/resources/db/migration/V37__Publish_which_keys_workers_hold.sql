-- A web process plans rounds without a provider's key in its environment.
alter table worker add column key_names text[] not null default '{}';
comment on column worker.key_names is 'names of the API keys that the process can use; never the keys';
