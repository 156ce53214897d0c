-- What the program proposed and what somebody decided stay as they were; a decision is taken back, never changed.
CREATE TRIGGER findings_no_delete BEFORE DELETE ON findings BEGIN SELECT RAISE(ABORT, 'findings are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER findings_no_replace BEFORE INSERT ON findings
WHEN EXISTS (SELECT 1 FROM findings WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'findings are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER findings_kept BEFORE UPDATE ON findings
WHEN OLD.taken_back_at IS NOT NULL OR NEW.taken_back_at IS NULL OR NEW.id <> OLD.id OR NEW.article_id <> OLD.article_id
  OR NEW.version_id <> OLD.version_id OR NEW.start <> OLD.start OR NEW."end" <> OLD."end" OR NEW.proposed <> OLD.proposed
  OR NEW.decision <> OLD.decision OR NEW.reason IS NOT OLD.reason OR NEW.claim_id IS NOT OLD.claim_id
  OR NEW.sentence_id IS NOT OLD.sentence_id OR NEW.decided_by_id <> OLD.decided_by_id OR NEW.created_at <> OLD.created_at
BEGIN SELECT RAISE(ABORT, 'a finding is only ever taken back'); END;
