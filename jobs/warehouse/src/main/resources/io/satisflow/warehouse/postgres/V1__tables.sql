-- The tables as the first release wrote them. Never edited: what changes is a migration of its own.
CREATE TABLE "feedback" (
  "id" text NOT NULL,
  "channel" text NOT NULL,
  "occurred_at" timestamptz,
  "known_at" timestamptz,
  "customer" text,
  "customer_key" text,
  "kind" text,
  "grade" text,
  "text" text,
  "language" text,
  "product" text,
  "region" text,
  "team" text,
  "tier" text,
  "sentiment" text,
  "sentiment_score" double precision,
  "scorer" text,
  "revision" bigint,
  "attributes" jsonb,
  "ratings" jsonb,
  "aspects" jsonb,
  PRIMARY KEY ("channel", "id")
);
COMMENT ON TABLE "feedback" IS 'a piece of feedback, its latest revision';
COMMENT ON COLUMN "feedback"."id" IS 'the source''s, unique within the channel';
COMMENT ON COLUMN "feedback"."occurred_at" IS 'when the customer said it: what is counted';
COMMENT ON COLUMN "feedback"."known_at" IS 'from when it was used';
COMMENT ON COLUMN "feedback"."customer" IS 'as the source names them, redacted';
COMMENT ON COLUMN "feedback"."customer_key" IS 'keyed hash of the customer; null without SATISFLOW_CUSTOMER_KEY';
COMMENT ON COLUMN "feedback"."kind" IS 'complaint, question, request or praise; null: not triaged';
COMMENT ON COLUMN "feedback"."grade" IS 'general, complex or major';
COMMENT ON COLUMN "feedback"."text" IS 'plain, redacted';
COMMENT ON COLUMN "feedback"."language" IS 'BCP 47; und: not known';
COMMENT ON COLUMN "feedback"."sentiment" IS 'negative, neutral, positive or not_scored; null without text';
COMMENT ON COLUMN "feedback"."sentiment_score" IS '-1 to 1';
COMMENT ON COLUMN "feedback"."scorer" IS 'model and version';
COMMENT ON COLUMN "feedback"."revision" IS 'of the source; a later one is an edit';
COMMENT ON COLUMN "feedback"."attributes" IS 'all that the channel maps besides';
COMMENT ON COLUMN "feedback"."ratings" IS 'list of question, value, min, max; the view ratings has a row each';
COMMENT ON COLUMN "feedback"."aspects" IS 'list of name, label, score; the view aspects has a row each';
CREATE INDEX ON "feedback" ("occurred_at");
CREATE INDEX ON "feedback" ("customer_key") WHERE "customer_key" IS NOT NULL;

CREATE TABLE "tickets" (
  "ticket" text NOT NULL,
  "channel" text,
  "created_at" timestamptz,
  "first_reply_at" timestamptz,
  "solved_at" timestamptz,
  "status" text,
  "priority" text,
  "team" text,
  "owner" text,
  "kind" text,
  "grade" text,
  "product" text,
  "region" text,
  "tier" text,
  "tags" text,
  "subject" text,
  "customer_messages" bigint,
  "agent_replies" bigint,
  "bot_replies" bigint,
  "assignments" bigint,
  "reopened" bigint,
  "merged_into" text,
  "last_event_at" timestamptz,
  "first_reply_wall_s" bigint,
  "customer_key" text,
  "as_of" timestamptz,
  PRIMARY KEY ("ticket")
);
COMMENT ON TABLE "tickets" IS 'a ticket as its events leave it';
COMMENT ON COLUMN "tickets"."ticket" IS 'its id';
COMMENT ON COLUMN "tickets"."first_reply_at" IS 'the first public reply of a person to the customer';
COMMENT ON COLUMN "tickets"."solved_at" IS 'when it was last solved, only while it is solved';
COMMENT ON COLUMN "tickets"."status" IS 'new, open, pending, on_hold, solved or closed';
COMMENT ON COLUMN "tickets"."owner" IS 'the person who has it';
COMMENT ON COLUMN "tickets"."customer_messages" IS 'count';
COMMENT ON COLUMN "tickets"."agent_replies" IS 'count; public, from people';
COMMENT ON COLUMN "tickets"."bot_replies" IS 'count';
COMMENT ON COLUMN "tickets"."assignments" IS 'count; how often it was given to somebody';
COMMENT ON COLUMN "tickets"."reopened" IS 'count; how often it was taken up after a solution';
COMMENT ON COLUMN "tickets"."merged_into" IS 'the ticket where its story goes on';
COMMENT ON COLUMN "tickets"."first_reply_wall_s" IS 'seconds from created_at to first_reply_at, nights and weekends included';
COMMENT ON COLUMN "tickets"."customer_key" IS 'keyed hash of the customer';
COMMENT ON COLUMN "tickets"."as_of" IS 'the boundary up to which what is known of it is in the row';
CREATE INDEX ON "tickets" ("created_at");
CREATE INDEX ON "tickets" ("customer_key") WHERE "customer_key" IS NOT NULL;

