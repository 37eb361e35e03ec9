-- A row a ticket, in minutes by the clock on the wall, as dbt_zendesk's ticket_metrics has them.
select
  ticket_id,
  group_name,
  assignee_name,
  source_channel,
  created_at,
  first_reply_at as first_agent_reply_at,
  first_reply_wall_s / 60.0 as first_reply_time_calendar_minutes,
  extract(epoch from solved_at - created_at) / 60.0 as full_resolution_calendar_minutes,
  agent_replies as total_agent_replies,
  customer_messages as total_end_user_comments,
  reopened as count_reopens,
  assignments as count_assignments,
  agent_replies = 1 and status in ('solved', 'closed') as is_one_touch_resolution,
  agent_replies = 2 and status in ('solved', 'closed') as is_two_touch_resolution
from {{ ref('satisflow__ticket_enriched') }}
