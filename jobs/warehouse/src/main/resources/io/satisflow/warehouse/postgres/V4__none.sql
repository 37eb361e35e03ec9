-- Of a segment by something that the feedback does not carry, rows said null as a text; now (none), as people are shown it elsewhere.
UPDATE "satisfaction" SET
  "segment" = (SELECT jsonb_object_agg("name", CASE "said" WHEN 'null' THEN '(none)' ELSE "said" END) FROM jsonb_each_text("segment") AS "part"("name", "said")),
  "channel" = CASE "channel" WHEN 'null' THEN '(none)' ELSE "channel" END,
  "product" = CASE "product" WHEN 'null' THEN '(none)' ELSE "product" END,
  "region" = CASE "region" WHEN 'null' THEN '(none)' ELSE "region" END,
  "team" = CASE "team" WHEN 'null' THEN '(none)' ELSE "team" END,
  "language" = CASE "language" WHEN 'null' THEN '(none)' ELSE "language" END
WHERE EXISTS (SELECT FROM jsonb_each_text("segment") AS "part"("name", "said") WHERE "said" = 'null');
UPDATE "daily" SET
  "segment" = (SELECT jsonb_object_agg("name", CASE "said" WHEN 'null' THEN '(none)' ELSE "said" END) FROM jsonb_each_text("segment") AS "part"("name", "said")),
  "channel" = CASE "channel" WHEN 'null' THEN '(none)' ELSE "channel" END,
  "product" = CASE "product" WHEN 'null' THEN '(none)' ELSE "product" END,
  "region" = CASE "region" WHEN 'null' THEN '(none)' ELSE "region" END,
  "team" = CASE "team" WHEN 'null' THEN '(none)' ELSE "team" END,
  "language" = CASE "language" WHEN 'null' THEN '(none)' ELSE "language" END
WHERE EXISTS (SELECT FROM jsonb_each_text("segment") AS "part"("name", "said") WHERE "said" = 'null');
UPDATE "signals" SET
  "segment" = (SELECT jsonb_object_agg("name", CASE "said" WHEN 'null' THEN '(none)' ELSE "said" END) FROM jsonb_each_text("segment") AS "part"("name", "said"))
WHERE EXISTS (SELECT FROM jsonb_each_text("segment") AS "part"("name", "said") WHERE "said" = 'null');
UPDATE "alerts" SET
  "labels" = (SELECT jsonb_object_agg("name", CASE "said" WHEN 'null' THEN '(none)' ELSE "said" END) FROM jsonb_each_text("labels") AS "part"("name", "said")),
  "team" = CASE "team" WHEN 'null' THEN '(none)' ELSE "team" END
WHERE EXISTS (SELECT FROM jsonb_each_text("labels") AS "part"("name", "said") WHERE "said" = 'null');
COMMENT ON TABLE "alerts" IS 'an alert that began, as it stands; inactive: it never fired';
COMMENT ON COLUMN "satisfaction"."segment" IS 'what the feedback has in common, (none) where it carries nothing; empty: all';
