-- The texts of copies are indexed in pieces, each by itself: a long one whole would hold up everybody.
DROP TRIGGER snapshot_texts_search_in;
--> statement-breakpoint
DROP TRIGGER sources_copies_search_out;
--> statement-breakpoint
DROP TRIGGER sources_copies_search_again;
--> statement-breakpoint
INSERT INTO search_names(search_names, rowid, names, script)
SELECT 'delete', name_id, names, script FROM search_copy_rows WHERE script IS NOT NULL;
--> statement-breakpoint
INSERT INTO search_closed_names(search_closed_names, rowid, names, script)
SELECT 'delete', name_id, names, script FROM search_closed_copy_rows WHERE script IS NOT NULL;
--> statement-breakpoint
DROP TABLE search_copies;
--> statement-breakpoint
DROP TABLE search_closed_copies;
--> statement-breakpoint
DROP VIEW search_copy_rows;
--> statement-breakpoint
DROP VIEW search_closed_copy_rows;
--> statement-breakpoint
DROP VIEW search_any_copy_rows;
--> statement-breakpoint
CREATE VIEW search_copy_rows AS
SELECT copy_pieces.id, CAST(substr(CAST(snapshot_texts.text AS BLOB), copy_pieces.first_byte + 1, copy_pieces.bytes) AS TEXT) AS text,
  (4 << 40) + copy_pieces.id AS name_id, NULL AS names,
  CASE WHEN copy_pieces.unspaced
    THEN concat_ws(char(10), CAST(substr(CAST(snapshot_texts.text AS BLOB), copy_pieces.first_byte + 1, copy_pieces.bytes) AS TEXT), '', '') END AS script
FROM copy_pieces JOIN snapshot_texts ON snapshot_texts.snapshot_id = copy_pieces.snapshot_id
WHERE NOT copy_pieces.closed;
--> statement-breakpoint
CREATE VIEW search_closed_copy_rows AS
SELECT copy_pieces.id, CAST(substr(CAST(snapshot_texts.text AS BLOB), copy_pieces.first_byte + 1, copy_pieces.bytes) AS TEXT) AS text,
  (4 << 40) + copy_pieces.id AS name_id, NULL AS names,
  CASE WHEN copy_pieces.unspaced
    THEN concat_ws(char(10), CAST(substr(CAST(snapshot_texts.text AS BLOB), copy_pieces.first_byte + 1, copy_pieces.bytes) AS TEXT), '', '') END AS script
FROM copy_pieces JOIN snapshot_texts ON snapshot_texts.snapshot_id = copy_pieces.snapshot_id
WHERE copy_pieces.closed;
--> statement-breakpoint
CREATE VIRTUAL TABLE search_copies USING fts5(text,
  content='search_copy_rows', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2', prefix='3');
--> statement-breakpoint
CREATE VIRTUAL TABLE search_closed_copies USING fts5(text,
  content='search_closed_copy_rows', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2', prefix='3');
--> statement-breakpoint
CREATE TRIGGER search_copy_rows_out INSTEAD OF DELETE ON search_copy_rows BEGIN
  INSERT INTO search_copies(search_copies, rowid, text) VALUES ('delete', OLD.id, OLD.text);
  INSERT INTO search_names(search_names, rowid, names, script)
  SELECT 'delete', OLD.name_id, OLD.names, OLD.script WHERE OLD.script IS NOT NULL;
END;
--> statement-breakpoint
CREATE TRIGGER search_copy_rows_in INSTEAD OF INSERT ON search_copy_rows BEGIN
  INSERT INTO search_copies(rowid, text) SELECT id, text FROM search_copy_rows WHERE id = NEW.id;
  INSERT INTO search_names(rowid, names, script)
  SELECT name_id, names, script FROM search_copy_rows WHERE id = NEW.id AND script IS NOT NULL;
END;
--> statement-breakpoint
CREATE TRIGGER search_closed_copy_rows_out INSTEAD OF DELETE ON search_closed_copy_rows BEGIN
  INSERT INTO search_closed_copies(search_closed_copies, rowid, text) VALUES ('delete', OLD.id, OLD.text);
  INSERT INTO search_closed_names(search_closed_names, rowid, names, script)
  SELECT 'delete', OLD.name_id, OLD.names, OLD.script WHERE OLD.script IS NOT NULL;
END;
--> statement-breakpoint
CREATE TRIGGER search_closed_copy_rows_in INSTEAD OF INSERT ON search_closed_copy_rows BEGIN
  INSERT INTO search_closed_copies(rowid, text) SELECT id, text FROM search_closed_copy_rows WHERE id = NEW.id;
  INSERT INTO search_closed_names(rowid, names, script)
  SELECT name_id, names, script FROM search_closed_copy_rows WHERE id = NEW.id AND script IS NOT NULL;
END;
--> statement-breakpoint
CREATE TRIGGER copy_pieces_search_in AFTER INSERT ON copy_pieces BEGIN
  INSERT INTO search_copy_rows(id) SELECT NEW.id WHERE NOT NEW.closed;
  INSERT INTO search_closed_copy_rows(id) SELECT NEW.id WHERE NEW.closed;
END;
--> statement-breakpoint
CREATE TRIGGER copy_pieces_search_out BEFORE DELETE ON copy_pieces BEGIN
  DELETE FROM search_copy_rows WHERE id = OLD.id;
  DELETE FROM search_closed_copy_rows WHERE id = OLD.id;
END;
--> statement-breakpoint
CREATE TRIGGER copy_pieces_kept BEFORE UPDATE ON copy_pieces BEGIN SELECT RAISE(ABORT, 'pieces are taken out and put in'); END;
--> statement-breakpoint
CREATE TRIGGER snapshot_texts_to_index AFTER INSERT ON snapshot_texts BEGIN
  INSERT INTO copies_to_index(snapshot_id) VALUES (NEW.snapshot_id);
END;
--> statement-breakpoint
-- The copies of a source are as confidential as it is. Until its pieces have moved, the search asks the source.
CREATE TRIGGER sources_copies_to_index AFTER UPDATE OF confidential ON sources WHEN OLD.confidential <> NEW.confidential BEGIN
  INSERT OR IGNORE INTO copies_to_index(snapshot_id) SELECT id FROM snapshots WHERE source_id = NEW.id;
END;
--> statement-breakpoint
-- What was kept before waits for the job, which begins when the server starts.
INSERT INTO copies_to_index(snapshot_id) SELECT snapshot_id FROM snapshot_texts;
