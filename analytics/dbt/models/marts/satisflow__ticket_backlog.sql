-- How many tickets were open at the end of each day (UTC), by team and channel.
select
  d.date_day,
  t.group_name,
  t.source_channel,
  count(*) as open_tickets
from (
  select generate_series(min(created_at)::date, max(last_event_at)::date, interval '1 day')::date as date_day
  from {{ ref('satisflow__ticket_enriched') }}
) d
join {{ ref('satisflow__ticket_enriched') }} t
  on t.created_at < d.date_day + interval '1 day'
  and (t.solved_at is null or t.solved_at >= d.date_day + interval '1 day')
  and not t.is_merged
group by 1, 2, 3
