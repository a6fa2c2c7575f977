-- Every change of what readers see has a number, so that a finished page can be kept until the next one.

create table edition (
    only_row boolean primary key default true check (only_row),
    number bigint not null,
    synthetic boolean not null default false
);
comment on table edition is 'grows with each change of what readers see; keys kept pages and ETags. The progress of a round does not count';
comment on column edition.synthetic is 'the database holds invented results, made for design and load, and nothing measured';
insert into edition (number) values (0);

create function new_edition() returns trigger language plpgsql as $$
begin
    update edition set number = number + 1;
    return null;
end
$$;
comment on function new_edition is 'for a trigger after each statement on whatever readers see';

create trigger new_edition after insert or update or delete on provider
    for each statement execute function new_edition();
create trigger new_edition after insert or update or delete on offering
    for each statement execute function new_edition();
create trigger new_edition after insert or update or delete on round
    for each statement execute function new_edition();
create trigger new_edition after insert or update or delete on publication
    for each statement execute function new_edition();

-- A view, so that it is never wrong; lateral, so that it costs one step into an index an offering, however many rounds there are.
create view newest_run as
select offering.id as offering_id, newest.id as run_id
from offering
cross join lateral (
    select run.id
    from run join round on round.id = run.round_id
    where run.offering_id = offering.id and round.published_at is not null
    order by run.started_at desc
    limit 1
) as newest;
comment on view newest_run is 'the newest published run of each offering that has one';
