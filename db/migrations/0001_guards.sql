-- What must never change or disappear: the database refuses, whoever asks.
CREATE TRIGGER versions_no_update BEFORE UPDATE ON versions BEGIN SELECT RAISE(ABORT, 'versions are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER versions_no_delete BEFORE DELETE ON versions BEGIN SELECT RAISE(ABORT, 'versions are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER verdicts_no_update BEFORE UPDATE ON verdicts BEGIN SELECT RAISE(ABORT, 'verdicts are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER verdicts_no_delete BEFORE DELETE ON verdicts BEGIN SELECT RAISE(ABORT, 'verdicts are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER reviews_no_update BEFORE UPDATE ON reviews BEGIN SELECT RAISE(ABORT, 'reviews are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER reviews_no_delete BEFORE DELETE ON reviews BEGIN SELECT RAISE(ABORT, 'reviews are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER decisions_no_update BEFORE UPDATE ON decisions BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER decisions_no_delete BEFORE DELETE ON decisions BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER events_no_update BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER events_no_delete BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
--> statement-breakpoint
-- REPLACE deletes without firing delete triggers unless recursive_triggers is on: what is there already is refused by name.
CREATE TRIGGER events_no_replace BEFORE INSERT ON events WHEN EXISTS (SELECT 1 FROM events WHERE seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER versions_no_replace BEFORE INSERT ON versions
WHEN EXISTS (SELECT 1 FROM versions WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM versions WHERE article_id = NEW.article_id AND number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'versions are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER verdicts_no_replace BEFORE INSERT ON verdicts
WHEN EXISTS (SELECT 1 FROM verdicts WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM verdicts WHERE claim_id = NEW.claim_id AND number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'verdicts are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER reviews_no_replace BEFORE INSERT ON reviews
WHEN EXISTS (SELECT 1 FROM reviews WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM reviews WHERE verdict_id = NEW.verdict_id)
BEGIN SELECT RAISE(ABORT, 'reviews are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER decisions_no_replace BEFORE INSERT ON decisions
WHEN EXISTS (SELECT 1 FROM decisions WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM decisions WHERE claim_id = NEW.claim_id AND number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
--> statement-breakpoint
-- What a checker made is withdrawn, set aside or closed, never deleted.
CREATE TRIGGER people_no_delete BEFORE DELETE ON people BEGIN SELECT RAISE(ABORT, 'people are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER articles_no_delete BEFORE DELETE ON articles BEGIN SELECT RAISE(ABORT, 'articles are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER sentences_no_delete BEFORE DELETE ON sentences BEGIN SELECT RAISE(ABORT, 'sentences are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER claims_no_delete BEFORE DELETE ON claims BEGIN SELECT RAISE(ABORT, 'claims are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER claimants_no_delete BEFORE DELETE ON claimants BEGIN SELECT RAISE(ABORT, 'claimants are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER sources_no_delete BEFORE DELETE ON sources BEGIN SELECT RAISE(ABORT, 'sources are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER evidence_no_delete BEFORE DELETE ON evidence BEGIN SELECT RAISE(ABORT, 'evidence is never deleted'); END;
--> statement-breakpoint
-- The anchor of a claim belongs to the frozen text: the quote must be what stands at its offsets (kept by the program), and stays.
CREATE TRIGGER claims_number_kept BEFORE UPDATE OF article_id, number ON claims
WHEN OLD.article_id <> NEW.article_id OR OLD.number <> NEW.number
BEGIN SELECT RAISE(ABORT, 'a claim keeps its article and number'); END;
--> statement-breakpoint
-- Counts beside the rows they count, so that lists never count.
CREATE TRIGGER claims_counted AFTER INSERT ON claims WHEN NEW.state NOT IN ('candidate', 'set_aside') BEGIN
  UPDATE articles SET claim_count = claim_count + 1,
    decided_count = decided_count + (NEW.state IN ('decided', 'published'))
  WHERE id = NEW.article_id;
END;
--> statement-breakpoint
CREATE TRIGGER claims_recounted AFTER UPDATE OF state ON claims WHEN OLD.state <> NEW.state BEGIN
  UPDATE articles SET
    claim_count = claim_count + (NEW.state NOT IN ('candidate', 'set_aside')) - (OLD.state NOT IN ('candidate', 'set_aside')),
    decided_count = decided_count + (NEW.state IN ('decided', 'published')) - (OLD.state IN ('decided', 'published'))
  WHERE id = NEW.article_id;
END;
--> statement-breakpoint
CREATE TRIGGER sentences_counted AFTER INSERT ON sentences BEGIN
  UPDATE articles SET sentence_count = sentence_count + 1, looked_at_count = looked_at_count + (NEW.triage <> 'untouched')
  WHERE id = (SELECT article_id FROM versions WHERE id = NEW.version_id);
END;
--> statement-breakpoint
CREATE TRIGGER sentences_recounted AFTER UPDATE OF triage ON sentences WHEN OLD.triage <> NEW.triage BEGIN
  UPDATE articles SET looked_at_count = looked_at_count + (NEW.triage <> 'untouched') - (OLD.triage <> 'untouched')
  WHERE id = (SELECT article_id FROM versions WHERE id = NEW.version_id);
END;
--> statement-breakpoint
CREATE TRIGGER evidence_counted AFTER INSERT ON evidence WHEN NEW.withdrawn_at IS NULL BEGIN
  UPDATE claims SET evidence_count = evidence_count + 1 WHERE id = NEW.claim_id;
END;
--> statement-breakpoint
CREATE TRIGGER evidence_recounted AFTER UPDATE OF withdrawn_at ON evidence
WHEN (OLD.withdrawn_at IS NULL) <> (NEW.withdrawn_at IS NULL) BEGIN
  UPDATE claims SET evidence_count = evidence_count + (NEW.withdrawn_at IS NULL) - (OLD.withdrawn_at IS NULL)
  WHERE id = NEW.claim_id;
END;
