-- What readers were told stays as it was told.
CREATE TRIGGER site_pages_no_update BEFORE UPDATE ON site_pages BEGIN SELECT RAISE(ABORT, 'pages of the site are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER site_pages_no_delete BEFORE DELETE ON site_pages BEGIN SELECT RAISE(ABORT, 'pages of the site are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER site_pages_no_replace BEFORE INSERT ON site_pages
WHEN EXISTS (SELECT 1 FROM site_pages WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM site_pages WHERE page = NEW.page AND number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'pages of the site are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER site_pages_stamp AFTER INSERT ON site_pages BEGIN UPDATE public_stamp SET n = n + 1; END;
--> statement-breakpoint
CREATE TRIGGER settings_stamp_site AFTER UPDATE OF public_site ON settings BEGIN UPDATE public_stamp SET n = n + 1; END;
--> statement-breakpoint
-- What readers search: the editions that they see, and nothing else, in an index of its own, so that no count or order tells of other texts.
CREATE VIEW public_search_rows AS
SELECT public_claims.claim_id AS id,
  content ->> '$.statement' AS statement,
  content ->> '$.quote.exact' AS quote,
  concat_ws(char(10), content ->> '$.claimant.name', content ->> '$.claimant.role', content ->> '$.reportedBy.name', content ->> '$.reportedBy.role') AS people,
  concat_ws(char(10), content ->> '$.finding.rating.label', content ->> '$.finding.rationale', content ->> '$.finding.explanation') AS finding,
  concat_ws(char(10), content ->> '$.article.title', content ->> '$.article.outlet', (SELECT group_concat(value, char(10)) FROM json_each(content, '$.tags'))) AS about
FROM public_claims JOIN editions ON editions.id = public_claims.edition_id
WHERE public_claims.state = 'published';
--> statement-breakpoint
CREATE VIRTUAL TABLE public_search USING fts5(statement, quote, people, finding, about, tokenize='porter unicode61 remove_diacritics 2');
--> statement-breakpoint
CREATE TRIGGER public_search_in AFTER INSERT ON public_claims BEGIN
  INSERT INTO public_search (rowid, statement, quote, people, finding, about)
  SELECT id, statement, quote, people, finding, about FROM public_search_rows WHERE id = NEW.claim_id;
END;
--> statement-breakpoint
CREATE TRIGGER public_search_again AFTER UPDATE OF edition_id, state ON public_claims BEGIN
  DELETE FROM public_search WHERE rowid = OLD.claim_id;
  INSERT INTO public_search (rowid, statement, quote, people, finding, about)
  SELECT id, statement, quote, people, finding, about FROM public_search_rows WHERE id = NEW.claim_id;
END;
--> statement-breakpoint
INSERT INTO public_search (rowid, statement, quote, people, finding, about)
SELECT id, statement, quote, people, finding, about FROM public_search_rows;
--> statement-breakpoint
-- What was reported stays as it came, until it is erased whole and for good.
CREATE TRIGGER error_reports_no_delete BEFORE DELETE ON error_reports BEGIN SELECT RAISE(ABORT, 'reported errors are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER error_reports_kept BEFORE UPDATE ON error_reports
WHEN NEW.created_at <> OLD.created_at OR NEW.claim_id IS NOT OLD.claim_id OR NEW.article_id IS NOT OLD.article_id
  OR ((NEW.what <> OLD.what OR NEW.link IS NOT OLD.link OR NEW.email IS NOT OLD.email OR NEW.salt <> OLD.salt)
    AND NOT (NEW.erased_at IS NOT NULL AND NEW.what = '' AND NEW.link IS NULL AND NEW.email IS NULL AND NEW.salt = ''))
  OR (OLD.outcome IS NOT NULL AND (NEW.outcome IS NOT OLD.outcome OR NEW.reason IS NOT OLD.reason OR NEW.answered_at IS NOT OLD.answered_at))
  OR (OLD.erased_at IS NOT NULL AND NEW.erased_at IS NOT OLD.erased_at)
BEGIN SELECT RAISE(ABORT, 'reported errors stay as they came'); END;