CREATE TABLE "sla_instances" (
  "ticket" text NOT NULL,
  "clock" text NOT NULL,
  "instance" bigint NOT NULL,
  "policy" text,
  "outcome" text,
  "warned" boolean,
  "started_at" timestamptz,
  "due" timestamptz,
  "done_at" timestamptz,
  "breached_at" timestamptz,
  "time_basis" text,
  "target_s" double precision,
  "consumed_s" double precision,
  "wall_s" double precision,
  "team" text,
  "owner" text,
  "priority" text,
  "product" text,
  "channel" text,
  "as_of" timestamptz,
  PRIMARY KEY ("ticket", "clock", "instance")
);
COMMENT ON TABLE "sla_instances" IS 'one promise of one clock of a ticket';
COMMENT ON COLUMN "sla_instances"."clock" IS 'first_reply, next_reply, total_resolution, ...';
COMMENT ON COLUMN "sla_instances"."instance" IS 'counts the activations of this clock on the ticket, from 1';
COMMENT ON COLUMN "sla_instances"."policy" IS 'the policy, with the version that held last';
COMMENT ON COLUMN "sla_instances"."outcome" IS 'met, missed, cancelled or running; a breach that was withdrawn is no miss';
COMMENT ON COLUMN "sla_instances"."due" IS 'when the target is used up, as last said';
COMMENT ON COLUMN "sla_instances"."done_at" IS 'when it was fulfilled; null while it is not';
COMMENT ON COLUMN "sla_instances"."time_basis" IS 'business or wall: what the target counts';
COMMENT ON COLUMN "sla_instances"."target_s" IS 'seconds of the target''s own time';
COMMENT ON COLUMN "sla_instances"."consumed_s" IS 'seconds of the target''s own time used, pauses left out, as last said';
COMMENT ON COLUMN "sla_instances"."wall_s" IS 'seconds since the activation, as last said';
COMMENT ON COLUMN "sla_instances"."as_of" IS 'the boundary up to which what is known of it is in the row';
CREATE INDEX ON "sla_instances" ("started_at");

CREATE TABLE "satisfaction" (
  "segment" jsonb NOT NULL,
  "channel" text,
  "product" text,
  "region" text,
  "team" text,
  "language" text,
  "window" text NOT NULL,
  "from_at" timestamptz,
  "to_at" timestamptz NOT NULL,
  "metric" text NOT NULL,
  "score" double precision,
  "n" bigint,
  "low" double precision,
  "high" double precision,
  "previous" double precision,
  "change_low" double precision,
  "change_high" double precision,
  "target" double precision,
  "as_of" timestamptz,
  PRIMARY KEY ("segment", "window", "to_at", "metric")
);
COMMENT ON TABLE "satisfaction" IS 'a metric of a rolling window of a segment at one of its steps; rows overlap';
COMMENT ON COLUMN "satisfaction"."segment" IS 'what the feedback has in common; empty: all';
COMMENT ON COLUMN "satisfaction"."window" IS 'its length, such as 1h';
COMMENT ON COLUMN "satisfaction"."from_at" IS 'the first instant that counts';
COMMENT ON COLUMN "satisfaction"."to_at" IS 'the first that does not count any more';
COMMENT ON COLUMN "satisfaction"."score" IS 'in the metric''s own unit; null: nothing was measured';
COMMENT ON COLUMN "satisfaction"."n" IS 'answers, texts or pieces of feedback';
COMMENT ON COLUMN "satisfaction"."low" IS 'of the 95 % interval';
COMMENT ON COLUMN "satisfaction"."previous" IS 'of the window just before';
COMMENT ON COLUMN "satisfaction"."change_low" IS 'of the 95 % interval of the change; one that holds 0 is within noise';
COMMENT ON COLUMN "satisfaction"."as_of" IS 'a later one corrects';
CREATE INDEX ON "satisfaction" ("to_at");

