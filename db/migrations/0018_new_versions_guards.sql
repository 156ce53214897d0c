-- Counts are those of the newest version: a new one begins at nothing, and its sentences count themselves.
CREATE TRIGGER versions_counted AFTER INSERT ON versions BEGIN
  UPDATE articles SET sentence_count = 0, looked_at_count = 0 WHERE id = NEW.article_id;
END;
--> statement-breakpoint
-- What was decided about the sentences of an older version stays as it was.
CREATE TRIGGER sentences_kept BEFORE UPDATE ON sentences
WHEN EXISTS (SELECT 1 FROM versions mine JOIN versions newer
  ON newer.article_id = mine.article_id AND newer.number > mine.number WHERE mine.id = OLD.version_id)
BEGIN SELECT RAISE(ABORT, 'the sentences of an older version are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER claim_anchors_no_update BEFORE UPDATE ON claim_anchors BEGIN SELECT RAISE(ABORT, 'claim_anchors are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER claim_anchors_no_delete BEFORE DELETE ON claim_anchors BEGIN SELECT RAISE(ABORT, 'claim_anchors are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER claim_anchors_no_replace BEFORE INSERT ON claim_anchors WHEN EXISTS (SELECT 1 FROM claim_anchors WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'claim_anchors are append-only'); END;
--> statement-breakpoint
-- A claim is never anchored elsewhere before its earlier place is kept.
CREATE TRIGGER claims_anchor_kept BEFORE UPDATE OF version_id, quote, quote_start, quote_end ON claims
WHEN (OLD.version_id <> NEW.version_id OR OLD.quote <> NEW.quote OR OLD.quote_start <> NEW.quote_start OR OLD.quote_end <> NEW.quote_end)
  AND NOT EXISTS (SELECT 1 FROM claim_anchors WHERE claim_id = OLD.id AND version_id = OLD.version_id
    AND quote_start = OLD.quote_start AND quote_end = OLD.quote_end)
BEGIN SELECT RAISE(ABORT, 'the earlier place of a claim must be kept'); END;
--> statement-breakpoint
CREATE TRIGGER finding_places_no_update BEFORE UPDATE ON finding_places BEGIN SELECT RAISE(ABORT, 'finding_places are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER finding_places_no_delete BEFORE DELETE ON finding_places BEGIN SELECT RAISE(ABORT, 'finding_places are append-only'); END;
