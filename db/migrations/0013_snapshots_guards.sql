-- A copy of a source is evidence: it is never changed, replaced or deleted.
CREATE TRIGGER blobs_no_update BEFORE UPDATE ON blobs BEGIN SELECT RAISE(ABORT, 'blobs are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER blobs_no_delete BEFORE DELETE ON blobs BEGIN SELECT RAISE(ABORT, 'blobs are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER blobs_no_replace BEFORE INSERT ON blobs WHEN EXISTS (SELECT 1 FROM blobs WHERE sha256 = NEW.sha256)
BEGIN SELECT RAISE(ABORT, 'blobs are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER blob_pieces_no_update BEFORE UPDATE ON blob_pieces BEGIN SELECT RAISE(ABORT, 'blob_pieces are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER blob_pieces_no_delete BEFORE DELETE ON blob_pieces BEGIN SELECT RAISE(ABORT, 'blob_pieces are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER blob_pieces_no_replace BEFORE INSERT ON blob_pieces
WHEN EXISTS (SELECT 1 FROM blob_pieces WHERE sha256 = NEW.sha256 AND number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'blob_pieces are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER snapshots_no_update BEFORE UPDATE ON snapshots BEGIN SELECT RAISE(ABORT, 'snapshots are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER snapshots_no_delete BEFORE DELETE ON snapshots BEGIN SELECT RAISE(ABORT, 'snapshots are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER snapshots_no_replace BEFORE INSERT ON snapshots WHEN EXISTS (SELECT 1 FROM snapshots WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'snapshots are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER snapshot_texts_no_update BEFORE UPDATE ON snapshot_texts BEGIN SELECT RAISE(ABORT, 'snapshot_texts are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER snapshot_texts_no_delete BEFORE DELETE ON snapshot_texts BEGIN SELECT RAISE(ABORT, 'snapshot_texts are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER snapshot_texts_no_replace BEFORE INSERT ON snapshot_texts
WHEN EXISTS (SELECT 1 FROM snapshot_texts WHERE snapshot_id = NEW.snapshot_id)
BEGIN SELECT RAISE(ABORT, 'snapshot_texts are append-only'); END;
--> statement-breakpoint
-- What counts towards the quota, so that nothing is added up when a copy is taken.
CREATE TRIGGER blobs_counted AFTER INSERT ON blobs BEGIN
  UPDATE settings SET snapshot_bytes = snapshot_bytes + NEW.size;
END;
