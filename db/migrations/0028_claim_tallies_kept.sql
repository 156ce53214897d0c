-- How many claims are alike is kept beside them: counting them anew for every page would take longer the more there are.
INSERT INTO claim_tallies (state, kind, priority, rating_id, assignee_id, n)
SELECT state, kind, priority, coalesce(rating_id, 0), coalesce(assignee_id, 0), count(*) FROM claims GROUP BY 1, 2, 3, 4, 5;
--> statement-breakpoint
INSERT INTO claim_value_tallies (facet, value, state, n)
WITH valued (facet, value, state) AS (
  SELECT 'article', article_id, state FROM claims
  UNION ALL SELECT 'claimant', claimant_id, state FROM claims WHERE claimant_id IS NOT NULL
  UNION ALL SELECT 'tag', tag_id, state FROM claim_tags JOIN claims ON claims.id = claim_id)
SELECT facet, value, state, count(*) FROM valued GROUP BY 1, 2, 3
UNION ALL SELECT facet, value, 'all', count(*) FROM valued GROUP BY 1, 2
UNION ALL SELECT facet, value, 'listed', count(*) FROM valued WHERE state <> 'set_aside' GROUP BY 1, 2;
--> statement-breakpoint
-- What is put into this view is counted in, or out where n is negative, under each name of the state.
CREATE VIEW claim_value_changes AS SELECT facet, value, state, n FROM claim_value_tallies WHERE 0;
--> statement-breakpoint
CREATE TRIGGER claim_value_changes_counted INSTEAD OF INSERT ON claim_value_changes WHEN NEW.value IS NOT NULL BEGIN
  INSERT INTO claim_value_tallies (facet, value, state, n)
  SELECT NEW.facet, NEW.value, name, NEW.n
  FROM (SELECT NEW.state AS name UNION ALL SELECT 'all' UNION ALL SELECT 'listed' WHERE NEW.state <> 'set_aside')
  WHERE true
  ON CONFLICT (facet, value, state) DO UPDATE SET n = n + excluded.n;
END;
--> statement-breakpoint
CREATE TRIGGER claims_tallied AFTER INSERT ON claims BEGIN
  INSERT INTO claim_tallies (state, kind, priority, rating_id, assignee_id, n)
  VALUES (NEW.state, NEW.kind, NEW.priority, coalesce(NEW.rating_id, 0), coalesce(NEW.assignee_id, 0), 1)
  ON CONFLICT (state, kind, priority, rating_id, assignee_id) DO UPDATE SET n = n + 1;
  INSERT INTO claim_value_changes VALUES ('article', NEW.article_id, NEW.state, 1), ('claimant', NEW.claimant_id, NEW.state, 1);
END;
--> statement-breakpoint
CREATE TRIGGER claims_tallied_anew AFTER UPDATE OF state, kind, priority, rating_id, assignee_id ON claims
WHEN OLD.state <> NEW.state OR OLD.kind <> NEW.kind OR OLD.priority <> NEW.priority
  OR OLD.rating_id IS NOT NEW.rating_id OR OLD.assignee_id IS NOT NEW.assignee_id BEGIN
  INSERT INTO claim_tallies (state, kind, priority, rating_id, assignee_id, n)
  VALUES (OLD.state, OLD.kind, OLD.priority, coalesce(OLD.rating_id, 0), coalesce(OLD.assignee_id, 0), -1),
    (NEW.state, NEW.kind, NEW.priority, coalesce(NEW.rating_id, 0), coalesce(NEW.assignee_id, 0), 1)
  ON CONFLICT (state, kind, priority, rating_id, assignee_id) DO UPDATE SET n = n + excluded.n;
END;
--> statement-breakpoint
CREATE TRIGGER claims_values_tallied_anew AFTER UPDATE OF state, claimant_id ON claims
WHEN OLD.state <> NEW.state OR OLD.claimant_id IS NOT NEW.claimant_id BEGIN
  INSERT INTO claim_value_changes
  VALUES ('article', OLD.article_id, OLD.state, -1), ('claimant', OLD.claimant_id, OLD.state, -1),
    ('article', NEW.article_id, NEW.state, 1), ('claimant', NEW.claimant_id, NEW.state, 1);
  INSERT INTO claim_value_changes SELECT 'tag', tag_id, OLD.state, -1 FROM claim_tags WHERE claim_id = NEW.id;
  INSERT INTO claim_value_changes SELECT 'tag', tag_id, NEW.state, 1 FROM claim_tags WHERE claim_id = NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER claim_tags_tallied AFTER INSERT ON claim_tags BEGIN
  INSERT INTO claim_value_changes SELECT 'tag', NEW.tag_id, state, 1 FROM claims WHERE id = NEW.claim_id;
END;
--> statement-breakpoint
CREATE TRIGGER claim_tags_tallied_out AFTER DELETE ON claim_tags BEGIN
  INSERT INTO claim_value_changes SELECT 'tag', OLD.tag_id, state, -1 FROM claims WHERE id = OLD.claim_id;
END;
