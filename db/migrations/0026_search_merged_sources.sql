-- A source that was merged into another is found no more: what was asked of it leads to the one that was kept.
DROP VIEW search_source_rows;
--> statement-breakpoint
CREATE VIEW search_source_rows AS
SELECT id, title, publisher, author, url, (3 << 40) + id AS name_id,
  concat_ws(char(10), title, publisher, author, '', '') AS names, NULL AS script
FROM sources WHERE NOT confidential AND merged_into_id IS NULL;
--> statement-breakpoint
CREATE TRIGGER search_source_rows_out INSTEAD OF DELETE ON search_source_rows BEGIN
  INSERT INTO search_sources(search_sources, rowid, title, publisher, author, url)
  VALUES ('delete', OLD.id, OLD.title, OLD.publisher, OLD.author, OLD.url);
  INSERT INTO search_names(search_names, rowid, names, script) VALUES ('delete', OLD.name_id, OLD.names, OLD.script);
END;
--> statement-breakpoint
CREATE TRIGGER search_source_rows_in INSTEAD OF INSERT ON search_source_rows BEGIN
  INSERT INTO search_sources(rowid, title, publisher, author, url)
  SELECT id, title, publisher, author, url FROM search_source_rows WHERE id = NEW.id;
  INSERT INTO search_names(rowid, names, script)
  SELECT name_id, names, script FROM search_source_rows WHERE id = NEW.id;
END;
--> statement-breakpoint
DROP VIEW search_closed_source_rows;
--> statement-breakpoint
CREATE VIEW search_closed_source_rows AS
SELECT id, title, publisher, author, url, (3 << 40) + id AS name_id,
  concat_ws(char(10), title, publisher, author, '', '') AS names, NULL AS script
FROM sources WHERE confidential AND merged_into_id IS NULL;
--> statement-breakpoint
CREATE TRIGGER search_closed_source_rows_out INSTEAD OF DELETE ON search_closed_source_rows BEGIN
  INSERT INTO search_closed_sources(search_closed_sources, rowid, title, publisher, author, url)
  VALUES ('delete', OLD.id, OLD.title, OLD.publisher, OLD.author, OLD.url);
  INSERT INTO search_closed_names(search_closed_names, rowid, names, script)
  VALUES ('delete', OLD.name_id, OLD.names, OLD.script);
END;
--> statement-breakpoint
CREATE TRIGGER search_closed_source_rows_in INSTEAD OF INSERT ON search_closed_source_rows BEGIN
  INSERT INTO search_closed_sources(rowid, title, publisher, author, url)
  SELECT id, title, publisher, author, url FROM search_closed_source_rows WHERE id = NEW.id;
  INSERT INTO search_closed_names(rowid, names, script)
  SELECT name_id, names, script FROM search_closed_source_rows WHERE id = NEW.id;
END;
--> statement-breakpoint
DROP TRIGGER sources_search_out;
--> statement-breakpoint
CREATE TRIGGER sources_search_out BEFORE UPDATE OF title, publisher, author, url, confidential, merged_into_id ON sources BEGIN
  DELETE FROM search_source_rows WHERE id = OLD.id;
  DELETE FROM search_closed_source_rows WHERE id = OLD.id;
END;
--> statement-breakpoint
DROP TRIGGER sources_search_again;
--> statement-breakpoint
CREATE TRIGGER sources_search_again AFTER UPDATE OF title, publisher, author, url, confidential, merged_into_id ON sources BEGIN
  INSERT INTO search_source_rows(id) VALUES (NEW.id);
  INSERT INTO search_closed_source_rows(id) VALUES (NEW.id);
END;
--> statement-breakpoint
-- Merging moves evidence, and what is said on it becomes as confidential as the source it moves to.
CREATE TRIGGER evidence_search_out BEFORE UPDATE OF source_id ON evidence WHEN OLD.source_id <> NEW.source_id BEGIN
  DELETE FROM search_comment_rows WHERE id IN (
    SELECT comments.id FROM threads JOIN comments ON comments.thread_id = threads.id
    WHERE threads.claim_id = OLD.claim_id AND threads.evidence_id = OLD.id);
  DELETE FROM search_closed_comment_rows WHERE id IN (
    SELECT comments.id FROM threads JOIN comments ON comments.thread_id = threads.id
    WHERE threads.claim_id = OLD.claim_id AND threads.evidence_id = OLD.id);
END;
--> statement-breakpoint
CREATE TRIGGER evidence_search_again AFTER UPDATE OF source_id ON evidence WHEN OLD.source_id <> NEW.source_id BEGIN
  INSERT INTO search_comment_rows(id)
  SELECT comments.id FROM threads JOIN comments ON comments.thread_id = threads.id
  WHERE threads.claim_id = NEW.claim_id AND threads.evidence_id = NEW.id;
  INSERT INTO search_closed_comment_rows(id)
  SELECT comments.id FROM threads JOIN comments ON comments.thread_id = threads.id
  WHERE threads.claim_id = NEW.claim_id AND threads.evidence_id = NEW.id;
END;
--> statement-breakpoint
INSERT INTO search_sources(search_sources) VALUES ('rebuild');
--> statement-breakpoint
INSERT INTO search_closed_sources(search_closed_sources) VALUES ('rebuild');
--> statement-breakpoint
INSERT INTO search_names(search_names) VALUES ('rebuild');
--> statement-breakpoint
INSERT INTO search_closed_names(search_closed_names) VALUES ('rebuild');
