select
  count(*) as total_tickets,
  count(*) filter (where is_solved) as solved_tickets,
  count(*) filter (where reopened > 0) as reopened_tickets,
  count(*) filter (where assignee_name is null) as unassigned_tickets,
  count(*) filter (where first_reply_at is null and not is_solved) as unreplied_unsolved_tickets
from {{ ref('satisflow__ticket_enriched') }}
