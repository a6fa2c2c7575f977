-- What cannot be made into messages is tried again some times and then set aside, so that it holds up nothing that came after it.

alter table occurrence
    add tries_left integer not null default 5 check (tries_left >= 0),
    add next_at timestamptz,
    add trouble text;
comment on column occurrence.tries_left is '0 while told_at is null: set aside until a maintainer has it tried again';
comment on column occurrence.next_at is 'not tried before; null: at once';
comment on column occurrence.trouble is 'what went wrong the last time';
