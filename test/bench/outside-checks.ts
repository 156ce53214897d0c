import type { Db } from '../../db/open.ts'

// Twenty thousand checks of other publishers, in the words of our own claims.
const outsideChecks = `INSERT INTO outside_checks (publisher, url, title, claim, claimant, rating_label, language, created_at)
  SELECT 'The Weigh House', 'https://weigh.example/' || id, statement, quote, 'A Claimant', 'False', 'en', created_at
  FROM claims WHERE id % 5 = 0 LIMIT 20000`

/** Adds the checks of another publisher to the volume, where they are not there yet. */
export function addOutsideChecks({ writer: { sqlite } }: Db): void {
  if (sqlite.prepare('SELECT 1 FROM outside_checks LIMIT 1').get() === undefined) sqlite.exec(outsideChecks)
}
