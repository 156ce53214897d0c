-- What is searched, kind by kind, word for word. Rows of `search_closed_…` are found only by those who may see confidential sources; what
-- nobody else may see yet (a verdict in an open round, what is said on it) has no row. `names` and `script` are found by any three
-- characters in a row: names, and texts in scripts that put no space between words. `name_id` keeps the kinds apart in their one index.
CREATE VIEW search_claim_rows AS
SELECT claims.id, claims.statement, claims.quote,
  concat_ws(char(10), said.name, said.role) AS claimant,
  concat_ws(char(10), reported.name, reported.role) AS reported_by,
  (
    SELECT group_concat(concat_ws(char(10), verdicts.rationale, verdicts.explanation), char(10) ORDER BY verdicts.number)
    FROM verdicts LEFT JOIN rounds ON rounds.id = verdicts.round_id
    WHERE verdicts.claim_id = claims.id AND (verdicts.round_id IS NULL OR rounds.closed_at IS NOT NULL)
  ) AS findings,
  (1 << 40) + claims.id AS name_id,
  CASE WHEN coalesce(said.id, reported.id) IS NOT NULL THEN concat_ws(char(10), said.name, reported.name, '', '') END AS names,
  CASE WHEN concat(claims.statement, claims.quote) GLOB '*[฀-໿က-႟ក-៿⺀-鿿가-힯豈-﫿ｦ-ﾟ𠀀-𿿽]*'
    THEN concat_ws(char(10), claims.statement, claims.quote, '', '') END AS script
FROM claims
LEFT JOIN claimants said ON said.id = claims.claimant_id
LEFT JOIN claimants reported ON reported.id = claims.reported_by_id;
--> statement-breakpoint
CREATE VIEW search_article_rows AS
SELECT articles.id, articles.title, articles.outlet, articles.byline, newest.text,
  (2 << 40) + articles.id AS name_id,
  concat_ws(char(10), articles.title, articles.outlet, articles.byline, '', '') AS names,
  CASE WHEN newest.text GLOB '*[฀-໿က-႟ក-៿⺀-鿿가-힯豈-﫿ｦ-ﾟ𠀀-𿿽]*'
    THEN concat_ws(char(10), newest.text, '', '') END AS script
FROM articles
LEFT JOIN versions newest ON newest.article_id = articles.id
  AND newest.number = (SELECT max(number) FROM versions WHERE article_id = articles.id);
--> statement-breakpoint
CREATE VIEW search_source_rows AS
SELECT id, title, publisher, author, url, (3 << 40) + id AS name_id,
  concat_ws(char(10), title, publisher, author, '', '') AS names, NULL AS script
FROM sources WHERE NOT confidential;
--> statement-breakpoint
CREATE VIEW search_closed_source_rows AS
SELECT id, title, publisher, author, url, (3 << 40) + id AS name_id,
  concat_ws(char(10), title, publisher, author, '', '') AS names, NULL AS script
FROM sources WHERE confidential;
--> statement-breakpoint
CREATE VIEW search_any_copy_rows AS
SELECT snapshot_texts.snapshot_id AS id, snapshot_texts.text, (4 << 40) + snapshot_texts.snapshot_id AS name_id, NULL AS names,
  CASE WHEN snapshot_texts.text GLOB '*[฀-໿က-႟ក-៿⺀-鿿가-힯豈-﫿ｦ-ﾟ𠀀-𿿽]*'
    THEN concat_ws(char(10), snapshot_texts.text, '', '') END AS script,
  sources.confidential AS closed
FROM snapshot_texts
JOIN snapshots ON snapshots.id = snapshot_texts.snapshot_id
JOIN sources ON sources.id = snapshots.source_id;
--> statement-breakpoint
CREATE VIEW search_copy_rows AS
SELECT id, text, name_id, names, script FROM search_any_copy_rows WHERE NOT closed;
--> statement-breakpoint
CREATE VIEW search_closed_copy_rows AS
SELECT id, text, name_id, names, script FROM search_any_copy_rows WHERE closed;
--> statement-breakpoint
CREATE VIEW search_any_comment_rows AS
SELECT comments.id, comments.body, (5 << 40) + comments.id AS name_id, NULL AS names,
  CASE WHEN comments.body GLOB '*[฀-໿က-႟ក-៿⺀-鿿가-힯豈-﫿ｦ-ﾟ𠀀-𿿽]*'
    THEN concat_ws(char(10), comments.body, '', '') END AS script,
  coalesce(sources.confidential, 0) AS closed
