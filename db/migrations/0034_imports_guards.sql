-- A claim is a precedent when it has a rating: by a decision of ours, or by an imported verdict.
DROP TRIGGER precedents_claim_added;
--> statement-breakpoint
CREATE TRIGGER precedents_claim_added AFTER INSERT ON claims WHEN NEW.rating_id IS NOT NULL BEGIN
  INSERT INTO precedent_index (rowid, words) VALUES (NEW.id * 2, NEW.statement || ' ' || NEW.quote);
END;
--> statement-breakpoint
DROP TRIGGER precedents_claim_changed;
--> statement-breakpoint
CREATE TRIGGER precedents_claim_changed AFTER UPDATE OF statement, quote, rating_id ON claims
WHEN (OLD.rating_id IS NULL) <> (NEW.rating_id IS NULL) OR NEW.statement <> OLD.statement OR NEW.quote <> OLD.quote BEGIN
  DELETE FROM precedent_index WHERE rowid = OLD.id * 2;
  INSERT INTO precedent_index (rowid, words)
  SELECT NEW.id * 2, NEW.statement || ' ' || NEW.quote WHERE NEW.rating_id IS NOT NULL;
END;
--> statement-breakpoint
CREATE TRIGGER imports_kept BEFORE DELETE ON imports WHEN OLD.state <> 'draft' BEGIN SELECT RAISE(ABORT, 'a confirmed import is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER imports_frozen BEFORE UPDATE OF file_name, sha256, encoding, delimiter, header_key, columns, plan, target, row_count ON imports
WHEN OLD.state <> 'draft' BEGIN SELECT RAISE(ABORT, 'a confirmed import stays as it is'); END;
--> statement-breakpoint
CREATE TRIGGER imports_forward BEFORE UPDATE OF state ON imports
WHEN OLD.state || '>' || NEW.state NOT IN ('draft>draft', 'draft>running', 'running>finished', 'finished>undoing', 'undoing>undone')
BEGIN SELECT RAISE(ABORT, 'an import does not go back'); END;
--> statement-breakpoint
CREATE TRIGGER import_pieces_kept BEFORE DELETE ON import_pieces
WHEN (SELECT state FROM imports WHERE id = OLD.import_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'the file of a confirmed import is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER import_pieces_no_update BEFORE UPDATE ON import_pieces BEGIN SELECT RAISE(ABORT, 'import pieces are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER import_rows_no_update BEFORE UPDATE ON import_rows BEGIN SELECT RAISE(ABORT, 'import rows are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER import_rows_no_delete BEFORE DELETE ON import_rows BEGIN SELECT RAISE(ABORT, 'import rows are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER imported_verdicts_no_update BEFORE UPDATE ON imported_verdicts BEGIN SELECT RAISE(ABORT, 'imported verdicts are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER imported_verdicts_no_delete BEFORE DELETE ON imported_verdicts BEGIN SELECT RAISE(ABORT, 'imported verdicts are append-only'); END;
