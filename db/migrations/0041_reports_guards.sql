-- What was public is kept as it was read: an edition never changes, and an address that was given stays.
CREATE TRIGGER editions_no_update BEFORE UPDATE ON editions BEGIN SELECT RAISE(ABORT, 'editions are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER editions_no_delete BEFORE DELETE ON editions BEGIN SELECT RAISE(ABORT, 'editions are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER editions_no_replace BEFORE INSERT ON editions
WHEN EXISTS (SELECT 1 FROM editions WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM editions WHERE claim_id = NEW.claim_id AND number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'editions are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER report_slugs_no_update BEFORE UPDATE ON report_slugs BEGIN SELECT RAISE(ABORT, 'addresses of reports are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER report_slugs_no_delete BEFORE DELETE ON report_slugs BEGIN SELECT RAISE(ABORT, 'addresses of reports are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER reports_no_delete BEFORE DELETE ON reports BEGIN SELECT RAISE(ABORT, 'reports are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER public_claims_no_delete BEFORE DELETE ON public_claims BEGIN SELECT RAISE(ABORT, 'public claims are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER public_claims_kept BEFORE UPDATE ON public_claims
WHEN NEW.report_id <> OLD.report_id OR NEW.number <> OLD.number OR NEW.slug <> OLD.slug OR NEW.published_at <> OLD.published_at
BEGIN SELECT RAISE(ABORT, 'the address of a public claim stays'); END;
--> statement-breakpoint
INSERT INTO public_stamp (id, n) VALUES (1, 0);
--> statement-breakpoint
-- Public pages are kept in memory until one of these happens.
CREATE TRIGGER editions_stamp AFTER INSERT ON editions BEGIN UPDATE public_stamp SET n = n + 1; END;
--> statement-breakpoint
CREATE TRIGGER reports_stamp_in AFTER INSERT ON reports BEGIN UPDATE public_stamp SET n = n + 1; END;
--> statement-breakpoint
CREATE TRIGGER reports_stamp AFTER UPDATE ON reports BEGIN UPDATE public_stamp SET n = n + 1; END;
--> statement-breakpoint
CREATE TRIGGER report_slugs_stamp AFTER INSERT ON report_slugs BEGIN UPDATE public_stamp SET n = n + 1; END;
--> statement-breakpoint
CREATE TRIGGER public_claims_stamp_in AFTER INSERT ON public_claims BEGIN UPDATE public_stamp SET n = n + 1; END;
--> statement-breakpoint
CREATE TRIGGER public_claims_stamp AFTER UPDATE ON public_claims BEGIN UPDATE public_stamp SET n = n + 1; END;
--> statement-breakpoint
CREATE TRIGGER corrections_stamp AFTER INSERT ON corrections BEGIN UPDATE public_stamp SET n = n + 1; END;
--> statement-breakpoint
CREATE TRIGGER attempts_stamp_in AFTER INSERT ON attempts WHEN NEW.public BEGIN UPDATE public_stamp SET n = n + 1; END;
--> statement-breakpoint
CREATE TRIGGER attempts_stamp AFTER UPDATE ON attempts WHEN NEW.public OR OLD.public BEGIN UPDATE public_stamp SET n = n + 1; END;
--> statement-breakpoint
CREATE TRIGGER sources_stamp AFTER UPDATE OF confidential ON sources WHEN NEW.confidential <> OLD.confidential
BEGIN UPDATE public_stamp SET n = n + 1; END;
--> statement-breakpoint
CREATE TRIGGER evidence_stamp AFTER UPDATE OF source_id ON evidence WHEN NEW.source_id <> OLD.source_id
BEGIN UPDATE public_stamp SET n = n + 1; END;
--> statement-breakpoint
CREATE TRIGGER people_stamp AFTER UPDATE OF name ON people WHEN NEW.name <> OLD.name BEGIN UPDATE public_stamp SET n = n + 1; END;
--> statement-breakpoint
CREATE TRIGGER settings_stamp AFTER UPDATE OF newsroom, show_names, method ON settings BEGIN UPDATE public_stamp SET n = n + 1; END;
