-- Checks that other publishers made are searched as long as they are not taken back.
CREATE VIEW search_check_rows AS
SELECT id, claim, claimant, title, publisher, rating_label, (6 << 40) + id AS name_id,
  concat_ws(char(10), claimant, publisher, '', '') AS names,
  CASE WHEN concat(claim, title) GLOB '*[฀-໿က-႟ក-៿⺀-鿿가-힯豈-﫿ｦ-ﾟ𠀀-𿿽]*'
    THEN concat_ws(char(10), claim, title, '', '') END AS script
FROM outside_checks WHERE withdrawn_at IS NULL;
--> statement-breakpoint
CREATE VIRTUAL TABLE search_checks USING fts5(claim, claimant, title, publisher, rating_label,
  content='search_check_rows', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2', prefix='3');
--> statement-breakpoint
DROP VIEW search_name_rows;
--> statement-breakpoint
CREATE VIEW search_name_rows AS
SELECT * FROM (
  SELECT name_id AS id, names, script FROM search_claim_rows
  UNION ALL SELECT name_id, names, script FROM search_article_rows
  UNION ALL SELECT name_id, names, script FROM search_source_rows
  UNION ALL SELECT name_id, names, script FROM search_copy_rows
  UNION ALL SELECT name_id, names, script FROM search_comment_rows
  UNION ALL SELECT name_id, names, script FROM search_check_rows
) WHERE coalesce(names, script) IS NOT NULL;
--> statement-breakpoint
CREATE TRIGGER search_check_rows_out INSTEAD OF DELETE ON search_check_rows BEGIN
  INSERT INTO search_checks(search_checks, rowid, claim, claimant, title, publisher, rating_label)
  VALUES ('delete', OLD.id, OLD.claim, OLD.claimant, OLD.title, OLD.publisher, OLD.rating_label);
  INSERT INTO search_names(search_names, rowid, names, script) VALUES ('delete', OLD.name_id, OLD.names, OLD.script);
END;
--> statement-breakpoint
CREATE TRIGGER search_check_rows_in INSTEAD OF INSERT ON search_check_rows BEGIN
  INSERT INTO search_checks(rowid, claim, claimant, title, publisher, rating_label)
  SELECT id, claim, claimant, title, publisher, rating_label FROM search_check_rows WHERE id = NEW.id;
  INSERT INTO search_names(rowid, names, script)
  SELECT name_id, names, script FROM search_check_rows WHERE id = NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER outside_checks_search_in AFTER INSERT ON outside_checks BEGIN INSERT INTO search_check_rows(id) VALUES (NEW.id); END;
--> statement-breakpoint
CREATE TRIGGER outside_checks_search_out BEFORE UPDATE ON outside_checks BEGIN DELETE FROM search_check_rows WHERE id = OLD.id; END;
--> statement-breakpoint
CREATE TRIGGER outside_checks_search_again AFTER UPDATE ON outside_checks BEGIN INSERT INTO search_check_rows(id) VALUES (NEW.id); END;
--> statement-breakpoint
CREATE TRIGGER outside_checks_search_gone BEFORE DELETE ON outside_checks BEGIN DELETE FROM search_check_rows WHERE id = OLD.id; END;
--> statement-breakpoint
INSERT INTO search_checks(search_checks) VALUES ('rebuild');
--> statement-breakpoint
INSERT INTO search_names(search_names) VALUES ('rebuild');
