/**
 * All columns of claims.csv in one query, newest claim first: what `sqlite3 -csv` is given. It does less than we do: sources are
 * told apart by publisher alone, and neither tags nor addresses are sorted or held against each other.
 */
export const exportQuery = `
SELECT c.id AS claim_id, c.article_id || '-' || c.number AS claim_number, 'http://127.0.0.1/claims/' || c.id AS claim_url,
  a.id AS article_id, a.title AS article_title, 'http://127.0.0.1/articles/' || a.id AS article_url,
  a.published_on AS article_published_on, a.outlet, c.statement, c.quote, c.quote_start, c.quote_end,
  n.name AS claimant, n.role AS claimant_role, w.name AS reported_by, c.claimed_on, c.kind AS claim_kind,
  (SELECT group_concat(t.name, ' | ') FROM claim_tags ct JOIN tags t ON t.id = ct.tag_id WHERE ct.claim_id = c.id) AS tags,
  c.state, r.key AS rating, r.value AS rating_value, r.scale AS rating_scale, d.rationale, d.basis AS decision_basis,
  e.items AS evidence_count, e.supports AS supports_count, e.refutes AS refutes_count, e.context AS context_count,
  e.urls AS source_urls, k.name AS checker, v.name AS reviewer, d.created_at AS decided_at, c.published_at,
  c.correction_count, c.last_correction_at, br.key AS corrected_from, a.language,
  '2026-01-01T00:00:00.000Z' AS exported_at, 1 AS schema_version, z.name AS adjudicator, j.difference, d.override_reason,
  d.number AS decision_number, x.number AS article_version, c.standing AS quote_standing,
  coalesce(e.independent, 0) AS independent_sources, m.label AS imported_rating, m.url AS imported_url
FROM claims c
JOIN articles a ON a.id = c.article_id
JOIN versions x ON x.id = c.version_id
LEFT JOIN claimants n ON n.id = c.claimant_id
LEFT JOIN claimants w ON w.id = c.reported_by_id
LEFT JOIN decisions d ON d.id = c.decision_id
LEFT JOIN ratings r ON r.id = d.rating_id
LEFT JOIN people k ON k.id = d.checker_id
LEFT JOIN people v ON v.id = d.reviewer_id
LEFT JOIN adjudications j ON j.decision_id = d.id
LEFT JOIN people z ON z.id = j.adjudicator_id
LEFT JOIN corrections o ON o.claim_id = c.id AND o.number = c.correction_count
LEFT JOIN decisions b ON b.id = o.before_id
LEFT JOIN ratings br ON br.id = b.rating_id
LEFT JOIN (
  SELECT i.claim_id, count(*) AS items, sum(i.stance = 'supports') AS supports, sum(i.stance = 'refutes') AS refutes,
    sum(i.stance = 'context') AS context, group_concat(s.url, ' | ') AS urls,
    max(1, count(DISTINCT lower(s.publisher))) AS independent
  FROM evidence i JOIN sources s ON s.id = i.source_id
  WHERE i.withdrawn_at IS NULL AND s.confidential = 0 GROUP BY i.claim_id
) e ON e.claim_id = c.id
LEFT JOIN imported_verdicts m ON m.claim_id = c.id
ORDER BY c.id DESC`
