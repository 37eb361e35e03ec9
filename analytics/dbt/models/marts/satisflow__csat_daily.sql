-- CSAT by day and product: what customers said, never pooled over questions.
select "day" as date_day, product, metric, n as answers, top as satisfied, score as csat
from {{ source('satisflow', 'daily') }}
where (metric = 'csat' or metric like 'csat.%') and product is not null and channel is null and n > 0
