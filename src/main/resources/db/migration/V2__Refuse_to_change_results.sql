-- Results are append-only. The triggers guard against a mistake of the program or at a prompt, not against the owner of the
-- tables, who can drop them.

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'results are append-only: % of % is refused', lower(tg_op), tg_table_name
        using errcode = 'restrict_violation';
end
$$;

create trigger append_only before update or delete or truncate on run
    for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on run_metric
    for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on run_outcome
    for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on request
    for each statement execute function refuse_change();

create trigger published_stays before update or delete on round
    for each row when (old.published_at is not null) execute function refuse_change();