CREATE TABLE "daily" (
  "day" date NOT NULL,
  "segment" jsonb NOT NULL,
  "channel" text,
  "product" text,
  "region" text,
  "team" text,
  "language" text,
  "metric" text NOT NULL,
  "n" bigint,
  "total" double precision,
  "top" double precision,
  "promoters" double precision,
  "detractors" double precision,
  "met" double precision,
  "missed" double precision,
  "score" double precision,
  "mean" double precision,
  "as_of" timestamptz,
  PRIMARY KEY ("day", "segment", "metric")
);
COMMENT ON TABLE "daily" IS 'a metric of a segment on one day of the warehouse''s zone; counts and sums add up';
COMMENT ON COLUMN "daily"."day" IS 'of the zone';
COMMENT ON COLUMN "daily"."segment" IS 'take one grouping at a time: segments overlap';
COMMENT ON COLUMN "daily"."n" IS 'answers, texts, or promises of a clock';
COMMENT ON COLUMN "daily"."total" IS 'sum of answers, on the question''s own scale';
COMMENT ON COLUMN "daily"."top" IS 'answers that count as satisfied';
COMMENT ON COLUMN "daily"."met" IS 'promises';
COMMENT ON COLUMN "daily"."missed" IS 'promises';
COMMENT ON COLUMN "daily"."score" IS 'what they come to';
COMMENT ON COLUMN "daily"."mean" IS 'total by n';
COMMENT ON COLUMN "daily"."as_of" IS 'the boundary up to which what is known is in the row';

CREATE TABLE "alerts" (
  "id" text NOT NULL,
  "rule" text,
  "key" text,
  "state" text,
  "since" timestamptz,
  "ended_at" timestamptz,
  "severity" text,
  "team" text,
  "kind" text,
  "summary" text,
  "ticket" text,
  "reason" text,
  "labels" jsonb,
  "annotations" jsonb,
  "as_of" timestamptz,
  PRIMARY KEY ("id")
);
COMMENT ON TABLE "alerts" IS 'an alert, as it stands';
COMMENT ON COLUMN "alerts"."key" IS 'what the rule found it on';
COMMENT ON COLUMN "alerts"."state" IS 'pending, firing, recovering, resolved, no_data or inactive';
COMMENT ON COLUMN "alerts"."severity" IS 'info, warning or critical';
COMMENT ON COLUMN "alerts"."reason" IS 'what brought it into this state';
COMMENT ON COLUMN "alerts"."as_of" IS 'when it came into this state';
CREATE INDEX ON "alerts" ("since");

CREATE TABLE "signals" (
  "id" text NOT NULL,
  "segment" jsonb,
  "metric" text,
  "state" text NOT NULL,
  "signalled_at" timestamptz NOT NULL,
  "direction" text,
  "level_before" double precision,
  "level_since" double precision,
  "low" double precision,
  "high" double precision,
  "since" timestamptz,
  "n" bigint,
  "detector" text,
  "drivers" jsonb,
  "verbatims" jsonb,
  PRIMARY KEY ("id", "state", "signalled_at")
);
COMMENT ON TABLE "signals" IS 'a word of drift: a score has moved, or is back';
COMMENT ON COLUMN "signals"."id" IS 'of the drift; its end has the same';
COMMENT ON COLUMN "signals"."state" IS 'drifted, ended, settled or no_data';
COMMENT ON COLUMN "signals"."direction" IS 'up or down';
COMMENT ON COLUMN "signals"."level_before" IS 'in the metric''s own unit';
COMMENT ON COLUMN "signals"."low" IS 'of the 95 % interval of level_since';
COMMENT ON COLUMN "signals"."since" IS 'when the change began, as estimated';
COMMENT ON COLUMN "signals"."n" IS 'answers or texts since then';
COMMENT ON COLUMN "signals"."drivers" IS 'list of name, contribution, dimension, mix, rate';
COMMENT ON COLUMN "signals"."verbatims" IS 'up to five texts';
CREATE INDEX ON "signals" ("signalled_at");

CREATE TABLE "notifications" (
  "id" text NOT NULL,
  "notified_at" timestamptz,
  "receiver" text,
  "reason" text,
  "title" text,
  "text" text,
  PRIMARY KEY ("id")
);
COMMENT ON TABLE "notifications" IS 'a word to a receiver';
CREATE INDEX ON "notifications" ("notified_at");

CREATE TABLE "dead_letters" (
  "channel" text,
  "reason" text NOT NULL,
  "message" text,
  "refused_at" timestamptz,
  "topic" text NOT NULL,
  "partition" bigint NOT NULL,
  "offset" bigint NOT NULL,
  "source_row" bigint,
  PRIMARY KEY ("topic", "partition", "offset", "reason")
);
COMMENT ON TABLE "dead_letters" IS 'a record that was refused, and why';
COMMENT ON COLUMN "dead_letters"."reason" IS 'a code, such as missing_time';
COMMENT ON COLUMN "dead_letters"."refused_at" IS 'the event time its partition had reached';
COMMENT ON COLUMN "dead_letters"."source_row" IS 'in a replay: the row of the file';
CREATE INDEX ON "dead_letters" ("refused_at");
