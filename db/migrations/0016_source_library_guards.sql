-- The folded text of a source has its title on the first line, and its publisher, if it has one, on the second.
UPDATE sources SET
  title_key = substr(searched, 1, instr(searched || char(10), char(10)) - 1),
  publisher_key = CASE WHEN publisher IS NOT NULL THEN
    substr(
      substr(searched, instr(searched, char(10)) + 1), 1,
      instr(substr(searched, instr(searched, char(10)) + 1) || char(10), char(10)) - 1
    ) END,
  use_count = (SELECT count(DISTINCT claim_id) FROM evidence WHERE source_id = sources.id AND withdrawn_at IS NULL);
--> statement-breakpoint
CREATE TRIGGER source_revisions_no_update BEFORE UPDATE ON source_revisions BEGIN SELECT RAISE(ABORT, 'source revisions are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER source_revisions_no_delete BEFORE DELETE ON source_revisions BEGIN SELECT RAISE(ABORT, 'source revisions are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER source_revisions_no_replace BEFORE INSERT ON source_revisions WHEN EXISTS (SELECT 1 FROM source_revisions WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'source revisions are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER source_mergers_no_delete BEFORE DELETE ON source_mergers BEGIN SELECT RAISE(ABORT, 'source mergers are never deleted'); END;
--> statement-breakpoint
-- On how many claims a source stands: the first piece of evidence on a claim counts it, the last one that goes discounts it.
CREATE TRIGGER sources_used AFTER INSERT ON evidence
WHEN NEW.withdrawn_at IS NULL AND NOT EXISTS (
  SELECT 1 FROM evidence WHERE claim_id = NEW.claim_id AND source_id = NEW.source_id AND withdrawn_at IS NULL AND id <> NEW.id
) BEGIN
  UPDATE sources SET use_count = use_count + 1 WHERE id = NEW.source_id;
END;
--> statement-breakpoint
CREATE TRIGGER sources_used_no_more AFTER UPDATE OF withdrawn_at, source_id ON evidence
WHEN OLD.withdrawn_at IS NULL AND (NEW.withdrawn_at IS NOT NULL OR NEW.source_id <> OLD.source_id) AND NOT EXISTS (
  SELECT 1 FROM evidence WHERE claim_id = OLD.claim_id AND source_id = OLD.source_id AND withdrawn_at IS NULL AND id <> OLD.id
) BEGIN
  UPDATE sources SET use_count = use_count - 1 WHERE id = OLD.source_id;
END;
--> statement-breakpoint
CREATE TRIGGER sources_used_again AFTER UPDATE OF withdrawn_at, source_id ON evidence
WHEN NEW.withdrawn_at IS NULL AND (OLD.withdrawn_at IS NOT NULL OR NEW.source_id <> OLD.source_id) AND NOT EXISTS (
  SELECT 1 FROM evidence WHERE claim_id = NEW.claim_id AND source_id = NEW.source_id AND withdrawn_at IS NULL AND id <> NEW.id
) BEGIN
  UPDATE sources SET use_count = use_count + 1 WHERE id = NEW.source_id;
END;
