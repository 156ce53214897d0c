import Database from 'better-sqlite3'
import { openDatabase } from '../../db/open.ts'
import { systemClock, systemRandom } from '../../server/chance.ts'
import { claimWords } from '../../server/search/claim-words.ts'
import { readFilter as readListFilter } from '../../server/claims/filter.ts'
import { listClaims } from '../../server/claims/list.ts'
import { readFilter } from '../../server/search/filter.ts'
import { search } from '../../server/search/search.ts'
import type { Data } from './data.ts'
import { addOutsideChecks } from './outside-checks.ts'
import { personNamed } from './people.ts'
import { type Line, figure, p95 } from './table.ts'

type Part = { work: string; queries: string[]; target: number; raw?: string[] }

// `raw`: what FTS5 alone is asked for, the best twenty claims by bm25, as long as it takes.
const parts: Part[] = [
  {
    work: 'rare words',
    queries: ['q=4499', 'q=windlestraw+4499'],
    raw: ['"4499"', '"windlestraw" "4499"'],
    target: 30,
  },
  {
    work: 'frequent words',
    queries: ['q=vote', 'q=council+vote', 'q=record+time'],
    raw: ['"vote"', '"council" "vote"', '"record" "time"'],
    target: 30,
  },
  { work: 'a word in every text', queries: ['q=the', 'q=of'], raw: ['"the"', '"of"'], target: 30 },
  {
    work: 'a phrase',
    queries: ['q=%22fire+brigade+of+saltmarsh%22'],
    raw: ['"fire brigade of saltmarsh"'],
    target: 30,
  },
  { work: 'part of a name', queries: ['q=indlestra'], target: 30 },
  {
    work: 'words and a filter',
    queries: ['q=vote&state=candidate', 'q=vote+rating:false', 'q=vote&article=3'],
    target: 30,
  },
  {
    work: 'while typing',
    queries: ['q=cou&typing=yes', 'q=council+vot&typing=yes', 'q=sal&typing=yes'],
    raw: ['cou*', 'council vot*', 'sal*'],
    target: 50,
  },
]

/** Measures the search of everything in this process, beside FTS5 alone, and the list of claims by words. */
export async function measureSearch({ dir, file }: Data): Promise<Line[]> {
  const db = await openDatabase({ dir, clock: systemClock, random: systemRandom, release: 'bench' })
  addOutsideChecks(db)
  const sqlite = new Database(file, { readonly: true })
  try {
    const viewer = await personNamed(db, 'junia')
    const lines: Line[] = []
    for (const { work, queries, raw = [], target } of parts) {
      const filters = queries.map((query) => readFilter(Object.fromEntries(new URLSearchParams(query))).filter)
      const ours = await p95(filters.map((filter) => () => search(db.reader, viewer, filter)))
      const best = sqlite.prepare(
        'SELECT rowid, bm25(search_claims) FROM search_claims WHERE search_claims MATCH ? ORDER BY rank LIMIT 20',
      )
      const alone = raw.length > 0 ? await p95(raw.map((match) => () => best.all(match))) : undefined
      lines.push({
        work: `search, ${work}, p95`,
        ours: figure(ours, 'ms'),
        ...(alone !== undefined && {
          limit: `${figure(alone, 'ms')} (FTS5, claims only)`,
          ratio: figure(alone / ours),
        }),
        target: `< ${target} ms`,
        ok: ours < target,
      })
    }
    return [...lines, await listByWords(db, viewer)]
  } finally {
    sqlite.close()
    db.close()
  }
}

type Opened = Awaited<ReturnType<typeof openDatabase>>

async function listByWords(db: Opened, viewer: Awaited<ReturnType<typeof personNamed>>): Promise<Line> {
  const queries = ['4499', 'windlestraw 4499', 'council vote']
  const runs = queries.map((q) => async () => {
    const { filter } = readListFilter({ q })
    await listClaims(db.reader, { viewer, filter, cursor: null, today: systemClock.now() })
  })
  const ours = await p95(runs)
  if (queries.some((q) => claimWords(q).match === '')) throw new Error('These words are not looked for in the index')
  return { work: 'claims list by words, p95', ours: figure(ours, 'ms'), target: '< 30 ms', ok: ours < 30 }
}