FROM comments
JOIN threads ON threads.id = comments.thread_id
LEFT JOIN evidence ON evidence.id = threads.evidence_id
LEFT JOIN sources ON sources.id = evidence.source_id
LEFT JOIN verdicts ON verdicts.id = threads.verdict_id
LEFT JOIN rounds ON rounds.id = verdicts.round_id
WHERE comments.erased_at IS NULL AND (verdicts.round_id IS NULL OR rounds.closed_at IS NOT NULL);
--> statement-breakpoint
CREATE VIEW search_comment_rows AS
SELECT id, body, name_id, names, script FROM search_any_comment_rows WHERE NOT closed;
--> statement-breakpoint
CREATE VIEW search_closed_comment_rows AS
SELECT id, body, name_id, names, script FROM search_any_comment_rows WHERE closed;
--> statement-breakpoint
CREATE VIEW search_name_rows AS
SELECT * FROM (
  SELECT name_id AS id, names, script FROM search_claim_rows
  UNION ALL SELECT name_id, names, script FROM search_article_rows
  UNION ALL SELECT name_id, names, script FROM search_source_rows
  UNION ALL SELECT name_id, names, script FROM search_copy_rows
  UNION ALL SELECT name_id, names, script FROM search_comment_rows
) WHERE coalesce(names, script) IS NOT NULL;
--> statement-breakpoint
CREATE VIEW search_closed_name_rows AS
SELECT * FROM (
  SELECT name_id AS id, names, script FROM search_closed_source_rows
  UNION ALL SELECT name_id, names, script FROM search_closed_copy_rows
  UNION ALL SELECT name_id, names, script FROM search_closed_comment_rows
) WHERE coalesce(names, script) IS NOT NULL;
--> statement-breakpoint
-- The indexes keep no text of their own: FTS5 reads the views.
CREATE VIRTUAL TABLE search_claims USING fts5(statement, quote, claimant, reported_by, findings,
  content='search_claim_rows', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2', prefix='3');
--> statement-breakpoint
CREATE VIRTUAL TABLE search_articles USING fts5(title, outlet, byline, text,
  content='search_article_rows', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2', prefix='3');
--> statement-breakpoint
CREATE VIRTUAL TABLE search_sources USING fts5(title, publisher, author, url,
  content='search_source_rows', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2', prefix='3');
--> statement-breakpoint
CREATE VIRTUAL TABLE search_closed_sources USING fts5(title, publisher, author, url,
  content='search_closed_source_rows', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2', prefix='3');
--> statement-breakpoint
CREATE VIRTUAL TABLE search_copies USING fts5(text,
  content='search_copy_rows', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2', prefix='3');
--> statement-breakpoint
CREATE VIRTUAL TABLE search_closed_copies USING fts5(text,
  content='search_closed_copy_rows', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2', prefix='3');
--> statement-breakpoint
CREATE VIRTUAL TABLE search_comments USING fts5(body,
  content='search_comment_rows', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2', prefix='3');
--> statement-breakpoint
CREATE VIRTUAL TABLE search_closed_comments USING fts5(body,
  content='search_closed_comment_rows', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2', prefix='3');
--> statement-breakpoint
CREATE VIRTUAL TABLE search_names USING fts5(names, script,
  content='search_name_rows', content_rowid='id', columnsize=0, tokenize='trigram remove_diacritics 1');
--> statement-breakpoint
CREATE VIRTUAL TABLE search_closed_names USING fts5(names, script,
  content='search_closed_name_rows', content_rowid='id', columnsize=0, tokenize='trigram remove_diacritics 1');
--> statement-breakpoint
-- The three-character sequences themselves, for words of one or two characters.
CREATE VIRTUAL TABLE search_trigrams USING fts5vocab(search_names, row);
--> statement-breakpoint
CREATE VIRTUAL TABLE search_closed_trigrams USING fts5vocab(search_closed_names, row);
--> statement-breakpoint
-- An erased comment leaves the index as well, and is not only marked as gone in it.
INSERT INTO search_comments(search_comments, rank) VALUES ('secure-delete', 1);
--> statement-breakpoint
INSERT INTO search_closed_comments(search_closed_comments, rank) VALUES ('secure-delete', 1);
--> statement-breakpoint
INSERT INTO search_names(search_names, rank) VALUES ('secure-delete', 1);
--> statement-breakpoint
INSERT INTO search_closed_names(search_closed_names, rank) VALUES ('secure-delete', 1);
--> statement-breakpoint
-- To delete from such a view takes the row, as it is read now, out of the indexes; to insert an id puts it in as it is read then.
CREATE TRIGGER search_claim_rows_out INSTEAD OF DELETE ON search_claim_rows BEGIN
  INSERT INTO search_claims(search_claims, rowid, statement, quote, claimant, reported_by, findings)
  VALUES ('delete', OLD.id, OLD.statement, OLD.quote, OLD.claimant, OLD.reported_by, OLD.findings);
  INSERT INTO search_names(search_names, rowid, names, script)
  SELECT 'delete', OLD.name_id, OLD.names, OLD.script WHERE coalesce(OLD.names, OLD.script) IS NOT NULL;
END;
--> statement-breakpoint
CREATE TRIGGER search_claim_rows_in INSTEAD OF INSERT ON search_claim_rows BEGIN
  INSERT INTO search_claims(rowid, statement, quote, claimant, reported_by, findings)
  SELECT id, statement, quote, claimant, reported_by, findings FROM search_claim_rows WHERE id = NEW.id;
  INSERT INTO search_names(rowid, names, script)
  SELECT name_id, names, script FROM search_claim_rows WHERE id = NEW.id AND coalesce(names, script) IS NOT NULL;
END;
--> statement-breakpoint
CREATE TRIGGER search_article_rows_out INSTEAD OF DELETE ON search_article_rows BEGIN
  INSERT INTO search_articles(search_articles, rowid, title, outlet, byline, text)
  VALUES ('delete', OLD.id, OLD.title, OLD.outlet, OLD.byline, OLD.text);
  INSERT INTO search_names(search_names, rowid, names, script) VALUES ('delete', OLD.name_id, OLD.names, OLD.script);
END;
--> statement-breakpoint
CREATE TRIGGER search_article_rows_in INSTEAD OF INSERT ON search_article_rows BEGIN
  INSERT INTO search_articles(rowid, title, outlet, byline, text)
  SELECT id, title, outlet, byline, text FROM search_article_rows WHERE id = NEW.id;
  INSERT INTO search_names(rowid, names, script)
  SELECT name_id, names, script FROM search_article_rows WHERE id = NEW.id;
END;
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
CREATE TRIGGER search_comment_rows_out INSTEAD OF DELETE ON search_comment_rows BEGIN
  INSERT INTO search_comments(search_comments, rowid, body) VALUES ('delete', OLD.id, OLD.body);
  INSERT INTO search_names(search_names, rowid, names, script)
  SELECT 'delete', OLD.name_id, OLD.names, OLD.script WHERE OLD.script IS NOT NULL;
END;
--> statement-breakpoint
CREATE TRIGGER search_comment_rows_in INSTEAD OF INSERT ON search_comment_rows BEGIN
  INSERT INTO search_comments(rowid, body) SELECT id, body FROM search_comment_rows WHERE id = NEW.id;
  INSERT INTO search_names(rowid, names, script)
  SELECT name_id, names, script FROM search_comment_rows WHERE id = NEW.id AND script IS NOT NULL;
END;
--> statement-breakpoint
CREATE TRIGGER search_closed_comment_rows_out INSTEAD OF DELETE ON search_closed_comment_rows BEGIN
  INSERT INTO search_closed_comments(search_closed_comments, rowid, body) VALUES ('delete', OLD.id, OLD.body);
  INSERT INTO search_closed_names(search_closed_names, rowid, names, script)
  SELECT 'delete', OLD.name_id, OLD.names, OLD.script WHERE OLD.script IS NOT NULL;
END;
--> statement-breakpoint
CREATE TRIGGER search_closed_comment_rows_in INSTEAD OF INSERT ON search_closed_comment_rows BEGIN
  INSERT INTO search_closed_comments(rowid, body) SELECT id, body FROM search_closed_comment_rows WHERE id = NEW.id;
  INSERT INTO search_closed_names(rowid, names, script)
  SELECT name_id, names, script FROM search_closed_comment_rows WHERE id = NEW.id AND script IS NOT NULL;
END;
--> statement-breakpoint
-- Whatever changes a row changes the indexes with it. Out before the change, while the old text can still be read; in after it.
CREATE TRIGGER claims_search_in AFTER INSERT ON claims BEGIN INSERT INTO search_claim_rows(id) VALUES (NEW.id); END;
--> statement-breakpoint
CREATE TRIGGER claims_search_out BEFORE UPDATE OF statement, quote, claimant_id, reported_by_id ON claims
BEGIN DELETE FROM search_claim_rows WHERE id = OLD.id; END;
--> statement-breakpoint
CREATE TRIGGER claims_search_again AFTER UPDATE OF statement, quote, claimant_id, reported_by_id ON claims
BEGIN INSERT INTO search_claim_rows(id) VALUES (NEW.id); END;
--> statement-breakpoint
CREATE TRIGGER claimants_search_out BEFORE UPDATE OF name, role ON claimants BEGIN
  DELETE FROM search_claim_rows
  WHERE id IN (SELECT id FROM claims WHERE claimant_id = OLD.id UNION SELECT id FROM claims WHERE reported_by_id = OLD.id);
END;
--> statement-breakpoint
CREATE TRIGGER claimants_search_again AFTER UPDATE OF name, role ON claimants BEGIN
  INSERT INTO search_claim_rows(id)
  SELECT id FROM claims WHERE claimant_id = NEW.id UNION SELECT id FROM claims WHERE reported_by_id = NEW.id;
END;
--> statement-breakpoint
-- A verdict changes no name, so it leaves that index alone.
CREATE TRIGGER verdicts_search_out BEFORE INSERT ON verdicts
WHEN NEW.round_id IS NULL OR EXISTS (SELECT 1 FROM rounds WHERE id = NEW.round_id AND closed_at IS NOT NULL) BEGIN
  INSERT INTO search_claims(search_claims, rowid, statement, quote, claimant, reported_by, findings)
  SELECT 'delete', id, statement, quote, claimant, reported_by, findings FROM search_claim_rows WHERE id = NEW.claim_id;
END;
--> statement-breakpoint
CREATE TRIGGER verdicts_search_in AFTER INSERT ON verdicts
WHEN NEW.round_id IS NULL OR EXISTS (SELECT 1 FROM rounds WHERE id = NEW.round_id AND closed_at IS NOT NULL) BEGIN
  INSERT INTO search_claims(rowid, statement, quote, claimant, reported_by, findings)
  SELECT id, statement, quote, claimant, reported_by, findings FROM search_claim_rows WHERE id = NEW.claim_id;
END;
--> statement-breakpoint
CREATE TRIGGER rounds_search_out BEFORE UPDATE OF closed_at ON rounds BEGIN
  DELETE FROM search_claim_rows WHERE id = OLD.claim_id;
  DELETE FROM search_comment_rows WHERE id IN (
    SELECT comments.id FROM comments JOIN threads ON threads.id = comments.thread_id WHERE threads.claim_id = OLD.claim_id);
END;
--> statement-breakpoint
CREATE TRIGGER rounds_search_again AFTER UPDATE OF closed_at ON rounds BEGIN
  INSERT INTO search_claim_rows(id) VALUES (NEW.claim_id);
  INSERT INTO search_comment_rows(id)
  SELECT comments.id FROM comments JOIN threads ON threads.id = comments.thread_id WHERE threads.claim_id = NEW.claim_id;
END;
--> statement-breakpoint
CREATE TRIGGER articles_search_in AFTER INSERT ON articles BEGIN INSERT INTO search_article_rows(id) VALUES (NEW.id); END;
--> statement-breakpoint
CREATE TRIGGER articles_search_out BEFORE UPDATE OF title, outlet, byline ON articles
BEGIN DELETE FROM search_article_rows WHERE id = OLD.id; END;
--> statement-breakpoint
CREATE TRIGGER articles_search_again AFTER UPDATE OF title, outlet, byline ON articles
BEGIN INSERT INTO search_article_rows(id) VALUES (NEW.id); END;
--> statement-breakpoint
CREATE TRIGGER versions_search_out BEFORE INSERT ON versions
BEGIN DELETE FROM search_article_rows WHERE id = NEW.article_id; END;
--> statement-breakpoint
CREATE TRIGGER versions_search_again AFTER INSERT ON versions
BEGIN INSERT INTO search_article_rows(id) VALUES (NEW.article_id); END;
--> statement-breakpoint
CREATE TRIGGER sources_search_in AFTER INSERT ON sources BEGIN
  INSERT INTO search_source_rows(id) VALUES (NEW.id);
  INSERT INTO search_closed_source_rows(id) VALUES (NEW.id);
END;
--> statement-breakpoint
CREATE TRIGGER sources_search_out BEFORE UPDATE OF title, publisher, author, url, confidential ON sources BEGIN
  DELETE FROM search_source_rows WHERE id = OLD.id;
  DELETE FROM search_closed_source_rows WHERE id = OLD.id;
END;
--> statement-breakpoint
CREATE TRIGGER sources_search_again AFTER UPDATE OF title, publisher, author, url, confidential ON sources BEGIN
  INSERT INTO search_source_rows(id) VALUES (NEW.id);
  INSERT INTO search_closed_source_rows(id) VALUES (NEW.id);
END;
--> statement-breakpoint
-- What is said on the evidence of a source is as confidential as the source.
CREATE TRIGGER sources_comments_search_out BEFORE UPDATE OF confidential ON sources WHEN OLD.confidential <> NEW.confidential BEGIN
  DELETE FROM search_comment_rows WHERE id IN (
    SELECT comments.id FROM evidence JOIN threads ON threads.claim_id = evidence.claim_id AND threads.evidence_id = evidence.id
    JOIN comments ON comments.thread_id = threads.id WHERE evidence.source_id = OLD.id);
  DELETE FROM search_closed_comment_rows WHERE id IN (
    SELECT comments.id FROM evidence JOIN threads ON threads.claim_id = evidence.claim_id AND threads.evidence_id = evidence.id
    JOIN comments ON comments.thread_id = threads.id WHERE evidence.source_id = OLD.id);
END;
--> statement-breakpoint
CREATE TRIGGER sources_comments_search_again AFTER UPDATE OF confidential ON sources WHEN OLD.confidential <> NEW.confidential BEGIN
  INSERT INTO search_comment_rows(id)
  SELECT comments.id FROM evidence JOIN threads ON threads.claim_id = evidence.claim_id AND threads.evidence_id = evidence.id
  JOIN comments ON comments.thread_id = threads.id WHERE evidence.source_id = NEW.id;
  INSERT INTO search_closed_comment_rows(id)
  SELECT comments.id FROM evidence JOIN threads ON threads.claim_id = evidence.claim_id AND threads.evidence_id = evidence.id
  JOIN comments ON comments.thread_id = threads.id WHERE evidence.source_id = NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER snapshot_texts_search_in AFTER INSERT ON snapshot_texts BEGIN
  INSERT INTO search_copy_rows(id) VALUES (NEW.snapshot_id);
  INSERT INTO search_closed_copy_rows(id) VALUES (NEW.snapshot_id);
END;
--> statement-breakpoint
-- The copies of a source are as confidential as it is.
CREATE TRIGGER sources_copies_search_out BEFORE UPDATE OF confidential ON sources WHEN OLD.confidential <> NEW.confidential BEGIN
  DELETE FROM search_copy_rows WHERE id IN (SELECT id FROM snapshots WHERE source_id = OLD.id);
  DELETE FROM search_closed_copy_rows WHERE id IN (SELECT id FROM snapshots WHERE source_id = OLD.id);
END;
--> statement-breakpoint
CREATE TRIGGER sources_copies_search_again AFTER UPDATE OF confidential ON sources WHEN OLD.confidential <> NEW.confidential BEGIN
  INSERT INTO search_copy_rows(id) SELECT id FROM snapshots WHERE source_id = NEW.id;
  INSERT INTO search_closed_copy_rows(id) SELECT id FROM snapshots WHERE source_id = NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER comments_search_in AFTER INSERT ON comments BEGIN
  INSERT INTO search_comment_rows(id) VALUES (NEW.id);
  INSERT INTO search_closed_comment_rows(id) VALUES (NEW.id);
END;
--> statement-breakpoint
CREATE TRIGGER comments_search_out BEFORE UPDATE OF body, erased_at ON comments BEGIN
  DELETE FROM search_comment_rows WHERE id = OLD.id;
  DELETE FROM search_closed_comment_rows WHERE id = OLD.id;
END;
--> statement-breakpoint
CREATE TRIGGER comments_search_again AFTER UPDATE OF body, erased_at ON comments BEGIN
  INSERT INTO search_comment_rows(id) VALUES (NEW.id);
  INSERT INTO search_closed_comment_rows(id) VALUES (NEW.id);
END;
--> statement-breakpoint
INSERT INTO search_claims(search_claims) VALUES ('rebuild');
--> statement-breakpoint
INSERT INTO search_articles(search_articles) VALUES ('rebuild');
--> statement-breakpoint
INSERT INTO search_sources(search_sources) VALUES ('rebuild');
--> statement-breakpoint
INSERT INTO search_closed_sources(search_closed_sources) VALUES ('rebuild');
--> statement-breakpoint
INSERT INTO search_copies(search_copies) VALUES ('rebuild');
--> statement-breakpoint
INSERT INTO search_closed_copies(search_closed_copies) VALUES ('rebuild');
--> statement-breakpoint
INSERT INTO search_comments(search_comments) VALUES ('rebuild');
--> statement-breakpoint
INSERT INTO search_closed_comments(search_closed_comments) VALUES ('rebuild');
--> statement-breakpoint
INSERT INTO search_names(search_names) VALUES ('rebuild');
--> statement-breakpoint
INSERT INTO search_closed_names(search_closed_names) VALUES ('rebuild');
