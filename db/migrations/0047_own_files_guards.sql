-- What our own files said stays as it came.
CREATE TRIGGER imported_claims_no_update BEFORE UPDATE ON imported_claims BEGIN SELECT RAISE(ABORT, 'imported claims are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER imported_claims_no_delete BEFORE DELETE ON imported_claims BEGIN SELECT RAISE(ABORT, 'imported claims are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER imported_evidence_no_update BEFORE UPDATE ON imported_evidence BEGIN SELECT RAISE(ABORT, 'imported evidence are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER imported_evidence_no_delete BEFORE DELETE ON imported_evidence BEGIN SELECT RAISE(ABORT, 'imported evidence are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER imported_versions_no_update BEFORE UPDATE ON imported_versions BEGIN SELECT RAISE(ABORT, 'imported versions are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER imported_versions_no_delete BEFORE DELETE ON imported_versions BEGIN SELECT RAISE(ABORT, 'imported versions are append-only'); END;
--> statement-breakpoint
DROP TRIGGER imports_frozen;
--> statement-breakpoint
CREATE TRIGGER imports_frozen BEFORE UPDATE OF file_name, sha256, encoding, delimiter, header_key, columns, plan, target, format, row_count ON imports
WHEN OLD.state <> 'draft' BEGIN SELECT RAISE(ABORT, 'a confirmed import stays as it is'); END;
