select
  t.*,
  t.status in ('solved', 'closed') as is_solved,
  t.merged_into is not null as is_merged
from {{ ref('stg_satisflow__tickets') }} t
