-- What was settled, corrected, signed or rested on stays as it was.
CREATE TRIGGER adjudications_no_update BEFORE UPDATE ON adjudications BEGIN SELECT RAISE(ABORT, 'adjudications are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER adjudications_no_delete BEFORE DELETE ON adjudications BEGIN SELECT RAISE(ABORT, 'adjudications are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER adjudications_no_replace BEFORE INSERT ON adjudications
WHEN EXISTS (SELECT 1 FROM adjudications WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM adjudications WHERE round_id = NEW.round_id)
BEGIN SELECT RAISE(ABORT, 'adjudications are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER corrections_no_update BEFORE UPDATE ON corrections BEGIN SELECT RAISE(ABORT, 'corrections are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER corrections_no_delete BEFORE DELETE ON corrections BEGIN SELECT RAISE(ABORT, 'corrections are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER corrections_no_replace BEFORE INSERT ON corrections
WHEN EXISTS (SELECT 1 FROM corrections WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM corrections WHERE claim_id = NEW.claim_id AND number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'corrections are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER verdict_evidence_no_update BEFORE UPDATE ON verdict_evidence BEGIN SELECT RAISE(ABORT, 'verdict evidence are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER verdict_evidence_no_delete BEFORE DELETE ON verdict_evidence BEGIN SELECT RAISE(ABORT, 'verdict evidence are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER verdict_evidence_no_replace BEFORE INSERT ON verdict_evidence
WHEN EXISTS (SELECT 1 FROM verdict_evidence WHERE verdict_id = NEW.verdict_id AND evidence_id = NEW.evidence_id)
BEGIN SELECT RAISE(ABORT, 'verdict evidence are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER checkpoints_no_update BEFORE UPDATE ON checkpoints BEGIN SELECT RAISE(ABORT, 'checkpoints are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER checkpoints_no_delete BEFORE DELETE ON checkpoints BEGIN SELECT RAISE(ABORT, 'checkpoints are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER checkpoints_no_replace BEFORE INSERT ON checkpoints
WHEN EXISTS (SELECT 1 FROM checkpoints WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM checkpoints WHERE size = NEW.size)
BEGIN SELECT RAISE(ABORT, 'checkpoints are append-only'); END;
--> statement-breakpoint
-- What people made is withdrawn, resolved or closed, never deleted.
CREATE TRIGGER rounds_no_delete BEFORE DELETE ON rounds BEGIN SELECT RAISE(ABORT, 'rounds are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER attempts_no_delete BEFORE DELETE ON attempts BEGIN SELECT RAISE(ABORT, 'attempts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER searches_no_delete BEFORE DELETE ON searches BEGIN SELECT RAISE(ABORT, 'searches are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER threads_no_delete BEFORE DELETE ON threads BEGIN SELECT RAISE(ABORT, 'threads are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER comments_no_delete BEFORE DELETE ON comments BEGIN SELECT RAISE(ABORT, 'comments are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER proposals_no_delete BEFORE DELETE ON proposals BEGIN SELECT RAISE(ABORT, 'proposals are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER flags_no_delete BEFORE DELETE ON flags BEGIN SELECT RAISE(ABORT, 'flags are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER scales_no_delete BEFORE DELETE ON scales BEGIN SELECT RAISE(ABORT, 'scales are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER ratings_no_delete BEFORE DELETE ON ratings BEGIN SELECT RAISE(ABORT, 'ratings are never deleted'); END;
--> statement-breakpoint
-- A comment is erased or stays; a closed round stays closed.
CREATE TRIGGER comments_kept BEFORE UPDATE ON comments
WHEN OLD.erased_at IS NOT NULL OR NEW.erased_at IS NULL OR NEW.body <> '' OR NEW.thread_id <> OLD.thread_id
  OR NEW.author_id <> OLD.author_id OR NEW.created_at <> OLD.created_at
BEGIN SELECT RAISE(ABORT, 'comments are only ever erased'); END;
--> statement-breakpoint
CREATE TRIGGER rounds_kept BEFORE UPDATE ON rounds
WHEN OLD.closed_at IS NOT NULL OR NEW.claim_id <> OLD.claim_id
BEGIN SELECT RAISE(ABORT, 'a closed round stays as it is'); END;
--> statement-breakpoint
INSERT INTO scales (key, name, created_at) VALUES ('five-step', 'Five steps', '2026-11-23T00:00:00.000Z');
--> statement-breakpoint
INSERT INTO policies (rule, level) VALUES ('evidence', 'warning'), ('weight', 'warning'), ('both_sides', 'off'), ('claimant_asked', 'off');
