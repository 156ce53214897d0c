-- What was found at each look stays as it was written down; a flag is only ever cleared.
CREATE TRIGGER source_looks_no_update BEFORE UPDATE ON source_looks BEGIN SELECT RAISE(ABORT, 'source_looks are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER source_looks_no_delete BEFORE DELETE ON source_looks BEGIN SELECT RAISE(ABORT, 'source_looks are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER source_looks_no_replace BEFORE INSERT ON source_looks WHEN EXISTS (SELECT 1 FROM source_looks WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'source_looks are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER source_flags_no_delete BEFORE DELETE ON source_flags BEGIN SELECT RAISE(ABORT, 'source_flags are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER source_flags_no_replace BEFORE INSERT ON source_flags WHEN EXISTS (SELECT 1 FROM source_flags WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'source_flags are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER source_flags_kept BEFORE UPDATE ON source_flags
WHEN OLD.cleared_at IS NOT NULL OR NEW.cleared_at IS NULL OR NEW.id <> OLD.id OR NEW.source_id <> OLD.source_id
  OR NEW.look_id <> OLD.look_id OR NEW.why <> OLD.why OR NEW.created_at <> OLD.created_at
BEGIN SELECT RAISE(ABORT, 'a flag is only ever cleared'); END;
--> statement-breakpoint
CREATE TRIGGER source_flag_claims_no_update BEFORE UPDATE ON source_flag_claims BEGIN SELECT RAISE(ABORT, 'source_flag_claims are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER source_flag_claims_no_delete BEFORE DELETE ON source_flag_claims BEGIN SELECT RAISE(ABORT, 'source_flag_claims are append-only'); END;
