-- What the blocks of a run say is kept with the run, so that no page has to read its requests for it.

alter table run_metric add column block_medians double precision[];
alter table run_metric add column estimate double precision;
alter table run_metric add column estimate_low double precision;
alter table run_metric add column estimate_high double precision;
alter table run_metric add column between_hours double precision;
comment on column run_metric.block_medians is 'of each block in its order; null: missing, infinite (zero for a speed): most of it failed';
comment on column run_metric.estimate is 'Hodges-Lehmann estimate over the blocks; null for a run that was measured at once';
comment on column run_metric.between_hours is 'standard deviation of the logarithm between hours';

alter table run add column block_started integer[];
alter table run add column block_succeeded integer[];
comment on column run.block_started is 'requests of each block in its order, 0 for a missing one; null for a run that was measured at once';
