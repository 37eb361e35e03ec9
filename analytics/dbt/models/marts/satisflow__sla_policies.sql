-- A row a promise, as dbt_zendesk's sla_policies has them; times in minutes of the target's own time.
select
  ticket_id || '/' || metric || '/' || instance as sla_event_id,
  ticket_id,
  sla_policy_name,
  metric,
  sla_applied_at,
  target,
  in_business_hours,
  sla_breach_at,
  sla_elapsed_time,
  outcome = 'running' as is_active_sla,
  outcome = 'missed' as is_sla_breach,
  group_name,
  assignee_name
from {{ ref('stg_satisflow__sla_instances') }}
where outcome <> 'cancelled'
