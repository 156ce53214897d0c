-- What the archive was asked stays; what has ended stays as it ended.
CREATE TRIGGER archive_requests_no_delete BEFORE DELETE ON archive_requests BEGIN SELECT RAISE(ABORT, 'archive_requests are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER archive_requests_no_replace BEFORE INSERT ON archive_requests WHEN EXISTS (SELECT 1 FROM archive_requests WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'archive_requests are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER archive_requests_kept BEFORE UPDATE ON archive_requests
WHEN OLD.state IN ('kept', 'refused') OR NEW.id <> OLD.id OR NEW.source_id <> OLD.source_id OR NEW.address <> OLD.address
  OR NEW.asked_by_id <> OLD.asked_by_id OR NEW.asked_at <> OLD.asked_at
BEGIN SELECT RAISE(ABORT, 'what was asked of the archive stays as it is'); END;
