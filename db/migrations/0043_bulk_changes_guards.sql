-- What was done to many claims at once stays as it was asked for and as it came about; only how far it is moves on.
CREATE TRIGGER bulk_changes_kept BEFORE DELETE ON bulk_changes BEGIN SELECT RAISE(ABORT, 'a change of many claims is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER bulk_changes_frozen BEFORE UPDATE OF id, change, list, claims, made_by_id, created_at ON bulk_changes
BEGIN SELECT RAISE(ABORT, 'a change of many claims stays as it was asked for'); END;
--> statement-breakpoint
CREATE TRIGGER bulk_changes_forward BEFORE UPDATE OF state ON bulk_changes
WHEN OLD.state || '>' || NEW.state NOT IN ('running>finished', 'finished>undoing', 'undoing>undone')
BEGIN SELECT RAISE(ABORT, 'a change of many claims does not go back'); END;
--> statement-breakpoint
CREATE TRIGGER bulk_chosen_no_update BEFORE UPDATE ON bulk_chosen BEGIN SELECT RAISE(ABORT, 'the claims of a change are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER bulk_chosen_no_delete BEFORE DELETE ON bulk_chosen BEGIN SELECT RAISE(ABORT, 'the claims of a change are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER bulk_outcomes_no_update BEFORE UPDATE ON bulk_outcomes BEGIN SELECT RAISE(ABORT, 'what became of a claim is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER bulk_outcomes_no_delete BEFORE DELETE ON bulk_outcomes BEGIN SELECT RAISE(ABORT, 'what became of a claim is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER bulk_undos_no_update BEFORE UPDATE ON bulk_undos BEGIN SELECT RAISE(ABORT, 'what was put back is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER bulk_undos_no_delete BEFORE DELETE ON bulk_undos BEGIN SELECT RAISE(ABORT, 'what was put back is append-only'); END;
