-- What rows say of movement and plan, the parts of rates, and the language of tickets. Rows that were written before have nothing in them.
ALTER TABLE "satisfaction"
  ADD COLUMN "movement" text,
  ADD COLUMN "shown" text,
  ADD COLUMN "provisional" bigint,
  ADD COLUMN "year_before" double precision,
  ADD COLUMN "year_change_low" double precision,
  ADD COLUMN "year_change_high" double precision,
  ADD COLUMN "plan" text,
  ADD COLUMN "needed" double precision;
COMMENT ON COLUMN "satisfaction"."window" IS 'its length, such as 1h; of a period to date its name, such as month';
COMMENT ON COLUMN "satisfaction"."movement" IS 'beside previous: rose, fell or within_noise; null: one of them has no interval';
COMMENT ON COLUMN "satisfaction"."shown" IS 'hidden: n below 5; greyed: below 30; shown';
COMMENT ON COLUMN "satisfaction"."provisional" IS 'how many of n may still turn out otherwise';
COMMENT ON COLUMN "satisfaction"."year_before" IS 'of a period to date: the same period of the year before, as far into it';
COMMENT ON COLUMN "satisfaction"."year_change_low" IS 'of the 95 % interval of the change since then';
COMMENT ON COLUMN "satisfaction"."plan" IS 'beside target: ahead, on or behind';
COMMENT ON COLUMN "satisfaction"."needed" IS 'of a period to date: what its rest has to average to reach the target of its end';
ALTER TABLE "daily"
  ADD COLUMN "hits" double precision,
  ADD COLUMN "provisional" double precision;
COMMENT ON COLUMN "daily"."hits" IS 'of a rate: of how many of n it holds; of a complaint rate: complaints, n being the exposure';
COMMENT ON COLUMN "daily"."provisional" IS 'of a rate: how many of n may still turn out otherwise';
ALTER TABLE "tickets"
  ADD COLUMN "language" text;
COMMENT ON COLUMN "tickets"."language" IS 'in which the customer writes: BCP 47, the first that was known';
