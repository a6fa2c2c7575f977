-- Each name stands at its place in the enums trace.Moment and measurement.Metric; a test compares them. Places 5 and 6 of the
-- figures belong to metrics that have no value for a single request.
drop view request_timing;
create view request_timing as
select run_id, number, outcome,
    moments[1] as intended,
    moments[2] as started,
    moments[3] as resolved,
    moments[4] as connected,
    moments[5] as secured,
    moments[6] as sent,
    moments[7] as headers,
    moments[8] as first_byte,
    moments[9] as first_reasoning,
    moments[10] as first_content,
    moments[11] as last_content,
    moments[12] as ended,
    moments[13] as resent,
    figures[1] as ttft,
    figures[2] as itl,
    figures[3] as e2e,
    figures[4] as output_throughput,
    figures[7] as ttft_from_intended,
    figures[8] as e2e_from_intended
from request;
comment on view request_timing is 'moments in nanoseconds since the start of the run; figures in seconds, throughput in tokens/s';
