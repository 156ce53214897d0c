import { openDatabase } from '../../db/open.ts'
import { systemClock, systemRandom } from '../../server/chance.ts'
import { askedOfText } from '../../server/precedents/asked.ts'
import { contentWords } from '../../server/precedents/matching/terms.ts'
import type { Asked } from '../../server/precedents/matching/reading.ts'
import { precedentsFor } from '../../server/precedents/precedent.ts'
import type { Data } from './data.ts'
import { addOutsideChecks } from './outside-checks.ts'
import { type Line, figure, p95 } from './table.ts'

// Claims of all ages and kinds, with what stands around them.
const claimsAsked = `SELECT statement AS text, quote AS before, '' AS after, coalesce(claimants.name, '') AS speaker, '2025-05-12' AS "on"
  FROM claims LEFT JOIN claimants ON claimants.id = claims.claimant_id WHERE claims.id % 2311 = 7 LIMIT 40`
const nobodyAsked = [
  'The council has voted on the record of the fire brigade this time.',
  'Nobody in the whole of the country pays more for water than the people of this town do.',
]

/** Measures the panel of earlier checks of claims and of pasted texts in this process, beside one query of FTS5 alone. */
export async function measurePrecedents({ dir }: Data): Promise<Line[]> {
  const db = await openDatabase({ dir, clock: systemClock, random: systemRandom, release: 'bench' })
  try {
    addOutsideChecks(db)
    const { sqlite } = db.writer
    // The columns are named as what is asked is.
    const claims = sqlite.prepare(claimsAsked).all() as Asked[]
    const best = sqlite.prepare(
      'SELECT rowid FROM precedent_index WHERE precedent_index MATCH ? ORDER BY rank LIMIT 20',
    )
    const lines: Line[] = []
    for (const [what, asked] of [
      ['of a claim', claims],
      ['of a pasted text', nobodyAsked.map(askedOfText)],
    ] as const) {
      const ours = await p95(asked.map((one) => () => precedentsFor(db.reader, one)))
      const alone = await p95(
        asked.map(
          ({ text }) =>
            () =>
              best.all(anyOf(text)),
        ),
      )
      lines.push({
        work: `earlier checks ${what}, p95`,
        ours: figure(ours, 'ms'),
        limit: `${figure(alone, 'ms')} (FTS5, any of the words)`,
        ratio: figure(alone / ours),
        target: '< 30 ms',
        ok: ours < 30,
      })
    }
    return lines
  } finally {
    db.close()
  }
}

const anyOf = (text: string) =>
  contentWords(text)
    .map((word) => `"${word.replaceAll('"', '')}"`)
    .join(' OR ')
