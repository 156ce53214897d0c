-- SQLite before 3.44 takes no ORDER BY inside an aggregate, and for one view that has it refuses the whole file.
DROP VIEW search_claim_rows;
--> statement-breakpoint
CREATE VIEW search_claim_rows AS
SELECT claims.id, claims.statement, claims.quote,
  concat_ws(char(10), said.name, said.role) AS claimant,
  concat_ws(char(10), reported.name, reported.role) AS reported_by,
  (
    SELECT group_concat(finding, char(10)) FROM (
      SELECT concat_ws(char(10), verdicts.rationale, verdicts.explanation) AS finding
      FROM verdicts LEFT JOIN rounds ON rounds.id = verdicts.round_id
      WHERE verdicts.claim_id = claims.id AND (verdicts.round_id IS NULL OR rounds.closed_at IS NOT NULL)
      ORDER BY verdicts.number
    )
  ) AS findings,
  (1 << 40) + claims.id AS name_id,
  CASE WHEN coalesce(said.id, reported.id) IS NOT NULL THEN concat_ws(char(10), said.name, reported.name, '', '') END AS names,
  CASE WHEN concat(claims.statement, claims.quote) GLOB '*[฀-໿က-႟ក-៿⺀-鿿가-힯豈-﫿ｦ-ﾟ𠀀-𿿽]*'
    THEN concat_ws(char(10), claims.statement, claims.quote, '', '') END AS script
FROM claims
LEFT JOIN claimants said ON said.id = claims.claimant_id
LEFT JOIN claimants reported ON reported.id = claims.reported_by_id;
--> statement-breakpoint
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
