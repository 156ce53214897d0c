-- What stands in the index is what can be a precedent: decided claims (rowid 2 id) and other publishers' checks (2 id + 1).
CREATE VIRTUAL TABLE precedent_index USING fts5(words, content='', contentless_delete=1, tokenize='porter unicode61 remove_diacritics 2');
--> statement-breakpoint
CREATE VIRTUAL TABLE precedent_terms USING fts5vocab(precedent_index, row);
--> statement-breakpoint
INSERT INTO precedent_index (rowid, words) SELECT id * 2, statement || ' ' || quote FROM claims WHERE decision_id IS NOT NULL;
--> statement-breakpoint
CREATE TRIGGER precedents_claim_added AFTER INSERT ON claims WHEN NEW.decision_id IS NOT NULL BEGIN
  INSERT INTO precedent_index (rowid, words) VALUES (NEW.id * 2, NEW.statement || ' ' || NEW.quote);
END;
--> statement-breakpoint
-- One trigger, since the order of two is not defined.
CREATE TRIGGER precedents_claim_changed AFTER UPDATE OF statement, quote, decision_id ON claims
WHEN (OLD.decision_id IS NULL) <> (NEW.decision_id IS NULL) OR NEW.statement <> OLD.statement OR NEW.quote <> OLD.quote BEGIN
  DELETE FROM precedent_index WHERE rowid = OLD.id * 2;
  INSERT INTO precedent_index (rowid, words)
  SELECT NEW.id * 2, NEW.statement || ' ' || NEW.quote WHERE NEW.decision_id IS NOT NULL;
END;
--> statement-breakpoint
CREATE TRIGGER precedents_outside_added AFTER INSERT ON outside_checks WHEN NEW.withdrawn_at IS NULL BEGIN
  INSERT INTO precedent_index (rowid, words) VALUES (NEW.id * 2 + 1, NEW.claim || ' ' || NEW.title);
END;
--> statement-breakpoint
CREATE TRIGGER precedents_outside_withdrawn AFTER UPDATE OF withdrawn_at ON outside_checks
WHEN OLD.withdrawn_at IS NULL AND NEW.withdrawn_at IS NOT NULL BEGIN
  DELETE FROM precedent_index WHERE rowid = OLD.id * 2 + 1;
END;
--> statement-breakpoint
-- Checks of others are what somebody may have relied on: they are taken back, never changed or deleted.
CREATE TRIGGER outside_checks_no_delete BEFORE DELETE ON outside_checks BEGIN SELECT RAISE(ABORT, 'outside checks are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER outside_checks_no_replace BEFORE INSERT ON outside_checks
WHEN EXISTS (SELECT 1 FROM outside_checks WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'outside checks are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER outside_checks_kept BEFORE UPDATE ON outside_checks
WHEN OLD.withdrawn_at IS NOT NULL OR NEW.withdrawn_at IS NULL OR NEW.id <> OLD.id OR NEW.publisher <> OLD.publisher
  OR NEW.url <> OLD.url OR NEW.title <> OLD.title OR NEW.claim <> OLD.claim OR NEW.claimant IS NOT OLD.claimant
  OR NEW.stated_on IS NOT OLD.stated_on OR NEW.checked_on IS NOT OLD.checked_on OR NEW.rating_label <> OLD.rating_label
  OR NEW.rating_value IS NOT OLD.rating_value OR NEW.language <> OLD.language OR NEW.import_id IS NOT OLD.import_id
  OR NEW.added_by_id IS NOT OLD.added_by_id OR NEW.created_at <> OLD.created_at
BEGIN SELECT RAISE(ABORT, 'an outside check is only ever withdrawn'); END;
--> statement-breakpoint
CREATE TRIGGER claim_relations_no_delete BEFORE DELETE ON claim_relations BEGIN SELECT RAISE(ABORT, 'relations are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER claim_relations_no_replace BEFORE INSERT ON claim_relations
WHEN EXISTS (SELECT 1 FROM claim_relations WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'relations are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER claim_relations_kept BEFORE UPDATE ON claim_relations
WHEN OLD.withdrawn_at IS NOT NULL OR NEW.withdrawn_at IS NULL OR NEW.id <> OLD.id OR NEW.claim_id <> OLD.claim_id
  OR NEW.kind <> OLD.kind OR NEW.other_id <> OLD.other_id OR NEW.added_by_id <> OLD.added_by_id
  OR NEW.created_at <> OLD.created_at
BEGIN SELECT RAISE(ABORT, 'a relation is only ever withdrawn'); END;
--> statement-breakpoint
CREATE TRIGGER departures_no_update BEFORE UPDATE ON departures BEGIN SELECT RAISE(ABORT, 'departures are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER departures_no_delete BEFORE DELETE ON departures BEGIN SELECT RAISE(ABORT, 'departures are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER departures_no_replace BEFORE INSERT ON departures
WHEN EXISTS (SELECT 1 FROM departures WHERE verdict_id = NEW.verdict_id)
BEGIN SELECT RAISE(ABORT, 'departures are append-only'); END;
