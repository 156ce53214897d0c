import type { Database } from 'better-sqlite3'
import { openDatabase } from '../../db/open.ts'
import { systemClock, systemRandom } from '../../server/chance.ts'
import { countFacets } from '../../server/claims/facets.ts'
import { readFilter } from '../../server/claims/filter.ts'
import type { Data } from './data.ts'
import { personNamed } from './people.ts'
import { type Line, figure } from './table.ts'

const rounds = 40

const lists = (tag: string): Record<string, string> => ({
  everything: '',
  'one state': 'state=open',
  'one rating': 'rating=false',
  'one kind and state': 'kind=numerical&state=decided',
  'one claimant': 'claimant=7',
  'one tag': `tag=${encodeURIComponent(tag)}`,
  'one article': 'article=1',
  'what is mine': 'assignee=me',
  'what is overdue': 'due=overdue',
  'without evidence': 'evidence=none',
  'a frequent word': 'q=the',
  'a word that is nowhere': 'q=xylophone',
  'a word in one state': 'q=water&state=open',
})

/** Measures the counts beside a list, each facet of each list, in this process. */
export async function measureFacets(data: Data): Promise<Line[]> {
  const db = await openDatabase({ dir: data.dir, clock: systemClock, random: systemRandom, release: 'bench' })
  try {
    const viewer = await personNamed(db, 'junia')
    const lines: Line[] = []
    for (const [name, query] of Object.entries(lists(frequentTag(db)))) {
      const { filter } = readFilter(Object.fromEntries(new URLSearchParams(query)))
      const times: number[] = []
      for (let round = 0; round < rounds; round++) {
        const began = performance.now()
        await countFacets(db.reader, { viewer, filter, today: db.clock.now() })
        times.push(performance.now() - began)
      }
      times.sort((one, other) => one - other)
      const p95 = times[Math.floor(rounds * 0.95)] ?? 0
      const middle = figure(times[rounds / 2] ?? 0, 'ms')
      lines.push({
        work: `counts beside ${name}, p95`,
        ours: `${figure(p95, 'ms')} (median ${middle})`,
        target: '< 50 ms',
        ok: p95 < 50,
      })
    }
    return lines
  } finally {
    db.close()
  }
}

// The tag that most claims have: a filter by one that does not exist would count everything.
function frequentTag({ writer }: { writer: { sqlite: Database } }): string {
  const most = 'SELECT name FROM tags JOIN claim_tags ON tag_id = id GROUP BY tag_id ORDER BY count(*) DESC LIMIT 1'
  return String(writer.sqlite.prepare(most).pluck().get())
}
